import type { TableName } from '@mainstay/ssda903';
import { fixedClock } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { anEpisodeRow } from '../testing/returned-rows.ts';
import type { ChildLife, HeldReturnRow } from './child-life.ts';
import { impossibilitiesIn } from './impossible-history.ts';
import { changesOfSpell, rowInYear, withChanges } from './row-change.ts';
import { cellOf } from './table-keys.ts';

const recordedAt = fixedClock(new Date('2026-11-22T00:00:00Z')).now();

const held = (...args: Parameters<typeof anEpisodeRow>): HeldReturnRow => ({
  ...anEpisodeRow(...args),
  table: 'Episodes',
  importId: 'i',
  ordinal: 0,
  isRecorded: false,
  recordedAt,
});

const life = (rows: HeldReturnRow[], years: readonly number[]): ChildLife => ({
  laCode: 'E08000025',
  localId: 'A1',
  rows: new Map<TableName, HeldReturnRow[]>([['Episodes', rows]]),
  loadedYears: new Map<TableName, number[]>([['Episodes', [...years]]]),
});

const written = (changes: ReturnType<typeof changesOfSpell>) =>
  changes.map(({ year, before, after }) => [
    year,
    before ? 'held' : 'new',
    after ? cellOf('Episodes', after, 'DEC') : 'gone',
  ]);

const end = (of: HeldReturnRow, day: string) => ({
  table: 'Episodes' as const,
  cells: of.cells,
  patch: { DEC: day, REC: 'E4A' },
});

describe('the rows of something that ends', () => {
  test('go to the year in which it ended; earlier returns stay as they came', () => {
    const row = held(2026, '2025-05-01', '');
    expect(written(changesOfSpell(life([row], [2026]), end(row, '03/08/2026'), 2027))).toEqual([
      [2027, 'new', '03/08/2026'],
    ]);
  });

  test('are taken out of the returns of years after the end', () => {
    const rows = [held(2025, '2024-05-01', ''), held(2026, '2024-05-01', '')];
    const [first] = rows;
    const changes = first ? changesOfSpell(life(rows, [2025, 2026]), end(first, '20/12/2024'), 2025) : [];
    expect(written(changes)).toEqual([
      [2025, 'held', '20/12/2024'],
      [2026, 'held', 'gone'],
    ]);
  });

  test('keep what each return says of everything else', () => {
    const rows = [held(2025, '2024-05-01', '', { PLACE: 'H5' }), held(2026, '2024-05-01', '', { PLACE: 'K3' })];
    const last = rows.at(-1);
    const changes = last ? changesOfSpell(life(rows, [2025, 2026]), end(last, '20/12/2025'), 2026) : [];
    expect(written(changes)).toEqual([[2026, 'held', '20/12/2025']]);
    const places = withChanges(life(rows, [2025, 2026]), changes, recordedAt)
      .rows.get('Episodes')
      ?.map(({ year, cells }) => [year, cellOf('Episodes', cells, 'PLACE')]);
    expect(places).toEqual([
      [2025, 'H5'],
      [2026, 'K3'],
    ]);
  });
});

test('something that begins is in every imported year from then on', () => {
  const begun = { table: 'Episodes' as const, cells: held(2025, '2024-05-01', '').cells, patch: {} };
  expect(written(changesOfSpell(life([], [2024, 2025, 2026]), begun, 2025))).toEqual([
    [2025, 'new', ''],
    [2026, 'new', ''],
  ]);
});

test('nothing is written twice', () => {
  const row = held(2026, '2025-05-01', '');
  expect(changesOfSpell(life([row], [2026]), { table: 'Episodes', cells: row.cells, patch: {} }, 2026)).toEqual([]);
});

test.each([
  ['2025-05-01', '2026-04-01', 2027, '01/04/2026'],
  ['2025-05-01', '2026-03-31', 2026, '31/03/2026'],
  ['2025-05-01', '2026-04-01', 2026, ''],
  ['2025-05-01', '2026-03-31', 2027, null],
  ['2026-04-01', '', 2026, null],
])('from %s to %s, in the return of %i', (from, to, year, expected) => {
  const row = rowInYear('Episodes', held(2026, from, to).cells, year);
  expect(row && cellOf('Episodes', row, 'DEC')).toBe(expected);
});

describe('what cannot have been', () => {
  const found = (...rows: HeldReturnRow[]) => impossibilitiesIn(life(rows, [2026])).map(({ column }) => column);

  test.each<[string, string[], HeldReturnRow[]]>([
    ['a sound sequence', [], [held(2026, '2025-05-01', '2025-06-01'), held(2026, '2025-06-01', '')]],
    ['an end before the start', ['DEC'], [held(2026, '2025-05-01', '2025-04-20')]],
    ['two open episodes', ['DEC'], [held(2026, '2025-05-01', ''), held(2026, '2025-06-01', '')]],
    ['an overlap', ['DEC'], [held(2026, '2025-05-01', '2025-06-05'), held(2026, '2025-06-01', '')]],
    ['a gap', ['DECOM'], [held(2026, '2025-05-01', '2025-05-20'), held(2026, '2025-06-01', '')]],
    [
      'time out of care',
      [],
      [held(2026, '2025-05-01', '2025-05-20', { REC: 'E4A' }), held(2026, '2025-06-01', '', { RNE: 'S' })],
    ],
    ['a day after the year of the return', ['DECOM'], [held(2026, '2026-04-01', '')]],
    ['the same episode in two returns', [], [held(2025, '2025-02-01', ''), held(2026, '2025-02-01', '')]],
  ])('%s', (_, columns, rows) => {
    expect(found(...rows)).toEqual(columns);
  });
});
