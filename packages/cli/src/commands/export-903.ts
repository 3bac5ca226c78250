import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tables } from '@mainstay/ssda903';
import { laCodeOf, readOptions, yearOf } from '../options.ts';
import { Refusal } from '../refusal.ts';
import type { Command } from './command.ts';

const HELD = `query Held($la: ID!) { localAuthority(id: $la) { returns903 { collectionYear tables { table rows } } } }`;
const CSV = `query Csv($la: ID!, $year: Int!, $table: String!) { localAuthority(id: $la) { return903Csv(year: $year, table: $table) } }`;

interface Held {
  readonly localAuthority: {
    readonly returns903: { collectionYear: number; tables: { table: string; rows: number }[] }[];
  } | null;
}

/** `export 903`: the return as it is held, written back as the files it came in. */
export const export903: Command = {
  words: ['export', '903'],
  usage: 'export 903 --la <ONS code> --year <YYYY> --out <folder>',
  summary: 'Writes the SSDA903 return held for a collection year as CSV files.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'year', 'out']);
    const [code, year, out] = [laCodeOf(options), yearOf(options), options.required('out')];
    const la = await mainstay.signInAsAnalyst(code);
    const { localAuthority } = await mainstay.ask<Held>(HELD, { la });
    const held = localAuthority?.returns903.find(({ collectionYear }) => collectionYear === year);
    if (!held) throw new Refusal(`No return of ${la} is held for ${year}. Import it first.`);
    mkdirSync(out, { recursive: true });
    for (const { name, fileName } of tables) {
      const rows = held.tables.find(({ table }) => table === name)?.rows ?? 0;
      if (rows === 0) continue;
      const answer = await mainstay.ask<{ localAuthority: { return903Csv: string } }>(CSV, { la, year, table: name });
      writeFileSync(join(out, fileName), answer.localAuthority.return903Csv);
      console.log(`${fileName}: ${rows} rows`);
    }
    return 0;
  },
};
