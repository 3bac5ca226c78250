import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { followImport, startImport } from '../import-903.client.ts';
import { describeImport, faultsCsv } from '../import-903.report.ts';
import { laCodeOf, readOptions, yearOf } from '../options.ts';
import { ProgressBar } from '../progress-bar.ts';
import { UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

/** `import 903`: a council's return, checked and loaded in one piece. */
export const import903: Command = {
  words: ['import', '903'],
  usage:
    'import 903 <folder or files> --la <ONS code> --year <YYYY> [--dry-run] [--replace-recorded] [--report <out.csv>]',
  summary:
    'Checks an SSDA903 return (CSV files, workbooks, or one XML file) against the published rules and loads it; --dry-run only checks; --replace-recorded lets the files win over what was recorded in the platform.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'year', 'report'], ['dry-run', 'replace-recorded']);
    const [code, year] = [laCodeOf(options), yearOf(options)];
    const paths = options.positionals.flatMap(filesAt);
    if (paths.length === 0) throw new UsageError('Name a folder or files to import.');
    const la = await mainstay.signInAsAnalyst(code);
    const bar = new ProgressBar(process.stderr);
    const uploadIds: string[] = [];
    for (const [index, path] of paths.entries()) {
      bar.show(index / paths.length, `Sending ${index + 1} of ${paths.length} files`);
      uploadIds.push(await mainstay.upload(path));
    }
    const [isDryRun, replaceRecorded] = [options.flag('dry-run'), options.flag('replace-recorded')];
    const id = await startImport(mainstay, { la, year, uploadIds, isDryRun, replaceRecorded });
    const done = await followImport(mainstay, id, ({ progress, stage }) => bar.show(progress, stage));
    bar.end();
    console.log(describeImport(done));
    const isRefused = done.files.some(({ refusal }) => refusal !== null) || done.faultCount > 0;
    if (done.faultCount > 0) {
      const report = options.text('report') ?? `faults-903-${la}-${year}.csv`;
      writeFileSync(report, await faultsCsv(mainstay, done.id));
      console.log(`\nEvery fault by file, row, field, rule and child: ${report}`);
    }
    return isRefused || !['LOADED', 'UNCHANGED', 'CHECKED'].includes(done.status) ? 1 : 0;
  },
};

/** The files at a path: itself, or those directly in the folder, by name. */
function filesAt(path: string): string[] {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new UsageError(`There is no ${path}.`);
  if (stats.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map((entry) => join(path, entry.name))
    .sort();
}
