import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { sharedDependencies } from '../shared-dependencies.ts';
import { kitVersion } from './kit-version.ts';

const packageJson = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  version: string;
  dependencies: Record<string, string>;
};

test('the version that pages are told is the package’s, and the one that modules ask for', () => {
  expect(kitVersion).toBe(packageJson.version);
  const { requiredVersion } = sharedDependencies('module')['@mainstay/web-kit'] ?? {};
  expect(requiredVersion).toBe(`^${kitVersion.replace(/\d+$/, '0')}`);
});

test('a module carries no copy of what is shared, and the shell does', () => {
  expect(Object.values(sharedDependencies('module')).every(({ import: copy }) => copy === false)).toBe(true);
  expect(Object.values(sharedDependencies('shell')).every(({ import: copy }) => copy === undefined)).toBe(true);
});
