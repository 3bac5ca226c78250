import { afterAll, beforeAll, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import { internalSubject, signCaller, type Caller, type Viewer } from '@mainstay/subgraph-kit';
import { TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ChildrenSubgraph } from '../../index.ts';
import { aChild } from '../../testing/a-child.ts';
import {
  birminghamCommissioner,
  clock,
  practiceWorker,
  sandwell,
  startDatabase,
  startSubgraph,
} from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import type { AllocationFacts } from './allocation.facts.ts';

const inCare = aChild();
const interim = aChild();
const adopted = aChild({
  care: [{ from: '2022-04-01', place: 'A5' }],
  placements: [{ from: '2022-04-01', type: 'A5' }],
});
const left = aChild({ care: [{ from: '2022-04-01', to: '2026-06-10', reasonEnded: 'E4A' }] });
const student = aChild({
  born: '2005-11-01',
  care: [{ from: '2020-01-01', to: '2023-11-01', reasonEnded: 'E7' }],
  leaver: [{ year: 2026, activity: 'F1' }],
});
const children = [inCare, interim, adopted, left, student];
let database: TestDatabase;
let subgraph: ChildrenSubgraph;
beforeAll(async () => {
  database = await startDatabase();
  await givenChildren(database, children);
  await database.owner((db) =>
    db.query(`UPDATE legal_status_period SET legal_status = 'C1' WHERE child_id = $1`, [idOf(interim)]),
  );
  subgraph = startSubgraph(database);
});
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

async function factsFor(viewer: Viewer, on = '2026-11-22'): Promise<Map<string, AllocationFacts>> {
  const caller: Caller = { kind: 'viewer', viewer };
  const params = { on };
  const token = signCaller(caller, {
    subgraph: 'children',
    secret: TEST_SECRET,
    body: internalSubject('allocation-facts', params),
    now: clock.now(),
  });
  const body = (async function* (): AsyncIterable<Uint8Array> {
    yield Buffer.from(JSON.stringify(children.map(idOf)));
  })();
  const found = (await subgraph.callInternal('allocation-facts', { token, params, body })) as AllocationFacts[];
  return new Map(found.map((one) => [one.childId, one]));
}

test('tells what decides about each child', async () => {
  const found = await factsFor(birminghamCommissioner);
  expect(found.get(idOf(inCare))).toEqual({
    childId: idOf(inCare),
    isLookedAfter: true,
    legalStatus: 'C2',
    legalStatusSince: '2022-04-01',
    lookedAfterSince: '2022-04-01',
    suitableForAdoptionSince: null,
    dateOfBirth: '2014-05-06',
    careEndedOn: null,
    careEndReason: null,
    careOrderEndedOn: null,
    isInFullTimeEducation: false,
  });
  expect(found.get(idOf(interim))).toMatchObject({ legalStatus: 'C1' });
  expect(found.get(idOf(adopted))).toMatchObject({ suitableForAdoptionSince: '2022-04-01' });
  expect(found.get(idOf(left))).toMatchObject({
    isLookedAfter: false,
    legalStatus: null,
    careEndedOn: '2026-06-10',
    careEndReason: 'E4A',
    careOrderEndedOn: '2026-06-10',
  });
  expect(found.get(idOf(student))).toMatchObject({ isInFullTimeEducation: true, careEndReason: 'E7' });
});

test('as on the day asked about: the day care ceased is not in it', async () => {
  expect((await factsFor(birminghamCommissioner, '2026-06-09')).get(idOf(left))).toMatchObject({ isLookedAfter: true });
  expect((await factsFor(birminghamCommissioner, '2026-06-10')).get(idOf(left))).toMatchObject({
    isLookedAfter: false,
  });
  await expect(factsFor(birminghamCommissioner, plainDate('2026-06-10').slice(1))).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
  });
});

test('says nothing of children the viewer may not see', async () => {
  const hiding = { ...birminghamCommissioner, hiddenChildIds: [idOf(inCare)] };
  expect([...(await factsFor(hiding)).keys()]).not.toContain(idOf(inCare));
  expect((await factsFor(sandwell)).size).toBe(0);
  expect((await factsFor(practiceWorker)).size).toBe(0);
});

test('a decision in the newest return counts until it is reversed', async () => {
  const cells = [inCare.localId, '06/05/2014', '01/02/2026', '', ''];
  await database.owner((db) =>
    db.query(
      `INSERT INTO return_row (la_code, import_id, ordinal, collection_year, table_name, row_hash, position,
                               child_local_id, child_id, cells, file_name, recorded_at)
       VALUES ($1, 'import', 1, 2026, 'PlacedAdoption', decode(md5('row'), 'hex'), 1, $2, $3, $4, 'f', now())`,
      [inCare.la, inCare.localId, idOf(inCare), cells],
    ),
  );
  const since = async () => (await factsFor(birminghamCommissioner)).get(idOf(inCare))?.suitableForAdoptionSince;
  expect(await since()).toBe('2026-02-01');
  await database.owner((db) => db.query(`UPDATE return_row SET cells[4] = '01/03/2026' WHERE import_id = 'import'`));
  expect(await since()).toBeNull();
});
