import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkReturn, readReturnFile, type CheckedRow, type TableName } from '@mainstay/ssda903';
import { describe, expect, test } from 'vitest';
import { FileCheck, type ChosenFile } from './file-check.ts';

const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\n')}\n`);
const header = (...rows: string[]): ChosenFile => ({
  name: 'header.csv',
  bytes: bytes(['CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB', ...rows]),
});
const episodes = (...rows: string[]): ChosenFile => ({
  name: 'episodes.csv',
  bytes: bytes([
    'CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN',
    ...rows,
  ]),
});
const none = { laCode: 'E08000025', previous: [], providers: null, postcodes: null } as const;
const check = (files: readonly ChosenFile[], more: object = {}) =>
  FileCheck.of({ year: 2025, files, ...none, ...more }, () => undefined);

const A1 = 'A1,M,05/06/2011,WBRI,A123456789012,,';
const H5 = 'A1,01/05/2024,S,C2,N1,H9,PR1,,,,B1 1AA,B2 2BB,SC012345';

describe('files that are checked on this machine', () => {
  test('have the faults that a return has which is judged by the rules themselves', async () => {
    const folder = join(import.meta.dirname, '../../../../tests/fixtures/903-fake-validator');
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => ({
        name,
        bytes: bytes(readFileSync(join(folder, name), 'utf8').split('\n').slice(0, 400)),
      }));
    const tables = new Map<TableName, CheckedRow[]>();
    for (const file of files) {
      const { table, rows } = readReturnFile({ ...file, year: 2024 });
      if (table && rows.length > 0)
        tables.set(
          table,
          rows.map((row, index) => ({ ref: `${table} ${index}`, file: file.name, ...row })),
        );
    }
    const { faults } = checkReturn({ year: 2024, tables, laCode: 'E08000025' });
    const here = await check(files, { year: 2024 });
    const lines = (found: typeof faults) =>
      found.map((fault) => `${fault.ruleCode} ${fault.table} ${fault.line} ${fault.fields.join(' ')}`).toSorted();
    expect(lines(here.faults())).toEqual(lines(faults));
    expect(here.faults().length).toBeGreaterThan(100);
  });

  test('are put right in memory, judged again at once, and saved as they are then', async () => {
    const files = await check([header(A1), episodes(H5)]);
    const { faults, tables } = files.ofChild('A1');
    const wrong = faults.find(({ fields }) => fields.includes('PLACE'));
    const row = tables.find(({ table }) => table === 'Episodes')?.rows[0];
    expect(wrong).toBeDefined();
    const changed = files.change('A1', {
      table: 'Episodes',
      rowKey: row?.key ?? '',
      cells: [{ column: 'PLACE', value: 'u6' }],
    });
    expect(changed.fixed).toContain(wrong?.rule.code);
    expect(files.csv('Episodes')).toContain('A1,01/05/2024,S,C2,N1,U6');
    expect(files.ofChild('A1').faults.some(({ rule }) => rule.code === wrong?.rule.code)).toBe(false);
  });

  test('say what each file was taken for, and which rules could not run', async () => {
    const { files, rulesNotRun, tables } = (
      await check([header(A1), { name: 'lunch.csv', bytes: bytes(['SOUP', '1']) }])
    ).summary();
    expect(files.map(({ name, rows }) => `${name} ${rows}`)).toEqual(['header.csv 1', 'lunch.csv 0']);
    expect(tables).toEqual([{ table: 'Header', rows: 1 }]);
    expect(rulesNotRun.length).toBeGreaterThan(50);
  });
});
