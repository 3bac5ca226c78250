import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tables } from '@mainstay/ssda903';
import { laCodeOf, readOptions, yearOf } from '../options.ts';
import type { Mainstay } from '../mainstay.ts';
import { Refusal, UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

const HELD = `query Held($la: ID!) { localAuthority(id: $la) { returns903 { collectionYear tables { table rows } } } }`;
const CSV = `query Csv($la: ID!, $year: Int!, $table: String!) { localAuthority(id: $la) { return903Csv(year: $year, table: $table) } }`;
const XML = `query Xml($la: ID!, $year: Int!) { localAuthority(id: $la) { return903Xml(year: $year) { text leftOut { table rows reason } } } }`;

interface Held {
  readonly localAuthority: {
    readonly returns903: { collectionYear: number; tables: { table: string; rows: number }[] }[];
  } | null;
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

/** `export 903`: the return as it is held, written back as the files it came in, or as one XML file. */
export const export903: Command = {
  words: ['export', '903'],
  usage: 'export 903 --la <ONS code> --year <YYYY> --out <folder> [--format csv|xml]',
  summary: 'Writes the SSDA903 return held for a collection year as CSV files, or as one XML file.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'year', 'out', 'format']);
    const [code, year, out] = [laCodeOf(options), yearOf(options), options.required('out')];
    const format = options.text('format') ?? 'csv';
    if (format !== 'csv' && format !== 'xml') throw new UsageError('--format takes csv or xml.');
    const la = await mainstay.signInAsAnalyst(code);
    const { localAuthority } = await mainstay.ask<Held>(HELD, { la });
    const held = localAuthority?.returns903.find(({ collectionYear }) => collectionYear === year);
    if (!held) throw new Refusal(`No return of ${la} is held for ${year}. Import it first.`);
    mkdirSync(out, { recursive: true });
    await (format === 'xml'
      ? writeXml(mainstay, { la, year, out })
      : writeCsv(mainstay, { la, year, out }, held.tables));
    return 0;
  },
};

async function writeCsv(
  mainstay: Mainstay,
  { la, year, out }: Export,
  held: readonly { table: string; rows: number }[],
): Promise<void> {
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
