import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, manager, socialWorker, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const child = aChild({
  care: [{ from: '2026-11-01' }],
  placements: [{ from: '2026-11-01', type: 'U3' }],
  allocations: [{ practice: 'harbour-practice', from: '2026-06-01' }],
});
const partly = aChild({
  care: [{ from: '2026-11-01' }],
  allocations: [{ practice: 'harbour-practice', from: '2026-06-01', functions: ['VISITS_AND_SUPERVISION'] }],
});

const RECORD = `mutation ($input: RecordPlacementArrangementInput!) { recordPlacementArrangement(input: $input) {
  __typename
  ... on RecordPlacementArrangementSuccess { placementArrangement { id startedOn isBeforeAssessment { value }
    isTemporarilyApproved { value notKnown } fewerVisitsAgreedOn }
    child { duties { rule { code } dueOn } } }
  ... on RecordInputError { field } } }`;
let entries = 0;
const input = (parts: object = {}) => ({
  childId: idOf(child),
  key: `entry ${++entries}`,
  startedOn: '2026-11-01',
  isBeforeAssessment: { value: false },
  isTemporarilyApproved: { value: true },
  ...parts,
});
const record = async (viewer: Viewer, parts: object = {}) =>
  (await world.ask<{ recordPlacementArrangement: object }>(viewer, RECORD, { input: input(parts) })).data
    .recordPlacementArrangement;

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [child, partly]);
});
afterAll(() => world.close());

test('a connected person approved temporarily: visits are weekly from then on, in the same answer', async () => {
  expect(await record(worker)).toMatchObject({
    __typename: 'RecordPlacementArrangementSuccess',
    placementArrangement: { isTemporarilyApproved: { value: true, notKnown: null }, fewerVisitsAgreedOn: null },
    child: { duties: expect.arrayContaining([{ rule: { code: 'visit-interim' }, dueOn: '2026-11-08' }]) as unknown },
  });
  const { data } = await world.ask(
    manager,
    `query ($id: ID!) { child(id: $id) { placementArrangements { startedOn } } }`,
    {
      id: idOf(child),
    },
  );
  expect(data).toEqual({ child: { placementArrangements: [{ startedOn: '2026-11-01' }] } });
});

test.each([
  ['in the future', { startedOn: '2099-01-01' }, 'startedOn'],
  ['with no answer', { isBeforeAssessment: {} }, 'isBeforeAssessment'],
  ['with two answers', { isTemporarilyApproved: { value: true, notKnown: 'AWAITED' } }, 'isTemporarilyApproved'],
  ['with fewer visits agreed before it began', { fewerVisitsAgreedOn: '2026-10-01' }, 'fewerVisitsAgreedOn'],
])('is not recorded %s: the field is named', async (_, parts, field) => {
  expect(await record(socialWorker, parts)).toMatchObject({ __typename: 'RecordInputError', field });
});

test('is recorded by social workers and managers, of a practice where its contract delegates placements', async () => {
  const refusal = (viewer: Viewer, parts: object) => world.refusal(viewer, RECORD, { input: input(parts) });
  expect(await refusal(analyst, {})).toBe('FORBIDDEN');
  expect(await refusal(worker, { childId: idOf(partly) })).toBe('FORBIDDEN');
  expect(await refusal(manager, { childId: idOf(partly) })).toBe('none');
});
