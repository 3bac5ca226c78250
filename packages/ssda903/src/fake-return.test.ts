import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkReturn } from './checking/check-return.ts';
import type { CheckedRow } from './checking/return-to-check.ts';
import { readReturnFile } from './reading/read-return-file.ts';
import type { TableName } from './tables/tables.ts';

const folder = new URL('../../../tests/fixtures/903-fake-validator/', import.meta.url);

function load(year: number): Map<TableName, CheckedRow[]> {
  const tables = new Map<TableName, CheckedRow[]>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.csv'))) {
    const file = readReturnFile({ name, bytes: readFileSync(new URL(name, folder)), year });
    expect(file.refusal).toBeNull();
    if (file.table) {
      tables.set(
        file.table,
        file.rows.map((row) => ({ ...row, ref: `${name}:${row.line}`, file: name })),
      );
    }
  }
  return tables;
}

function countByRule(year: number): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { ruleCode } of checkReturn({ year, tables: load(year) }).faults) {
    counts[ruleCode] = (counts[ruleCode] ?? 0) + 1;
  }
  return counts;
}

describe('a return that nobody here wrote', () => {
  test('is read whole: every table, every row', () => {
    const rows = Object.fromEntries([...load(2018)].map(([table, read]) => [table, read.length]));
    expect(rows).toEqual({
      AD1: 29,
      DoLo: 1,
      Episodes: 5050,
      Header: 2675,
      Missing: 43,
      OC2: 2675,
      OC3: 53,
      PlacedAdoption: 29,
      PrevPerm: 2675,
      Reviews: 12582,
      SWEpisodes: 1,
      UASC: 132,
    });
  });

  test('has as many faults of each rule as counting by hand in the files finds', () => {
    expect(countByRule(2018)).toMatchObject({
      '1009': 216,
      '120': 29,
      '142': 10,
      '148': 1413,
      '149': 226,
      '157': 88,
      '158': 1361,
      '168': 296,
      '178': 1105,
      '185': 822,
      '190': 1657,
      '193': 1327,
      '198': 835,
      '225': 2,
      '3001': 8,
      '344': 21,
      '357': 8,
      '358': 596,
      '365': 365,
      '366': 364,
      '371': 206,
      '372': 96,
      '373': 8,
      '374': 151,
      '378': 13,
      '379': 192,
      '380': 81,
      '381': 210,
      '382': 148,
      '384': 65,
      '385': 12,
      '387': 61,
      '389': 39,
      '391': 3,
      '393': 969,
      '426': 38,
      '431': 1,
      '432': 7,
      '433': 8,
      '434': 58,
      '435': 7,
      '436': 5,
      '437': 12,
      '440': 1435,
      '441': 663,
      '460': 31,
      '501': 62,
      '542': 1226,
      '546': 955,
      '607': 322,
      EPI: 541,
    });
  });
});
