import { describe, expect, test } from 'vitest';
import { readReturnFile } from '../reading/read-return-file.ts';
import { tables } from '../tables/tables.ts';
import { writeReturnTable } from './write-return-table.ts';

describe('writing a table', () => {
  test('gives the column names and the rows, each line ended by LF', () => {
    expect(writeReturnTable('UASC', [['A1', 'M', '01/02/2010', '']])).toBe('CHILD,SEX,DOB,DUC\nA1,M,01/02/2010,\n');
  });

  test.each(tables.map((table) => [table.name, table] as const))('%s reads back as it was written', (name, table) => {
    const awkward = ['A,"1"', 'B;2', 'C\nD', '', 'ÉÈ'];
    const rows = [0, 1].map((shift) =>
      table.columns.map((column, index) =>
        column.kind === 'date' ? '29/02/2024' : (awkward[(index + shift) % 5] ?? ''),
      ),
    );
    const bytes = new TextEncoder().encode(writeReturnTable(name, rows));
    const file = readReturnFile({ name: table.fileName, bytes, year: 2027 });
    expect(file.table).toBe(name);
    expect(file.rows.map(({ cells }) => cells)).toEqual(rows);
    expect(file.rows.every(({ problem }) => problem === null)).toBe(true);
  });
});
