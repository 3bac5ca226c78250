import { readdirSync, readFileSync } from 'node:fs';
import { readReturnFile, tables, type TableName } from '@mainstay/ssda903';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { birmingham, BIRMINGHAM, clock, startDatabase } from '../../testing/children-world.ts';
import { asking } from '../../testing/asking.ts';
import { return903Csv } from '../return-903/return-903.service.ts';
import { importReturn, type ImportedReturn } from './import-903.run.ts';

// A return that nobody here made: see SOURCES.md beside it. Its codes are those of collection year 2018.
const folder = new URL('../../../../../tests/fixtures/903-fake-validator/', import.meta.url);
const YEAR = 2018;
const LAST_DAY = '2018-03-31';

const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));

let database: TestDatabase;
let imported: ImportedReturn;

beforeAll(async () => {
  database = await startDatabase();
  imported = await importReturn({ database, clock }, { viewer: birmingham, year: YEAR, files });
});
afterAll(() => database.close());

const ask = <Row>(sql: string) => database.read(birmingham, (db) => db.query<Row>(sql));

const csvOf = (table: TableName) =>
  asking(database, birmingham, (context) => return903Csv(context, { laCode: BIRMINGHAM, year: YEAR }, table));

/** The rows of a table that were accepted, as they come out again. */
async function writtenBack(table: TableName): Promise<string[][]> {
  const csv = await csvOf(table);
  return csv === null ? [] : splitLines(csv);
}

function splitLines(text: string): string[][] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(1)
    .filter(Boolean)
    .map((line) => line.split(','));
}

describe('a return that nobody here made', () => {
  test('is recognised by its columns and loaded', () => {
    expect(imported.status).toBe('LOADED');
    expect(imported.files.every(({ table }) => table !== null)).toBe(true);
    for (const { rowsRead, rowsAdded, rowsKeptOut, table } of imported.tables) {
      // Two rows of Reviews say exactly what another says; each row is added once or kept out.
      expect([table, rowsAdded + rowsKeptOut]).toEqual([table, rowsRead]);
    }
  });

  test.each(tables.map(({ name }) => name))(
    '%s comes out word for word and in order, but for what was kept out',
    async (name) => {
      const sent = files.flatMap((file) => {
        const read = readReturnFile({ ...file, year: YEAR });
        return read.table === name ? splitLines(new TextDecoder().decode(file.bytes)) : [];
      });
      const accepted = imported.tables.find(({ table }) => table === name)?.rowsAdded ?? 0;
      const back = await writtenBack(name);
      expect(back).toHaveLength(accepted);
      expect(isSubsequence(back, sent)).toBe(true);
    },
  );
});

function isSubsequence(part: readonly string[][], whole: readonly string[][]): boolean {
  let at = 0;
  for (const row of whole) if (at < part.length && row.join() === part[at]?.join()) at++;
  return at === part.length;
}

/** The simplest reading of the return, written without a look at the derivations. */
describe('counted again from the file', () => {
  const day = (text: string) => text.split('/').toReversed().join('-');
  interface Row {
    child: string;
    from: string;
    to: string;
    why: string;
    status: string;
    place: string;
    setting: string;
  }
  let children: Map<string, Row[]>;

  beforeAll(async () => {
    const rows = (await writtenBack('Episodes')).map(
      ([
        child = '',
        from = '',
        why = '',
        status = '',
        ,
        place = '',
        provider = '',
        to = '',
        ,
        ,
        ,
        post = '',
        urn = '',
      ]): Row => ({
        child,
        from: day(from),
        to: to ? day(to) : '9999-12-31',
        why,
        status,
        place,
        setting: [place, provider, post, urn].join('|'),
      }),
    );
    const ordered = rows.toSorted((one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : 0));
    children = Map.groupBy(ordered, ({ child }) => child);
  });

  const lastOf = (rows: Row[]) => rows.findLast(({ from }) => from <= LAST_DAY);
  const isInCare = (rows: Row[]) => {
    const last = lastOf(rows);
    return last !== undefined && last.to > LAST_DAY && !['V3', 'V4'].includes(last.status);
  };

  test('as many children are looked after on the last day', async () => {
    const [held] = await ask<{ count: number }>(
      `SELECT count(DISTINCT child_id)::integer AS count FROM period_of_care
       WHERE started_on <= '${LAST_DAY}' AND (ended_on IS NULL OR ended_on > '${LAST_DAY}')`,
    );
    const counted = [...children.values()].filter(isInCare).length;
    expect(held?.count).toBe(counted);
    expect(counted).toBeGreaterThan(1_000);
  });

  test('as many of them had one, two, or three and more placements in the year', async () => {
    const held = await ask<{ placements: number; children: number }>(
      `SELECT placements, count(*)::integer AS children FROM (
         SELECT least(count(p.id), 3)::integer AS placements
         FROM period_of_care c
         LEFT JOIN placement p ON p.la_code = c.la_code AND p.child_id = c.child_id AND NOT p.is_temporary
           AND NOT p.is_short_break AND p.started_on <= '${LAST_DAY}'
           AND (p.ended_on IS NULL OR p.ended_on > '2017-04-01')
         WHERE c.started_on <= '${LAST_DAY}' AND (c.ended_on IS NULL OR c.ended_on > '${LAST_DAY}')
         GROUP BY c.child_id) AS counts GROUP BY placements ORDER BY placements`,
    );
    const counted = [0, 1, 2, 3].map((placements) => ({
      placements,
      children: [...children.values()].filter(
        (rows) => isInCare(rows) && Math.min(placementsIn(rows), 3) === placements,
      ).length,
    }));
    expect(held).toEqual(counted.filter((row) => row.children > 0));
    expect(counted.every((row) => row.children > 0)).toBe(true);
  });

  function placementsIn(rows: Row[]): number {
    let stays: { from: string; to: string; setting: string }[] = [];
    let isAway = false;
    const upToLast = rows.filter(({ from }) => from <= LAST_DAY);
    for (const [index, row] of upToLast.entries()) {
      const to = [row.to, upToLast[index + 1]?.from ?? '9999-12-31'].toSorted()[0] ?? '';
      const last = stays.at(-1);
      const isBreak = ['V3', 'V4'].includes(row.status);
      if (isBreak || /^[TZ]/.test(row.place)) {
        if (last && !isBreak && last.to === row.from && row.why !== 'S') last.to = to;
        isAway = !isBreak;
        continue;
      }
      const isMove = 'SPTBU'.includes(row.why) && !(/^A[35]$/.test(row.place) && 'TU'.includes(row.why) && !isAway);
      const isBack = isAway && row.why !== 'S' && last?.to === row.from && (last.setting === row.setting || !isMove);
      const isSame = !isAway && !isMove && last?.to === row.from;
      if (last && (isBack || isSame)) Object.assign(last, { to, setting: row.setting });
      else stays = [...stays, { from: row.from, to, setting: row.setting }];
      isAway = false;
    }
    return stays.filter(({ to }) => to > '2017-04-01').length;
  }

  test('as many reviews, care leavers and children', async () => {
    const [held] = await ask(`SELECT (SELECT count(*)::integer FROM review) AS reviews,
      (SELECT count(*)::integer FROM care_leaver) AS leavers, (SELECT count(*)::integer FROM child) AS children`);
    const reviews = new Set((await writtenBack('Reviews')).map(([child, , date]) => `${child} ${date}`));
    expect(held).toEqual({
      reviews: reviews.size,
      leavers: (await writtenBack('OC3')).length,
      children: (await writtenBack('Header')).length,
    });
  });
});

test('importing what came out adds nothing', async () => {
  const back = [];
  for (const { name, fileName } of tables) {
    const csv = await csvOf(name);
    if (csv !== null) back.push({ name: fileName, bytes: new TextEncoder().encode(csv) });
  }
  const again = await importReturn({ database, clock }, { viewer: birmingham, year: YEAR, files: back });
  // Children all of whose episodes were kept out have none now, and a child without episodes is kept out.
  expect(again.tables.filter(({ rowsAdded }) => rowsAdded > 0)).toEqual([]);
});
