// `npm test`: everything that must hold before a change lands. Stops at the first part that fails.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
}

const results = join(mkdtempSync(join(tmpdir(), 'mainstay-test-')), 'results.json');

run('types and builds', 'turbo', ['run', 'typecheck', 'build', '--output-logs=errors-only', '--log-order=grouped']);
run('lint', 'oxlint', ['--type-aware', '--deny-warnings']);
run('format', 'prettier', ['--check', '--log-level=warn', '.']);
run('sizes', process.execPath, ['scripts/check-sizes.mjs']);
const status = start('vitest', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
  ...process.argv.slice(2),
]);

if (existsSync(results)) {
  const { numPassedTests, numFailedTests, numPendingTests } = JSON.parse(readFileSync(results, 'utf8')) as Results;
  const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : '';
  console.log(`${numPassedTests} passed, ${numFailedTests} failed${skipped}`);
}
process.exit(status);

function run(part: string, command: string, args: readonly string[]): void {
  const code = start(command, args);
  if (code === 0) return;
  console.error(`\n${part}: failed.`);
  process.exit(code);
}

function start(command: string, args: readonly string[]): number {
  console.log(`\n› ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}
