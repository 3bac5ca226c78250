import { afterAll, beforeAll, expect, test } from 'vitest';
import { aViewer, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ChildrenSubgraph } from '../../index.ts';
import { ask, startDatabase, startSubgraph } from '../../testing/children-world.ts';
import { givenManyChildren } from '../../testing/many-children.ts';

const everything = `
  query Work($first: Int!) {
    children(la: "L001", first: $first) { edges { node {
      carePlans { id sections { text } versions { changed } recorded { version } } currentCarePlan { id }
      carePlanSuggestions { section text } pathway: carePlanSuggestions(kind: PATHWAY) { section text }
      reviewMeetings { id decisions { what isLate } } reviewDecisions { id } reviewConcerns { id }
      decisions { id mayDecide isEscalated child { id } } voices { words promises { what } } voicePromises { id }
    } } }
    _entities(representations: [{ __typename: "LocalAuthority", id: "L001" }]) { ... on LocalAuthority {
      decisionRequests(first: $first) { id mayDecide isEscalated child { id localId } }
      decisionRules { type } decisionTimes(from: "2025-01-01", to: "2026-12-31") { medianHours }
    } }
  }`;

let database: TestDatabase;
let subgraph: ChildrenSubgraph;
const sql: string[] = [];
const CHILDREN = 40;
const RECORDED = 'la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn';
const recorded = (kind: string) =>
  `la_code, id, id || '.${kind}-1', 1, 'somebody', '2026-07-01T10:00:00Z'::timestamptz, false`;

beforeAll(async () => {
  database = await startDatabase({ onStatement: (text) => sql.push(text) });
  subgraph = startSubgraph(database);
  await givenManyChildren(database, { authorities: 1, childrenOfEach: CHILDREN });
  await database.owner((db) =>
    db.query(`
      INSERT INTO care_plan (${RECORDED}, kind, edition, status, sections, agreed_on)
      SELECT ${recorded('care-plan')}, 'CARE', 1, 'AGREED', '[{"section":"HEALTH","text":"Well."}]', '2026-07-01'
      FROM child;
      INSERT INTO review_meeting (${RECORDED}, status, planned_for, invitations, reports, views)
      SELECT ${recorded('review-meeting')}, 'PLANNED', '2026-12-01', '[]', '[]', '[]' FROM child;
      INSERT INTO review_meeting_decision (${RECORDED}, meeting_id, position, what, who, due_on, status)
      SELECT ${recorded('review-meeting-decision')}, id || '.review-meeting-1', 1, 'Act.', 'x', '2026-12-01', 'OPEN'
      FROM child;
      INSERT INTO decision (${RECORDED}, type, question, status, level, asked_level, may_decide_own, decider_ids, due_on,
        asked_by, asked_at)
      SELECT ${recorded('decision')}, 'OTHER', 'May they?', 'ASKED', 'WORKER', 'WORKER', true, '[]', '2026-12-01', 'x',
        '2026-07-01T10:00:00Z' FROM child;
      INSERT INTO voice (${RECORDED}, said_on, speaker, medium, words, ratings)
      SELECT ${recorded('voice')}, '2026-07-01', 'CHILD', 'TALK', 'I like it here.', '[]' FROM child;
      INSERT INTO voice_promise (${RECORDED}, voice_id, what, who, due_on)
      SELECT ${recorded('voice-promise')}, id || '.voice-1', 'Ask.', 'x', '2026-12-01' FROM child`),
  );
});
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

interface Work {
  readonly children: { readonly edges: readonly { readonly node: object }[] };
  readonly _entities: readonly { readonly decisionRequests: readonly object[] }[];
}

async function statementsOf(first: number): Promise<string[]> {
  sql.length = 0;
  const viewer = aViewer({ role: 'la-worker', laCodes: ['L001'] });
  const { children, _entities } = await ask<Work>(subgraph, viewer, { query: everything, variables: { first } });
  expect(children.edges).toHaveLength(first);
  expect(_entities[0]?.decisionRequests).toHaveLength(first);
  expect(children.edges.at(-1)?.node).toMatchObject({
    currentCarePlan: {},
    carePlanSuggestions: expect.arrayContaining([expect.objectContaining({ section: 'WISHES_AND_FEELINGS' })]),
    reviewMeetings: [{ decisions: [{ what: 'Act.' }] }],
    decisions: [{ mayDecide: true }],
    voices: [{ promises: [{ what: 'Ask.' }] }],
  });
  return [...sql];
}

test('the plans, reviews, decisions and words of many children take the statements of those of a few', async () => {
  const few = await statementsOf(3);
  const many = await statementsOf(CHILDREN);
  expect(many).toHaveLength(few.length);
  expect(many.filter((text) => /FROM care_plan\b/.test(text))).toHaveLength(2);
});
