import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { ModuleRegistryError } from './module-entry.ts';

/** One file of a build: its path below the build's folder with `/` between folders, and its content. */
export interface BuiltFile {
  readonly path: string;
  readonly content: Buffer;
}

/** Every file below `folder`, in order of path. Throws on a symbolic link: its target would not be published with it. */
export async function builtFiles(folder: string): Promise<BuiltFile[]> {
  const names = await readdir(folder, { recursive: true });
  const files: BuiltFile[] = [];
  for (const name of names.toSorted()) {
    const path = join(folder, name);
    const kind = await lstat(path);
    if (kind.isDirectory()) continue;
    if (!kind.isFile())
      throw new ModuleRegistryError(`${name} is not a plain file: only plain files can be published.`);
    files.push({ path: relative(folder, path).split(sep).join('/'), content: await readFile(path) });
  }
  return files;
}

/** Hash of a build: of the paths and the contents of all its files. */
export function contentHash(files: readonly BuiltFile[]): string {
  const hash = createHash('sha256');
  for (const { path, content } of files) hash.update(`${path}\0${content.length}\0`).update(content);
  return hash.digest('hex');
}

/** Subresource integrity of one file, e.g. `sha384-…`. */
export function integrityOf(content: Uint8Array): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`;
}

/** The subresource integrity of every script and style sheet among `files`, by path. */
export function integrityOfAll(files: readonly BuiltFile[]): Record<string, string> {
  const checked = files.filter(({ path }) => /\.(?:js|mjs|css)$/.test(path));
  return Object.fromEntries(checked.map(({ path, content }) => [path, integrityOf(content)]));
}
