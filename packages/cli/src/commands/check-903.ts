import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  checkReturn,
  readSentFile,
  refuseMixedForms,
  writeFaults,
  type CheckedRow,
  type Fault,
  type ReturnFile,
  type TableName,
} from '@mainstay/ssda903';
import { readOptions, yearOf } from '../options.ts';
import { UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

/** `check 903`: the faults of files on this machine. Nothing is sent; no running platform is needed. */
export const check903: Command = {
  words: ['check', '903'],
  usage: 'check 903 <files…> --year <YYYY> [--out <faults.csv>]',
  summary: 'Checks the files of a return on this machine, without a platform: CSV files, workbooks or one XML file.',
  async run(words) {
    const options = readOptions(words, ['year', 'out']);
    const year = yearOf(options);
    if (options.positionals.length === 0) throw new UsageError('Name the files of the return.');
    const files = await readFiles(options.positionals, year);
    for (const { name, table, rows, refusal } of files) {
      console.log(`${name}\t${refusal ?? `${table ?? ''}, ${rows.length} rows`}`);
    }
    const { faults, rulesNotRun } = checkReturn({ year, tables: rowsIn(files) });
    for (const [rule, of] of countsByRule(faults)) console.log(`${rule}\t${of.length}\t${of[0]?.message ?? ''}`);
    console.log(`${faults.length} faults; ${rulesNotRun.length} rules could not run.`);
    const out = options.text('out');
    if (out !== null) writeFileSync(out, writeFaults(faults.map((fault) => ({ ...fault, row: fault.line }))));
    return faults.length > 0 || files.some(({ refusal }) => refusal !== null) ? 1 : 0;
  },
};

async function readFiles(paths: readonly string[], year: number): Promise<readonly ReturnFile[]> {
  const read: (readonly ReturnFile[])[] = [];
  for (const path of paths) {
    read.push(await readSentFile({ name: basename(path), bytes: new Uint8Array(readFileSync(path)), year }));
  }
  return refuseMixedForms(read).flat();
}

function rowsIn(files: readonly ReturnFile[]): Map<TableName, CheckedRow[]> {
  const tables = new Map<TableName, CheckedRow[]>();
  let ref = 0;
  for (const { table, form, name, rows } of files) {
    if (table === null || (rows.length === 0 && form !== 'xml')) continue;
    const all = tables.get(table) ?? [];
    tables.set(table, all);
    for (const row of rows) all.push({ ref: ref++, file: name, ...row });
  }
  return tables;
}

function countsByRule(faults: readonly Fault[]): [string, Fault[]][] {
  const byRule = [...Map.groupBy(faults, ({ ruleCode }) => ruleCode)];
  return byRule.toSorted(([, one], [, other]) => other.length - one.length);
}
