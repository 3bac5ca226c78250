import { matchCode } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { manager } from '../../testing/staff.ts';
import type { MisuseFacts } from './misuse-facts.internal.ts';

let world: SafeguardsWorld;
const known = aChild({
  care: [{ from: '2022-04-01', to: '2023-04-01' }, { from: '2024-04-01' }],
  workers: [
    { id: 'SW2', from: '2024-06-01' },
    { id: 'SW1', from: '2024-04-01', to: '2024-06-01' },
  ],
  allocations: [
    { practice: 'harbour-practice', from: '2024-04-01', to: '2024-05-31' },
    { practice: 'oak-practice', from: '2024-06-01' },
  ],
});
const [unknown, foreign] = [aChild(), aChild({ la: SANDWELL })];

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [known, unknown, foreign]);
  await world.database.owner((db) =>
    db.query(
      `UPDATE episode SET home_postcode = CASE WHEN ended_on IS NULL THEN 'zz1 1aa' ELSE 'ZZ99 9ZZ' END
       WHERE child_id = $1`,
      [idOf(known)],
    ),
  );
  for (const [givenNames, familyName] of [
    ['Rowan', 'Former'],
    ['Rowan', "O'Samplé"],
  ]) {
    await world.ask(manager, 'mutation ($input: RecordChildNameInput!) { recordChildName(input: $input) { id } }', {
      input: { childId: idOf(known), givenNames, familyName },
    });
  }
});
afterAll(() => world.close());

const facts = (childIds: unknown, laCode = BIRMINGHAM) =>
  world.call<MisuseFacts[]>('misuse-facts', { laCode }, { body: childIds });

test('names and postcodes leave as codes only, with who worked with the child when', async () => {
  const answer = JSON.parse(JSON.stringify(await facts([idOf(unknown), idOf(known)])));
  const empty = { familyNameCode: null, postcodeCode: null, workers: [], practices: [] };
  expect(answer).toEqual([
    { childId: idOf(unknown), ...empty },
    {
      childId: idOf(known),
      familyNameCode: matchCode(TEST_SECRET, 'family-name', 'OSAMPLE'),
      postcodeCode: matchCode(TEST_SECRET, 'postcode', 'ZZ1 1AA'),
      workers: [
        { workerId: 'SW1', from: '2024-04-01', until: '2024-06-01' },
        { workerId: 'SW2', from: '2024-06-01', until: null },
      ],
      practices: [
        { practiceId: 'harbour-practice', from: '2024-03-31T23:00:00.000Z', until: '2024-05-31T23:00:00.000Z' },
        { practiceId: 'oak-practice', from: '2024-05-31T23:00:00.000Z', until: null },
      ],
    },
  ]);
  expect(JSON.stringify(answer)).not.toMatch(/sampl|former|zz1/i);
});

test('of children of another authority nothing is known', async () => {
  expect(await facts([idOf(known)], SANDWELL)).toMatchObject([{ familyNameCode: null, workers: [], practices: [] }]);
  expect(await facts([])).toEqual([]);
});

test.each([[{}], ['x'], [['no id']], [[1]]])('refuses %j', async (body) => {
  await expect(facts(body)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('only the platform itself asks', async () => {
  const call = world.call(
    'misuse-facts',
    { laCode: BIRMINGHAM },
    { body: [], caller: { kind: 'viewer', viewer: manager } },
  );
  await expect(call).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
