import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { BIRMINGHAM } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, withoutRowSecurity, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { analyst, manager, practiceManager, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const inPractice = (functions?: readonly string[]) => ({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', ...(functions ? { functions } : {}) }],
});
const plain = aChild();
const theirs = aChild(inPractice());
const partly = aChild(inPractice(['PLACEMENT']));
const restricted = aChild(inPractice());

beforeAll(async () => {
  world = await startSafeguards(withoutRowSecurity);
  await givenChildren(world.database, [plain, theirs, partly, restricted]);
  await world.database.owner((db) =>
    db.query(
      `INSERT INTO decision (la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn, type, question, status,
         level, asked_level, may_decide_own, decider_ids, due_on, asked_by, asked_at)
       SELECT la_code, id, id || '.decision-1', 1, 'x', now(), false, 'OTHER', 'May they?', 'ASKED', 'WORKER', 'WORKER',
         true, '[]', '2026-12-01', 'x', '2026-11-01T10:00:00Z'::timestamptz FROM child`,
    ),
  );
  const RESTRICT = `mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { __typename } }`;
  const input = { childId: idOf(restricted), reason: 'A child of a colleague.', namedPersonIds: [] };
  await world.ask(manager, RESTRICT, { input });
});
afterAll(() => world.close());

interface Found {
  readonly decisionRequests: readonly { readonly child: { readonly id: string } | null }[];
  readonly decisionTimes: readonly { readonly asked: number }[];
}

async function found(viewer: Viewer, type: string, id: string) {
  const { data, touched } = await world.ask<{ _entities: Found[] }>(
    viewer,
    `{ _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} {
       decisionRequests { child { id } } decisionTimes(from: "2026-11-01", to: "2026-11-30") { asked } } } }`,
  );
  const [owner] = data._entities;
  const children = owner?.decisionRequests.map(({ child }) => child?.id);
  return { children: children?.toSorted(), asked: owner?.decisionTimes[0]?.asked, touched };
}

test('without row-level security, nobody is told of more questions either', async () => {
  const ids = [plain, theirs, partly].map(idOf).toSorted();
  const seen = await found(analyst, 'LocalAuthority', BIRMINGHAM);
  expect(seen).toMatchObject({ children: ids, asked: 3 });
  expect(seen.touched).toMatchObject({ records: [], lists: [{ name: 'LocalAuthority.decisionRequests', size: 3 }] });
  expect(await found(manager, 'LocalAuthority', BIRMINGHAM)).toMatchObject({ asked: 4 });
  for (const viewer of [worker, practiceManager]) {
    expect(await found(viewer, 'Practice', 'harbour-practice')).toMatchObject({ children: [idOf(theirs)], asked: 1 });
    expect(await found(viewer, 'LocalAuthority', BIRMINGHAM)).toMatchObject({ children: [], asked: undefined });
  }
  expect(await found(analyst, 'Practice', 'harbour-practice')).toMatchObject({ asked: 2 });
});
