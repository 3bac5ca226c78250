import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, manager, socialWorker, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const withPractice = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const other = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const atTheAuthority = aChild();
const hidden = aChild();

const RECORD = `mutation ($input: RecordSiblingInput!) { done: recordSibling(input: $input) { __typename
  ... on RecordSiblingSuccess { sibling { id child { id } } } ... on RecordInputError { field } } }`;
const SIBLINGS = `query ($id: ID!) { child(id: $id) { siblings { id isOfTheAuthority child { id } relation } } }`;

let entries = 0;
const record = async (viewer: Viewer, of: typeof other, who: typeof other) => {
  entries += 1;
  world.at(`2026-06-01T10:0${entries}:00Z`);
  const input = {
    childId: idOf(of),
    key: `entry ${entries}`,
    siblingChildId: idOf(who),
    relation: 'FULL',
    livesTogether: { value: true },
    asOf: '2026-01-05',
  };
  return (await world.ask<{ done: { __typename: string } }>(viewer, RECORD, { input })).data.done;
};
const siblingsOf = async (viewer: Viewer, child: typeof other) => {
  const { data } = await world.ask<{ child: { siblings: { child: { id: string } | null }[] } | null }>(
    viewer,
    SIBLINGS,
    {
      id: idOf(child),
    },
  );
  return data.child?.siblings.map((one) => one.child?.id ?? 'somebody') ?? null;
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [withPractice, other, atTheAuthority, hidden]);
});
afterAll(() => world.close());

test('two children of the authority are brother and sister in both records, though recorded once or twice', async () => {
  await record(worker, withPractice, other);
  expect(await siblingsOf(worker, other)).toEqual([idOf(withPractice)]);
  await record(worker, other, withPractice);
  expect(await siblingsOf(worker, other)).toEqual([idOf(withPractice)]);
  expect(await siblingsOf(analyst, withPractice)).toEqual([idOf(other)]);
});

test('a practice cannot name, nor is told who is, a child who is not with it', async () => {
  expect(await record(worker, withPractice, atTheAuthority)).toEqual({
    __typename: 'RecordInputError',
    field: 'siblingChildId',
  });
  await record(socialWorker, withPractice, atTheAuthority);
  expect(await siblingsOf(manager, withPractice)).toEqual([idOf(other), idOf(atTheAuthority)]);
  expect(await siblingsOf(worker, withPractice)).toEqual([idOf(other), 'somebody']);
});

test('a child whose record is restricted is no brother or sister to others', async () => {
  await record(manager, hidden, other);
  await world.ask(manager, 'mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { __typename } }', {
    input: { childId: idOf(hidden), reason: 'The child of a colleague.', namedPersonIds: [] },
  });
  expect(await siblingsOf(manager, other)).toContain(idOf(hidden));
  expect(await siblingsOf(analyst, other)).toEqual([idOf(withPractice)]);
});

test('a child is not its own brother or sister', async () => {
  expect(await record(manager, other, other)).toEqual({ __typename: 'RecordInputError', field: 'siblingChildId' });
});
