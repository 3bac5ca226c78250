import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tables } from '@mainstay/ssda903';
import { laCodeOf, readOptions, yearOf } from '../options.ts';
import type { Mainstay } from '../mainstay.ts';
import { Refusal, UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

const HELD = `query Held($la: ID!, $year: Int!) { localAuthority(id: $la) { return903Sources(year: $year) { table rows rowsRecorded isBuiltFromRecords } } }`;
const CSV = `query Csv($la: ID!, $year: Int!, $table: String!) { localAuthority(id: $la) { return903Csv(year: $year, table: $table) } }`;
const XML = `query Xml($la: ID!, $year: Int!) { localAuthority(id: $la) { return903Xml(year: $year) { text leftOut { table rows reason } } } }`;

interface Held {
  readonly localAuthority: { readonly return903Sources: readonly Source[] } | null;
}

/** Where one table of a return comes from. */
interface Source {
  readonly table: string;
  readonly rows: number;
  readonly rowsRecorded: number;
  readonly isBuiltFromRecords: boolean;
}

interface Xml {
  readonly localAuthority: {
    readonly return903Xml: { text: string; leftOut: { table: string; rows: number; reason: string }[] } | null;
  };
}

/** Which return, and where it is written. */
interface Export {
  readonly la: string;
  readonly year: number;
  readonly out: string;
}

/**
 * `export 903`: the return as it is held, written back as the files it came in, or as one XML file; what was never imported
 * is built from what was recorded.
 */
export const export903: Command = {
  words: ['export', '903'],
  usage: 'export 903 --la <ONS code> --year <YYYY> --out <folder> [--format csv|xml]',
  summary:
    'Writes the SSDA903 return of a collection year, imported or built from the records, as CSV files or one XML file.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'year', 'out', 'format']);
    const [code, year, out] = [laCodeOf(options), yearOf(options), options.required('out')];
    const format = options.text('format') ?? 'csv';
    if (format !== 'csv' && format !== 'xml') throw new UsageError('--format takes csv or xml.');
    const la = await mainstay.signInAsAnalyst(code);
    const { localAuthority } = await mainstay.ask<Held>(HELD, { la, year });
    const held = localAuthority?.return903Sources ?? [];
    if (held.length === 0) throw new Refusal(`Nothing of ${la} is held for ${year}. Import the return first.`);
    mkdirSync(out, { recursive: true });
    await (format === 'xml' ? writeXml(mainstay, { la, year, out }) : writeCsv(mainstay, { la, year, out }, held));
    for (const source of held) tellSource(source);
    return 0;
  },
};

/** Says which tables are not, or not only, what was imported. */
function tellSource({ table, rows, rowsRecorded, isBuiltFromRecords }: Source): void {
  if (isBuiltFromRecords) console.log(`${table}: built from the records, ${rows} ${rows === 1 ? 'row' : 'rows'}.`);
  else if (rowsRecorded > 0) console.log(`${table}: ${rowsRecorded} of ${rows} rows recorded since the import.`);
}

async function writeCsv(mainstay: Mainstay, { la, year, out }: Export, held: readonly Source[]): Promise<void> {
  for (const { name, fileName } of tables) {
    const rows = held.find(({ table }) => table === name)?.rows ?? 0;
    if (rows === 0) continue;
    const answer = await mainstay.ask<{ localAuthority: { return903Csv: string } }>(CSV, { la, year, table: name });
    writeFileSync(join(out, fileName), answer.localAuthority.return903Csv);
    console.log(`${fileName}: ${rows} rows`);
  }
}

async function writeXml(mainstay: Mainstay, { la, year, out }: Export): Promise<void> {
  const { return903Xml } = (await mainstay.ask<Xml>(XML, { la, year })).localAuthority;
  if (!return903Xml) throw new Refusal(`No return of ${la} is held for ${year}. Import it first.`);
  const name = `ssda903-${year}.xml`;
  writeFileSync(join(out, name), return903Xml.text);
  console.log(`${name}: written`);
  for (const { table, rows, reason } of return903Xml.leftOut) {
    console.log(`Left out: ${rows} ${rows === 1 ? 'row' : 'rows'} of ${table}. ${reason}`);
  }
}
