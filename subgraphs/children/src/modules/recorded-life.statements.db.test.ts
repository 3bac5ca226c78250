import { afterAll, beforeAll, expect, test } from 'vitest';
import { aViewer, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ChildrenSubgraph } from '../index.ts';
import { ask, startDatabase, startSubgraph } from '../testing/children-world.ts';
import { givenManyChildren } from '../testing/many-children.ts';

const everything = `
  query Life($first: Int!) {
    children(la: "L001", first: $first) { edges { node {
      profile { team } profiles { id } siblings { id child { localId } } contactPlans { id }
      contacts { id wasBarred plan { id } } contactTotals(from: "2025-04-01", to: "2026-03-31") { minutes }
      healthEvents { id kind } sdqChange { points } healthRegistrations { id }
      schoolPlaces { id } schoolAttendances { id } schoolExclusions { id } educationPlans { id }
      attainments { id } attainmentProgress { steps } specialEducationalNeeds { id }
      safetyEvents { id } specialistSupports { id waitDays } contributions { id } offendingOutcomes { id }
      returnInterviews { id } leavingCare { id inTouch { meaning } } adoptionDecisions { id }
    } } } }`;

let database: TestDatabase;
let subgraph: ChildrenSubgraph;
const sql: string[] = [];
const CHILDREN = 40;

beforeAll(async () => {
  database = await startDatabase({ onStatement: (text) => sql.push(text) });
  subgraph = startSubgraph(database);
  await givenManyChildren(database, { authorities: 1, childrenOfEach: CHILDREN });
  // For every child: a plan, contact under it, a score, and a brother or sister who is the next child.
  await database.owner((db) =>
    db.query(`
      INSERT INTO contact_plan (${RECORDED}, person_name, relation, is_barred, started_on)
      SELECT ${recorded('contact-plan')}, 'Somebody', 'OTHER', true, '2025-01-01' FROM child;
      INSERT INTO contact (${RECORDED}, held_on, plan_id, person_name, relation, kind, outcome, is_breach)
      SELECT ${recorded('contact')}, '2025-06-01', id || '.contact-plan-1', 'Somebody', 'OTHER', 'PHONE', 'TOOK_PLACE', true
      FROM child;
      INSERT INTO health_event (${RECORDED}, kind, happened_on, sdq_score, sdq_completed_by)
      SELECT ${recorded('health-event')}, 'SDQ', '2025-06-01', 12, 'CARER' FROM child;
      INSERT INTO sibling (${RECORDED}, sibling_child_id, relation, is_together, as_of)
      SELECT ${recorded('sibling')}, lead(id) OVER (ORDER BY id), 'FULL', true, '2025-06-01' FROM child`),
  );
});
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

const RECORDED = 'la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn';

function recorded(kind: string): string {
  return `la_code, id, id || '.${kind}-1', 1, 'somebody', '2025-07-01T10:00:00Z'::timestamptz, false`;
}

interface Life {
  readonly children: { readonly edges: readonly { readonly node: { readonly contacts: readonly unknown[] } }[] };
}

async function statementsOf(first: number): Promise<string[]> {
  sql.length = 0;
  const { children } = await ask<Life>(subgraph, aViewer({ laCodes: ['L001'] }), {
    query: everything,
    variables: { first },
  });
  expect(children.edges).toHaveLength(first);
  expect(children.edges[0]?.node).toMatchObject({
    contacts: [{ wasBarred: true, plan: {} }],
    healthEvents: [{ kind: 'SDQ' }],
  });
  // Those for recorded facts: what the subgraph does besides, such as following its feed, is no part of it.
  return sql.filter((text) => text.trim().startsWith('SELECT la_code AS "laCode"'));
}

test('the whole life of many children takes the statements of the life of one', async () => {
  const one = await statementsOf(1);
  const many = await statementsOf(CHILDREN);
  expect(many).toHaveLength(one.length);
  expect(one.length).toBeGreaterThan(15);
  expect(one.filter((text) => /FROM contact_plan\b/.test(text))).toHaveLength(1);
});
