import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, isTest, paths, sources, workspaceOf, workspaces } from './source-files.ts';

/** Every import that goes from one workspace to another, as `file → workspace`. */
const crossings = sources.flatMap((source) =>
  importsOf(source)
    .filter(({ workspace }) => workspace !== null && workspace !== workspaceOf(source.path))
    .map(({ specifier, workspace }) => ({ from: source.path, specifier, to: workspace ?? '' })),
);

function offences(isWrong: (crossing: { from: string; to: string; specifier: string }) => boolean): string[] {
  return crossings.filter(isWrong).map(({ from, specifier }) => `${from} imports ${specifier}`);
}

/** The files whose text matches, but for those exempt. */
function filesWith(pattern: RegExp, isExempt: (path: string) => boolean): string[] {
  return sources.filter(({ path, text }) => !isExempt(path) && pattern.test(text)).map(({ path }) => path);
}

test('the checks look at files, and at imports between workspaces', () => {
  expect(sources.length).toBeGreaterThan(300);
  expect(crossings.length).toBeGreaterThan(300);
  expect(workspaces.get('@mainstay/children')).toBe('subgraphs/children');
});

describe('what may import what', () => {
  test('subgraphs meet only in the supergraph', () => {
    expect(offences(({ from, to }) => from.startsWith('subgraphs/') && to.startsWith('subgraphs/'))).toEqual([]);
  });

  test('the browser never imports the server', () => {
    const isBrowser = (path: string) => /^(web-|packages\/web-kit\/src)/.test(path);
    const mayUse = /^(packages\/(annex-a|primitives|ssda903|survey-bank|web-kit)|web-shell)$/;
    expect(offences(({ from, to }) => isBrowser(from) && !mayUse.test(to))).toEqual([]);
  });

  test('web modules meet only by address', () => {
    expect(offences(({ from, to }) => from.startsWith('web-modules/') && /^web-(modules|shell)/.test(to))).toEqual([]);
  });

  test('packages import nothing above them; the command alone knows the registry it publishes to', () => {
    const isAllowed = ({ from, specifier }: { from: string; specifier: string }) =>
      from.startsWith('packages/cli/') && specifier === '@mainstay/gateway/module-registry';
    expect(
      offences(
        (crossing) =>
          crossing.from.startsWith('packages/') && !crossing.to.startsWith('packages/') && !isAllowed(crossing),
      ),
    ).toEqual([]);
  });

  test('primitives import nothing at all', () => {
    const own = sources.filter(({ path }) => path.startsWith('packages/primitives/src/') && !isTest(path));
    const foreign = own.flatMap((source) =>
      importsOf(source)
        .filter(({ specifier }) => !specifier.startsWith('./'))
        .map(({ specifier }) => `${source.path} imports ${specifier}`),
    );
    expect(own.length).toBeGreaterThan(3);
    expect(foreign).toEqual([]);
  });

  test('the return’s reader runs in browsers: nothing of Node in it', () => {
    const own = sources.filter(({ path }) => path.startsWith('packages/ssda903/src/') && !isTest(path));
    expect(own.filter((source) => importsOf(source).some(({ specifier }) => specifier.startsWith('node:')))).toEqual(
      [],
    );
  });

  test('a workspace is entered by its name, not by a path', () => {
    expect(offences(({ from, specifier }) => specifier.startsWith('.') && !from.startsWith('scripts/'))).toEqual([]);
  });

  test('the tests’ own kit is for tests, and for the script that measures', () => {
    expect(offences(({ from, to }) => to === 'tests' && !isTest(from) && !from.startsWith('scripts/'))).toEqual([]);
  });
});

describe('what only one place may touch', () => {
  const isOutside = (path: string) => isTest(path) || /^scripts\/|\/scripts\//.test(path);

  test('settings come from environment files; services that are started inherit what their starter has', () => {
    const isExempt = (path: string) =>
      isOutside(path) || basename(path) === 'environment.ts' || path === 'platform/src/many-processes.ts';
    expect(filesWith(/\bprocess\.env\b/, isExempt)).toEqual([]);
  });

  test('the clock alone knows what time it is; others write or read instants they are given', () => {
    const isExempt = (path: string) => isOutside(path) || path === 'packages/primitives/src/clock.ts';
    expect(filesWith(/\bnew Date\(\s*\)|\bDate\.now\(/, isExempt)).toEqual([]);
  });

  test('entities are never saved by TypeORM’s save(), which ignores a stale version', () => {
    expect(filesWith(/\b(manager|repository|getRepository\([^)]*\))\.save\(/i, () => false)).toEqual([]);
  });
});

describe('names', () => {
  /** Names that tools or formats demand, and one that names what Apollo and TypeORM call a data source. */
  const demanded = /(^|\/)(base\.graphql|tsconfig\.base\.json|(subgraph-)?data-source\.ts)$/;
  const banned = /(^|[/.-])(utils?|helpers?|common|misc|manager|data|info|base|impl|v2|new|temp)([/.-]|$)/;

  test('no folder or file is called what everything could be called', () => {
    expect(paths.filter((path) => banned.test(path.toLowerCase()) && !demanded.test(path))).toEqual([]);
  });

  test('TypeScript files are in kebab case with their role after a point', () => {
    expect(
      paths.filter(
        (path) => /\.tsx?$/.test(path) && !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*\.tsx?$/.test(basename(path)),
      ),
    ).toEqual([]);
  });

  test('exports are named, but where a tool demands otherwise', () => {
    const isDemanded = (path: string) =>
      /(^|\/)(vite|vitest)\.config\.ts$/.test(path) || /^web-modules\/[^/]+\/src\/module\.tsx$/.test(path);
    expect(filesWith(/^export default\b|^export \{[^}]*\bas default\b/m, isDemanded)).toEqual([]);
  });
});

describe('what is unfinished', () => {
  test('nothing is marked to be done later', () => {
    const marks = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'HA' + 'CK'].join('|')})\\b`);
    expect(filesWith(marks, () => false)).toEqual([]);
  });

  test('no test is skipped, singled out or left to be written', () => {
    expect(
      filesWith(
        /\b(describe|test|it)\.(skip|only|todo|skipIf|runIf|fails)\b/,
        (path) => path === 'tests/conventions/conventions.test.ts',
      ),
    ).toEqual([]);
  });

  test('no file is longer than a screen and a half times three', () => {
    const lines = (text: string) =>
      text.split('\n').filter((line) => line.trim() && !/^\s*(\/\/|\*|\/\*)/.test(line)).length;
    const isExempt = (path: string) => /generated\//.test(path);
    expect(
      sources
        .filter(({ path, text }) => !isExempt(path) && lines(text) > (isTest(path) ? 500 : 350))
        .map(({ path }) => path),
    ).toEqual([]);
  });
});

test('every workspace says what it is for in a README', () => {
  const folders = [...workspaces.values()];
  expect(folders.length).toBeGreaterThan(12);
  expect(folders.filter((folder) => !paths.includes(`${folder}/README.md`))).toEqual([]);
});
