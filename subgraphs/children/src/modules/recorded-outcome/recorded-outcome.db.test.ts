import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild, BIRMINGHAM } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, foreignManager, socialWorker } from '../../testing/staff.ts';
import { findOutcomeFacts } from './recorded-outcome.repository.ts';
import { outcomeRows, type OutcomeTable } from './recorded-outcome.rows.ts';

let world: SafeguardsWorld;
const YEAR = 2026;
const inCare = aChild({ localId: 'STAYS' });
const since = aChild({ localId: 'SINCE', care: [{ from: '2025-04-02' }] });
const left = aChild({ localId: 'LEFT', born: '2006-07-15', care: [{ from: '2022-04-01', to: '2024-07-15' }] });
const adopted = aChild({ localId: 'ADOPTED', care: [{ from: '2022-04-01', to: '2025-09-01' }] });
const stillIn = aChild({ localId: 'STILL', born: '2008-07-15' });
const silent = aChild({ localId: 'SILENT' });
const children = [inCare, since, left, adopted, stillIn, silent];

let entries = 0;
const record = async (type: string, child: typeof inCare, parts: object) => {
  const { data } = await world.ask<{ done: { __typename: string } }>(
    socialWorker,
    `mutation ($input: Record${type}Input!) { done: record${type}(input: $input) { __typename
       ... on RecordInputError { field message } } }`,
    { input: { childId: idOf(child), key: `entry ${++entries}`, ...parts } },
  );
  expect(data.done).toEqual({ __typename: `Record${type}Success` });
};
const check = { kind: 'DENTAL_CHECK', happenedOn: '2025-10-01', outcome: 'DONE' };
const update = {
  asOf: '2025-07-15',
  eligibility: 'FORMER_RELEVANT',
  inTouch: 'YES',
  lastContactOn: '2025-07-15',
  activity: 'F4',
  accommodation: 'Z1',
  personalAdviser: 'Sam',
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, children);
  await world.database.owner((db) =>
    db.query(`UPDATE episode SET reason_ended = 'E12' WHERE child_id = $1`, [idOf(adopted)]),
  );
  for (const child of [inCare, since, left]) await record('HealthEvent', child, check);
  for (const child of [stillIn, left]) await record('LeavingCare', child, update);
  const match = { matchedOn: '2025-01-05', adopterSexes: 'FF', adopterStatus: 'L12', isByFosterCarer: false };
  await record('AdoptionDecision', adopted, { decidedOn: '2024-06-01', ...match });
});
afterAll(() => world.close());

const rowsOf = async (table: OutcomeTable, viewer = analyst, year = YEAR) => {
  const related = await world.related(viewer);
  const facts = await world.database.read(related, (db) => findOutcomeFacts(db, { laCode: BIRMINGHAM }));
  return Object.fromEntries(
    [...facts].flatMap(([localId, of]) => outcomeRows(table, of, year).map((cells) => [localId, cells])),
  );
};

test('each table holds the children it asks about, as the record has them', async () => {
  expect(await rowsOf('OC2')).toMatchObject({ STAYS: { TEETH_CHECK: '1', HEALTH_ASSESSMENT: '0' } });
  expect(Object.keys(await rowsOf('OC2'))).toEqual(['STAYS']);
  expect(await rowsOf('OC3')).toEqual({ LEFT: { IN_TOUCH: 'YES', ACTIV: 'F4', ACCOM: 'Z1' } });
  expect(await rowsOf('AD1')).toMatchObject({ ADOPTED: { NB_ADOPTR: '2', SEX_ADOPTR: 'FF', LS_ADOPTR: 'L12' } });
  expect(await rowsOf('PlacedAdoption')).toMatchObject({ ADOPTED: { DATE_PLACED: '01/06/2024' } });
  expect(Object.keys(await rowsOf('AD1', analyst, YEAR + 1))).toEqual([]);
});

test('another authority is told nothing', async () => {
  expect(await rowsOf('OC2', foreignManager)).toEqual({});
});

test('only children asked for of whom something is on record are answered', async () => {
  const related = await world.related(analyst);
  const wanted = { laCode: BIRMINGHAM, localIds: ['STAYS', 'SILENT'] };
  const facts = await world.database.read(related, (db) => findOutcomeFacts(db, wanted));
  expect([...facts.keys()]).toEqual(['STAYS']);
  expect(facts.get('STAYS')?.dateOfBirth).toBe(inCare.born);
  expect(facts.get('STAYS')?.care).toEqual([{ startedOn: '2022-04-01', endedOn: null }]);
});
