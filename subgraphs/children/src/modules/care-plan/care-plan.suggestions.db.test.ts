import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild, type ChildOfTest } from '../../testing/a-child.ts';
import { givenInSample } from '../../testing/close-to-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { inspectorOfBirmingham, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const partly = aChild({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', functions: ['PLACEMENT', 'HEALTH'] }],
});

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [theirs, partly]);
  await givenInSample(world.database, idOf(theirs));
});
afterAll(() => world.close());

test('what is on record is offered for the sections it belongs in', async () => {
  const common = (table: string) => `'E08000025', $1, $1 || '.${table}-x', 1, 'worker', now(), false`;
  const columns = 'la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn';
  await world.database.owner(async (db) => {
    for (const sql of [
      `INSERT INTO contact_plan (${columns}, person_name, relation, is_barred, started_on, kind, times_a_year)
       VALUES (${common('contact-plan')}, 'A', 'MOTHER', false, '2026-01-01', 'FACE_TO_FACE', 12)`,
      `INSERT INTO school_place (${columns}, school_name, type, started_on, entry)
       VALUES (${common('school-place')}, 'High Street School', 'SECONDARY', '2025-09-01', 'FIRST')`,
      `INSERT INTO voice (${columns}, said_on, speaker, medium, words, ratings)
       VALUES (${common('voice')}, '2026-11-01', 'CHILD', 'TALK', 'I want to stay.', '[]')`,
    ]) {
      await db.query(sql, [idOf(theirs)]);
    }
  });
  const QUERY = `query ($id: ID!) { child(id: $id) {
    care: carePlanSuggestions { section text source } pathway: carePlanSuggestions(kind: PATHWAY) { section source } } }`;
  const offered = async (viewer: Viewer, child: ChildOfTest) => {
    const { data } = await world.ask<{ child: { care: Suggested[]; pathway: Suggested[] } }>(viewer, QUERY, {
      id: idOf(child),
    });
    return data.child;
  };
  const { care, pathway } = await offered(worker, theirs);
  expect(care).toEqual([
    { section: 'PERMANENCE', text: expect.stringContaining('Legal status:'), source: 'legal status' },
    { section: 'PLACEMENT', text: expect.stringContaining('Since 01/04/2022'), source: 'placement' },
    { section: 'EDUCATION', text: 'High Street School, since 01/09/2025.', source: 'school' },
    { section: 'RELATIONSHIPS', text: 'A (mother): face to face, 12 times a year.', source: 'contact plan' },
    { section: 'WISHES_AND_FEELINGS', text: 'On 01/11/2026: “I want to stay.”', source: 'what the child said' },
  ]);
  expect(pathway.map(({ section }) => section)).toEqual([
    'ACCOMMODATION',
    'EDUCATION_TRAINING_WORK',
    'RELATIONSHIPS',
    'WISHES_AND_FEELINGS',
  ]);
  expect(await offered(worker, partly)).toEqual({ care: [], pathway: [] });
  const LISTED = '{ children { edges { node { id carePlanSuggestions { source } } } } }';
  const { data } = await world.ask<{ children: { edges: { node: { id: string; carePlanSuggestions: object[] } }[] } }>(
    inspectorOfBirmingham,
    LISTED,
  );
  const listed = data.children.edges.filter(({ node }) => node.carePlanSuggestions.length > 0);
  expect(listed.map(({ node }) => node.id)).toEqual([idOf(theirs)]);
});

interface Suggested {
  readonly section: string;
  readonly source: string;
}
