import { afterEach, describe, expect, test } from 'vitest';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase } from '@mainstay/subgraph-kit/testing';
import { childIndicators } from '../../indicators/index.ts';
import { migrations } from '../../migrations/index.ts';
import { testClock } from '../../testing/asking.ts';
import { graphOver } from '../../testing/graph.ts';
import { givenManyChildren } from '../../testing/many-children.ts';

const everything = `
  query Everything($la: ID!, $practice: ID!, $contracts: [_Any!]!) {
    children(la: $la, first: 100) {
      totalCount
      edges {
        node {
          id localId isLookedAfter
          localAuthority { id }
          episodes { id }
          episodesThen: episodes(asOf: "2023-01-01") { id }
          placements { id type { code meaning } }
          currentPlacement { id }
          legalStatuses { startedOn }
          socialWorkerEpisodes { id worker { id } }
          leadProfessional { id }
          reviews { id participation { meaning } }
        }
      }
    }
    _entities(representations: $contracts) {
      ... on Contract { children(first: 20) { totalCount edges { node { id reviews { id } } } } }
      ... on LocalAuthority {
        childMeasures(from: "2025-04-01", to: "2026-03-31") { result { __typename } exclusions { count } }
        childMeasureHistory(lastYear: 2026) { result { __typename ... on Known { numerator denominator } } }
      }
      ... on Practice { childMeasures(from: "2025-04-01", to: "2026-03-31") { result { __typename } } }
    }
    behind: children(
      practice: $practice
      behind: { indicator: "reviews-took-part", from: "2025-04-01", to: "2026-03-31", part: NUMERATOR }
    ) { totalCount edges { node { currentPlacement { type { code } } } } }
  }`;

const representations = [
  { __typename: 'LocalAuthority', id: 'L001' },
  { __typename: 'Practice', id: 'harbour' },
  { __typename: 'Contract', id: 'harbour-2023-L001' },
  { __typename: 'Contract', id: 'harbour-2023-L002' },
  ...Array.from({ length: 40 }, (_, index) => ({ __typename: 'Child', id: `L001.${String(index).padStart(20, '0')}` })),
];

const staff = aViewer({ laCodes: ['L001'] });
const practiceStaff = aViewer({
  audience: 'practice',
  role: 'swp-worker',
  laCodes: ['L001', 'L002'],
  practiceId: 'harbour',
});

interface Everything {
  children: { totalCount: number; edges: { node: { leadProfessional: { id: string } | null } }[] };
}

describe('the statements of a request for everything', () => {
  let database: Database;
  afterEach(() => database.close());

  async function statementsOf(childrenOfEach: number, viewer: Viewer): Promise<{ sql: string[]; answer: Everything }> {
    const sql: string[] = [];
    database = await startTestDatabase('children', {
      migrations,
      clock: testClock,
      onStatement: (text) => sql.push(text),
    });
    await givenManyChildren(database, { authorities: 2, childrenOfEach });
    sql.length = 0;
    const variables = { la: 'L001', practice: 'harbour', contracts: representations };
    const answer = await graphOver(database)<Everything>(viewer, everything, variables);
    return { sql, answer };
  }

  test.each([
    ['an authority’s staff', staff],
    ['a practice’s staff', practiceStaff],
  ])('are the same for 12 children and for 2,000, asked by %s', async (_, viewer) => {
    const few = await statementsOf(12, viewer);
    await database.close();
    const many = await statementsOf(2_000, viewer);
    expect(few.answer.children.totalCount).toBe(viewer === staff ? 12 : 4);
    expect(many.answer.children.totalCount).toBe(viewer === staff ? 2_000 : 666);
    expect(many.answer.children.edges).toHaveLength(100);
    expect(many.answer.children.edges[0]?.node.leadProfessional?.id).toMatch(/^SW\d{6}$/);
    expect(many.sql.toSorted()).toEqual(few.sql.toSorted());
    // Lists 3, counts 3, what hangs on a child 5, what holds today 3, references 1, returns and allocations at most 6,
    // and one for each indicator and kind of owner.
    expect(many.sql.length).toBeLessThanOrEqual(21 + 2 * childIndicators.length);
  });
});
