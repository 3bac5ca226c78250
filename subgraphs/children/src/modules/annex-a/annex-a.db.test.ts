import { annexALists, annexAWorkbook } from '@mainstay/annex-a';
import type { Viewer } from '@mainstay/subgraph-kit';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, commissioner, inspectorOfBirmingham, manager, socialWorker, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;

/** In care since 2025, moved once, missing twice. Today is 22 November 2026. */
const present = aChild({
  localId: 'A1',
  born: '2014-05-06',
  care: [{ from: '2025-02-01' }],
  placements: [
    { from: '2025-02-01', to: '2025-09-01' },
    { from: '2025-09-01', to: '2026-03-01' },
    { from: '2026-03-01' },
  ],
  workers: [{ id: 'SW1', from: '2025-02-01' }],
  reviews: [
    { on: '2025-03-01', code: 'PN1' },
    { on: '2026-06-01', code: 'PN2' },
  ],
});
const backAgain = aChild({
  localId: 'A2',
  care: [
    { from: '2024-01-01', to: '2026-01-05' },
    { from: '2026-02-01', to: '2026-10-01' },
  ],
});
const leftLongAgo = aChild({ localId: 'A3', care: [{ from: '2024-01-01', to: '2026-05-22' }] });
const leftJustWithin = aChild({ localId: 'A4', care: [{ from: '2024-01-01', to: '2026-05-23' }] });
const leaver = aChild({
  localId: 'L1',
  born: '2006-06-01',
  care: [{ from: '2020-01-01', to: '2024-06-01' }],
  leaver: [{ year: 2026, activity: 'F4' }],
});
const children = [present, backAgain, leftLongAgo, leftJustWithin, leaver];

interface List {
  readonly number: number;
  readonly whyEmpty: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly source: string | null;
    readonly whyBlank: string | null;
  }[];
  readonly rows: readonly { readonly cells: readonly (string | null)[] }[];
}

const QUERY = `query ($of: [_Any!]!, $list: Int!, $asAt: Date) { _entities(representations: $of) {
  ... on LocalAuthority { annexA(list: $list, asAt: $asAt) { number whyEmpty columns { name kind source whyBlank }
    rows { child { id } cells } } } } }`;

async function draw(viewer: Viewer, list: number, asAt?: string): Promise<List | null> {
  const of = [{ __typename: 'LocalAuthority', id: BIRMINGHAM }];
  const { data } = await world.ask<{ _entities: { annexA: List | null }[] }>(viewer, QUERY, { of, list, asAt });
  return data._entities[0]?.annexA ?? null;
}

/** A list's rows by local id, each with its cells by column. */
async function rowsOf(list: number, asAt?: string): Promise<Record<string, Record<string, string | null>>> {
  const drawn = await draw(analyst, list, asAt);
  const named = (drawn?.rows ?? []).map(({ cells }) =>
    Object.fromEntries((drawn?.columns ?? []).map(({ name }, index) => [name, cells[index] ?? null])),
  );
  return Object.fromEntries(named.map((row) => [row['Child Unique ID'] ?? '', row]));
}

const RECORD = 'mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { __typename } }';

async function givenVisit(visitedOn: string, isSeen: boolean): Promise<void> {
  const seen = isSeen ? { seenAlone: { value: true } } : { notSeenReason: 'Away.' };
  const input = {
    childId: idOf(present),
    key: visitedOn,
    visitedOn,
    purpose: 'STATUTORY',
    isSeen,
    ...seen,
    isAtPlacement: true,
    minutes: 30,
    note: 'Seen.',
  };
  const { data } = await world.ask(socialWorker, RECORD, { input });
  expect(data).toEqual({ recordVisit: { __typename: 'RecordVisitSuccess' } });
}

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, children);
  await givenVisit('2026-10-20', true);
  await givenVisit('2026-11-20', false);
  await world.database.owner((db) =>
    db.query(
      `INSERT INTO missing_incident (la_code, child_id, id, kind, started_on, ended_on) VALUES
         ($1, $2, 'm1', 'M', '2026-01-10', '2026-01-11'), ($1, $2, 'm2', 'M', '2025-11-22', '2025-11-23'),
         ($1, $2, 'm3', 'A', '2026-02-10', '2026-02-10')`,
      [BIRMINGHAM, idOf(present)],
    ),
  );
});
afterAll(() => world.close());

describe('children in care', () => {
  test('are those in care on the day, and those who left in the six months before it', async () => {
    expect(Object.keys(await rowsOf(8))).toEqual(['A1', 'A2', 'A4']);
    expect(Object.keys(await rowsOf(8, '2026-05-22'))).toEqual(['A1', 'A2', 'A3', 'A4']);
    expect(Object.keys(await rowsOf(8, '2024-05-01'))).toEqual(['A2', 'A3', 'A4', 'L1']);
  });

  test('are told as the template asks, from what is on record', async () => {
    const { A1 } = await rowsOf(8);
    expect(A1).toMatchObject({
      'Date of Birth': '2014-05-06',
      'Age of Child (Years)': '12',
      'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)': 'b) No',
      'Does the Child have a Disability': 'c) Unknown',
      'Date Started to be Looked After': '2025-02-01',
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)': 'b) No',
      "Child's Legal Status": 'C2: FCO',
      'Date of Latest Statutory Review': '2026-06-01',
      'Date of Last Social Work Visit': '2026-10-20',
      'Date of Last IRO Visit / Contact to the Child': '2026-06-01',
      'Date of Last Health Assessment': null,
      'Number of Placements in the Last 12 months': '2',
      'Date Ceased to be Looked After': null,
      'Reason Ceased to be Looked After': null,
      'Start Date of Most Recent Placement': '2026-03-01',
      'Number of Episodes the Child has been ‘Missing’ from their Placement in the last 12 months': '1',
      'Number of Episodes the Child has been ‘Absent’ from their Placement in the last 12 months': '1',
      'Was the child offered a Return Interview after their last missing episode (Y/N)?': 'c) Unknown',
      'Allocated Worker': 'SW1',
    });
  });

  test('who came back are told of their latest period, and that there was one before', async () => {
    const { A2 } = await rowsOf(8);
    expect(A2).toMatchObject({
      'Date Started to be Looked After': '2026-02-01',
      'Date Ceased to be Looked After': '2026-10-01',
      'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)': 'a) Yes',
    });
  });
});

test('children in need are those looked after, open or closed', async () => {
  const rows = await rowsOf(6);
  expect(Object.values(rows).map((row) => row['Case status'])).toEqual([
    'a) Looked after child',
    'e) Closed episode',
    'e) Closed episode',
  ]);
  expect(rows['A1']).toMatchObject({ 'Date Child Was Last Seen': '2026-10-20', 'CIN Closure Date': null });
});

test('care leavers are those of the newest return who are not in care, and those on record', async () => {
  const { L1 } = await rowsOf(9);
  expect(L1).toMatchObject({
    'Eligibility Category': 'b) Former relevant child',
    'Activity Status': 'F3: Full time in training or employment',
  });
});

test('a list with no rows, and a column with nothing, say why', async () => {
  for (const number of [1, 2, 3, 4, 5, 7, 10, 11]) {
    expect((await draw(manager, number))?.whyEmpty).toMatch(/\w{3}/);
  }
  for (const { number, columns } of annexALists) {
    const drawn = await draw(manager, number);
    expect(drawn?.columns.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    expect(drawn?.columns.filter(({ source, whyBlank }) => source === null && whyBlank === null)).toEqual([]);
  }
});

test.each([
  ['a commissioner', commissioner],
  ['a social worker', socialWorker],
  ['a practice', worker],
  ['an inspector', inspectorOfBirmingham],
])('lists are not drawn by %s', async (_, viewer) => {
  expect(await draw(viewer, 8)).toBeNull();
});

test.each([
  ['a list that is none', { list: 12 }],
  ['a day to come', { list: 8, asAt: '2027-01-01' }],
])('%s is refused', async (_, asked) => {
  const of = [{ __typename: 'LocalAuthority', id: BIRMINGHAM }];
  expect(await world.refusal(analyst, QUERY, { of, ...asked })).toBe('BAD_USER_INPUT');
});

test('the workbook holds the template’s sheets, and days as days', async () => {
  const lists = await Promise.all(
    annexALists.map(async ({ number }) => {
      const drawn = await draw(analyst, number);
      return {
        number,
        whyEmpty: drawn?.whyEmpty ?? null,
        columns: drawn?.columns ?? [],
        rows: (drawn?.rows ?? []).map(({ cells }) => cells),
      };
    }),
  );
  const bytes = await annexAWorkbook({ authority: 'Birmingham', asAt: world.clock.today(), lists });
  const { sheets } = await readXlsx(bytes);
  expect(sheets.map(({ name }) => name)).toEqual([
    'Front_Sheet',
    'What_this_holds',
    ...annexALists.map(({ number }) => `List_${number}`),
  ]);
  const list8 = sheets.find(({ name }) => name === 'List_8');
  expect(list8?.rows[1]).toEqual(annexALists.find(({ number }) => number === 8)?.columns.map(({ name }) => name));
  const born = list8?.rows[1]?.indexOf('Date of Birth') ?? -1;
  expect(list8?.rows[2]?.[born]).toEqual(new Date('2014-05-06T00:00:00Z'));
  expect(list8?.rows).toHaveLength(5);
});
