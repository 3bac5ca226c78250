import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { importReturn } from '../modules/import-903/import-903.run.ts';
import { birmingham, clock, startDatabase } from '../testing/children-world.ts';
import { graphOver } from '../testing/graph.ts';
import { episodesFile, headerFile } from '../testing/return-texts.ts';

let database: TestDatabase;
let statements = 0;
beforeAll(async () => {
  database = await startDatabase({ onStatement: () => (statements += 1) });
  const children = Array.from({ length: 20 }, (_, index) => `K${index}`);
  const files = [headerFile(...children), episodesFile(...children.map((child) => [child, '01/05/2023'] as const))];
  await importReturn({ database, clock }, { viewer: birmingham, year: 2024, files });
});
afterAll(() => database?.close());

test('histories as they were known take as many statements for twenty children as for one', async () => {
  const ask = graphOver(database, clock);
  const KNOWN = `query ($first: Int!) { children(first: $first) { edges { node {
    placements(knownAt: "2027-01-01T00:00:00Z") { startedOn distanceFromHomeMiles }
    legalStatuses(knownAt: "2027-01-01T00:00:00Z") { startedOn }
    socialWorkerEpisodes(knownAt: "2027-01-01T00:00:00Z") { startedOn }
    reviews(knownAt: "2027-01-01T00:00:00Z") { heldOn }
  } } } }`;
  const counted: number[] = [];
  for (const first of [1, 20]) {
    statements = 0;
    const { children } = await ask<{ children: { edges: { node: { placements: unknown[] } }[] } }>(birmingham, KNOWN, {
      first,
    });
    expect(children.edges.flatMap(({ node }) => node.placements)).toHaveLength(first);
    counted.push(statements);
  }
  expect(counted[0]).toBe(counted[1]);
});
