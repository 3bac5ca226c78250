import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkReturn, isTableName, readReturnFile, type CheckedRow, type TableName } from '@mainstay/ssda903';
import { aFosterHome, CareRecorder, type HistoryOfTest } from '../../testing/recording-care.ts';
import { BIRMINGHAM, emptyDatabase } from '../../testing/children-world.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, commissioner, manager, socialWorker } from '../../testing/staff.ts';
import { importReturn } from '../import-903/import-903.run.ts';

let world: SafeguardsWorld;
let care: CareRecorder;
beforeAll(async () => {
  world = await startSafeguards();
  care = new CareRecorder(world);
});
afterAll(() => world?.close());

interface Source {
  readonly table: string;
  readonly isBuiltFromRecords: boolean;
  readonly rows: number;
  readonly rowsRecorded: number;
}

const LA = `localAuthority: _entities(representations: [{ __typename: "LocalAuthority", id: "${BIRMINGHAM}" }])`;

async function sourcesOf(year: number, viewer = analyst): Promise<Source[]> {
  const { data } = await world.ask<{ localAuthority: { return903Sources: Source[] }[] }>(
    viewer,
    `query ($year: Int!) { ${LA} { ... on LocalAuthority {
       return903Sources(year: $year) { table isBuiltFromRecords rows rowsRecorded } } } }`,
    { year },
  );
  return data.localAuthority[0]?.return903Sources ?? [];
}

async function filesOf(year: number): Promise<{ name: string; bytes: Uint8Array }[]> {
  const sources = await sourcesOf(year);
  return Promise.all(
    sources.map(async ({ table }) => {
      const { data } = await world.ask<{ localAuthority: { return903Csv: string }[] }>(
        analyst,
        `query ($year: Int!, $table: String!) { ${LA} { ... on LocalAuthority { return903Csv(year: $year, table: $table) } } }`,
        { year, table },
      );
      return { name: `${table}.csv`, bytes: new TextEncoder().encode(data.localAuthority[0]?.return903Csv) };
    }),
  );
}

function faultsOf(files: { name: string; bytes: Uint8Array }[], year: number): string[] {
  const tables = new Map<TableName, CheckedRow[]>();
  for (const { name, bytes } of files) {
    const { table, rows } = readReturnFile({ name, bytes, year });
    if (table !== null && isTableName(table))
      tables.set(
        table,
        rows.map((row) => ({ ...row, ref: row.line, file: name })),
      );
  }
  return checkReturn({ year, tables, laCode: BIRMINGHAM }).faults.map(({ ruleCode, table }) => `${ruleCode} ${table}`);
}

async function recordLife(): Promise<string> {
  const child = await care.takeIn('ROUND1', '2025-02-01');
  await care.send(socialWorker, 'changeLegalStatus', { childId: child, changedOn: '2025-03-10', legalStatus: 'C1' });
  await care.send(socialWorker, 'changePlacement', {
    childId: child,
    changedOn: '2025-06-15',
    placement: { ...aFosterHome, type: 'U4', urn: 'SC054321', postcode: 'B3 3CC' },
    isSameCarer: false,
    reason: 'CARPL',
    legalStatus: 'C2',
  });
  await care.send(socialWorker, 'changeLeadProfessional', {
    childId: child,
    workerId: 'SW0000002',
    from: '2025-07-01',
    reason: 'LEFTRL',
    handOver: { note: 'Likes football.', childTold: { value: true }, childIntroduced: { notKnown: 'NOT_ASKED' } },
  });
  await care.send(socialWorker, 'recordMissing', {
    childId: child,
    kind: 'M',
    startedOn: '2025-08-01',
    endedOn: '2025-08-02',
  });
  for (const [year, day] of [
    [2025, '2025-02-25'],
    [2026, '2025-05-20'],
    [2026, '2025-11-10'],
  ] as const) {
    await care.send(analyst, 'correctReturnRow', {
      childId: child,
      year,
      table: 'Reviews',
      cells: [
        { column: 'DOB', value: '2014-05-06' },
        { column: 'REVIEW', value: day },
        { column: 'REVIEW_CODE', value: 'PN1' },
      ],
      reason: 'It was held.',
    });
  }
  return child;
}

/** What the returns say: not who recorded it, nor what no return has a place for. */
const fromReturns = (history: HistoryOfTest): object => ({
  ...history,
  placements: history.placements.map(({ startedOn, endedOn }) => ({ startedOn, endedOn })),
  handOvers: [],
  returnChanges: [],
});

test('a life recorded in the platform goes out as returns that break no rule, and comes back in as the same life', async () => {
  const child = await recordLife();
  const before = fromReturns(await care.history(child));
  expect(await sourcesOf(2026)).toEqual(
    ['Header', 'Episodes', 'Reviews', 'PrevPerm', 'Missing', 'SWEpisodes'].map((table) => ({
      table,
      isBuiltFromRecords: true,
      rows: { Episodes: 2, Reviews: 2, SWEpisodes: 2 }[table] ?? 1,
      rowsRecorded: { Episodes: 2, Reviews: 2, SWEpisodes: 2 }[table] ?? 1,
    })),
  );
  const returns = { 2025: await filesOf(2025), 2026: await filesOf(2026) };
  expect(faultsOf(returns[2025], 2025)).toEqual([]);
  expect(faultsOf(returns[2026], 2026)).toEqual([]);
  expect(await sourcesOf(2026, commissioner)).toEqual([]);
  expect(await sourcesOf(2024)).toEqual([]);
  expect(await sourcesOf(2028)).toEqual([]);

  await emptyDatabase(world.database);
  for (const year of [2025, 2026] as const) {
    const machinery = { database: world.database, clock: world.clock };
    const done = await importReturn(machinery, { viewer: analyst, year, files: returns[year] });
    expect(done).toMatchObject({ status: 'LOADED', faultCount: 0 });
  }
  expect(fromReturns(await care.history(child, manager))).toEqual(before);

  // What came in comes out, with what was recorded since.
  expect(await filesOf(2026)).toEqual(returns[2026]);
  await care.send(socialWorker, 'endCare', { childId: child, endedOn: '2026-03-20', reason: 'E4A' });
  expect((await sourcesOf(2026)).find(({ table }) => table === 'Episodes')).toEqual({
    table: 'Episodes',
    isBuiltFromRecords: false,
    rows: 2,
    rowsRecorded: 1,
  });
});

test('a table that other years have is not made up for a year that was imported without it', async () => {
  await emptyDatabase(world.database);
  await recordLife();
  const returns = { 2025: await filesOf(2025), 2026: await filesOf(2026) };
  await emptyDatabase(world.database);
  const machinery = { database: world.database, clock: world.clock };
  for (const year of [2025, 2026] as const) {
    const files = returns[year].filter(({ name }) => year === 2026 || name !== 'PrevPerm.csv');
    await importReturn(machinery, { viewer: analyst, year, files });
  }
  expect((await sourcesOf(2025)).map(({ table }) => table)).not.toContain('PrevPerm');
  expect((await sourcesOf(2026)).map(({ table }) => table)).toContain('PrevPerm');
});
