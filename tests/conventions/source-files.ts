import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

/** The root of the checkout. */
export const root = dirname(dirname(import.meta.dirname));

/** One file of the project that is not ignored, committed or not yet. */
export interface SourceFile {
  /** From the root, with `/`. */
  readonly path: string;
  readonly text: string;
}

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root });

/** The paths of all files of the project. */
export const paths: readonly string[] = [...new Set(listed.toString().split('\0').filter(Boolean))].filter(isThere);

/** The TypeScript of the project. */
export const sources: readonly SourceFile[] = paths.filter((path) => /\.tsx?$/.test(path)).map(read);

/** Tests and what only they use. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$|\.fixture\.ts$|\/testing\/|^tests\//.test(path);
}

/** The workspace a file belongs to, e.g. `subgraphs/children`; its first folder when that is a workspace itself. */
export function workspaceOf(path: string): string {
  return /^(?:packages|subgraphs|web-modules)\/[^/]+/.exec(path)?.[0] ?? path.split('/')[0] ?? path;
}

/** What a file imports, and the workspace that comes from: null for a package of npm. */
export function importsOf({ path, text }: SourceFile): { specifier: string; workspace: string | null }[] {
  const found = text.matchAll(/^(?:import|export)\s(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm);
  return [...found].map((match) => {
    const specifier = match[1] ?? match[2] ?? '';
    return { specifier, workspace: workspaceOfImport(path, specifier) };
  });
}

/** The folder of each workspace by the name of its package. */
export const workspaces: ReadonlyMap<string, string> = new Map(
  paths
    .filter((path) => path.endsWith('/package.json') && workspaceOf(path) === dirname(path))
    .map((path) => [(JSON.parse(read(path).text) as { name: string }).name, dirname(path)]),
);

function workspaceOfImport(path: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return workspaceOf(posix.join(dirname(path), specifier));
  const [scope = '', name = ''] = specifier.split('/');
  return workspaces.get(`${scope}/${name}`) ?? null;
}

function read(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

function isThere(path: string): boolean {
  try {
    readFileSync(join(root, path));
    return true;
  } catch {
    return false;
  }
}
