import { statSync, writeFileSync } from 'node:fs';
import { importCensus, type ImportedCensus } from '../cswc.client.ts';
import { censusYearOf, laCodeOf, readOptions } from '../options.ts';
import { UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

const outcomes: Readonly<Record<ImportedCensus['outcome'], string>> = {
  LOADED: 'Loaded.',
  UNCHANGED: 'Nothing changed: what is held says the same already.',
  CHECKED: 'Checked; nothing was loaded, as asked.',
  REFUSED: 'Nothing was loaded: no worker could be accepted.',
};

/** `import cswc`: a workforce census, checked and loaded in one piece. */
export const importCswc: Command = {
  words: ['import', 'cswc'],
  usage: 'import cswc <file.xml> --la <ONS code> [--year <YYYY>] [--dry-run] [--report <out.csv>]',
  summary:
    "Checks a children's social work workforce census (XML) and loads it in the place of the one held of its year; --dry-run only checks; --year refuses a file of another year.",
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'year', 'report'], ['dry-run']);
    const code = laCodeOf(options);
    const year = options.text('year') === null ? null : censusYearOf(options);
    const [path, ...others] = options.positionals;
    if (path === undefined || others.length > 0) throw new UsageError('Name one file to import.');
    if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new UsageError(`There is no file ${path}.`);
    const la = await mainstay.signInAsAnalyst(code);
    const uploadId = await mainstay.upload(path);
    const done = await importCensus(mainstay, { la, uploadId, year, isDryRun: options.flag('dry-run') });
    console.log(describe(done));
    const { census, outcome } = done;
    if (census.faultCount > 0) {
      const report = options.text('report') ?? `faults-cswc-${la}-${census.year}.csv`;
      writeFileSync(report, census.faultsCsv);
      console.log(`\nEvery fault by worker, line, field and rule: ${report}`);
    }
    return census.faultCount > 0 || outcome === 'REFUSED' ? 1 : 0;
  },
};

function describe({ outcome, census }: ImportedCensus): string {
  const { inPost, leavers, agency, others } = census.counts;
  return [
    outcomes[outcome],
    '',
    `Census of ${census.year}: ${census.workersRead} workers read, ${census.workersLoaded} accepted, ${census.workersKeptOut} kept out.`,
    `  in post ${inPost}, left ${leavers}, agency ${agency}, none of these ${others}`,
    ...census.notes.map((note) => `  ${note}`),
    ...(census.faultsByRule.length > 0 ? ['', 'Faults by rule'] : []),
    ...census.faultsByRule.map(
      ({ rule, count }) =>
        `  ${rule.code.padEnd(8)} ${String(count).padStart(6)} ${count === 1 ? 'fault' : 'faults'}${rule.keepsWorkerOut ? ', workers kept out' : ''}: ${rule.message}`,
    ),
  ].join('\n');
}
