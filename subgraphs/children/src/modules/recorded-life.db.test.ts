import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../testing/a-child.ts';
import { givenChildren, idOf } from '../testing/given.ts';
import { familyAndHealth, type RecordedConcept } from '../testing/recorded-life.ts';
import { schoolingAndSafety } from '../testing/recorded-schooling.ts';
import { startSafeguards, type SafeguardsWorld } from '../testing/safeguards.ts';
import { analyst, foreignManager, inspectorOfBirmingham, manager, socialWorker, worker } from '../testing/staff.ts';

let world: SafeguardsWorld;
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const corrected = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const partly = aChild({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', functions: ['PLACEMENT'] }],
});

const concepts = [...familyAndHealth, ...schoolingAndSafety];

interface Done {
  readonly __typename: string;
  readonly field?: string;
  readonly message?: string;
  readonly entry: { readonly id: string; readonly recorded: { readonly version: number } };
}

let entries = 0;
const mutationOf = ({ type }: RecordedConcept): string => `
  mutation ($input: Record${type}Input!) { done: record${type}(input: $input) { __typename
    ... on Record${type}Success { entry: ${type.charAt(0).toLowerCase()}${type.slice(1)} { id recorded { version } } }
    ... on RecordInputError { field message } } }`;
const inputOf = (concept: RecordedConcept, child: typeof theirs, parts: object = {}) => ({
  childId: idOf(child),
  key: `entry ${++entries}`,
  ...concept.input,
  ...parts,
});
const record = async (viewer: Viewer, concept: RecordedConcept, child: typeof theirs, parts: object = {}) => {
  const { data, touched } = await world.ask<{ done: Done }>(viewer, mutationOf(concept), {
    input: inputOf(concept, child, parts),
  });
  return { ...data.done, told: touched.changes };
};
const listOf = async (viewer: Viewer, { list, asked }: RecordedConcept, child: typeof theirs, knownAt?: string) => {
  const { data } = await world.ask<{ child: { list: { id: string }[] } | null }>(
    viewer,
    `query ($id: ID!, $knownAt: DateTime) { child(id: $id) { list: ${list}(knownAt: $knownAt) { id ${asked} } } }`,
    { id: idOf(child), knownAt },
  );
  return data.child?.list ?? null;
};

beforeAll(async () => {
  world = await startSafeguards();
  const children = [theirs, corrected, partly];
  await givenChildren(world.database, children);
  await world.database.owner((db) =>
    db.query(
      `INSERT INTO missing_incident (la_code, child_id, id, kind, started_on, ended_on)
       SELECT 'E08000025', child, child || '.' || incident.first, 'M', incident.first, incident.back
       FROM unnest($1::text[]) AS child,
         (VALUES (date '2026-01-05', date '2026-01-07'), ('2026-02-01', NULL)) AS incident (first, back)`,
      [children.map(idOf)],
    ),
  );
});
afterAll(() => world.close());

describe.each(concepts.map((concept) => [concept.type, concept] as const))('%s', (_, concept) => {
  test('is recorded by the practice the child is with, and shown to the child’s own people', async () => {
    const { __typename, entry, told } = await record(worker, concept, theirs);
    expect(__typename).toBe(`Record${concept.type}Success`);
    expect(told).toMatchObject([{ ids: [entry.id], childIds: [idOf(theirs)] }]);
    const seen = await Promise.all([worker, analyst].map((viewer) => listOf(viewer, concept, theirs)));
    expect(seen).toMatchObject([[{ id: entry.id, ...concept.answer }], [{ id: entry.id, ...concept.answer }]]);
    expect(await listOf(inspectorOfBirmingham, concept, theirs)).toBeNull();
    expect(await listOf(foreignManager, concept, theirs)).toBeNull();
  });

  test('is kept from a practice whose contract does not delegate it, and from those who record nothing', async () => {
    const { entry } = await record(socialWorker, concept, partly);
    expect(await listOf(manager, concept, partly)).toMatchObject([{ id: entry.id }]);
    expect(await listOf(worker, concept, partly)).toEqual([]);
    expect(await rowsInSight(worker, entry.id)).toBe(0);
    expect(await rowsInSight(manager, entry.id)).toBe(1);
    const input = inputOf(concept, partly);
    expect(await world.refusal(worker, mutationOf(concept), { input })).toBe('FORBIDDEN');
    expect(await world.refusal(analyst, mutationOf(concept), { input })).toBe('FORBIDDEN');
  });

  test('is corrected and withdrawn, and known as it was', async () => {
    world.at('2026-06-01T10:00:00Z');
    const { entry } = await record(worker, concept, corrected);
    world.at('2026-06-02T10:00:00Z');
    const correcting = { id: entry.id, version: 1, reason: 'Looked again.' };
    expect((await record(manager, concept, corrected, { correcting })).entry).toMatchObject({
      id: entry.id,
      recorded: { version: 2 },
    });
    expect(await listOf(worker, concept, corrected)).toHaveLength(1);
    const { data } = await world.ask(
      worker,
      'mutation ($input: CorrectingInput!) { withdrawRecord(input: $input) { __typename } }',
      { input: { id: entry.id, version: 2, reason: 'Another child’s.' } },
    );
    expect(data).toEqual({ withdrawRecord: { __typename: 'RecordWithdrawn' } });
    expect(await listOf(worker, concept, corrected)).toEqual([]);
    expect(await listOf(worker, concept, corrected, '2026-06-01T12:00:00Z')).toMatchObject([concept.answer]);
    world.at('2026-11-22T12:00:00Z');
  });

  test.each(concept.refused)('is not recorded with %s: the field is named', async (_what, parts, field) => {
    const { __typename, field: named, message } = await record(worker, concept, theirs, parts);
    expect([__typename, named]).toEqual(['RecordInputError', field]);
    expect(message).toMatch(/^[A-Z].*\.$/s);
  });
});

/** Rows of an entry that row-level security shows. */
async function rowsInSight(viewer: Viewer, id: string): Promise<number> {
  const table = id.slice(id.lastIndexOf('.') + 1, -37).replaceAll('-', '_');
  const rows = await world.database.read(await world.related(viewer), (db) =>
    db.query(`SELECT id FROM ${table} WHERE la_code = 'E08000025' AND id = $1`, [id]),
  );
  return rows.length;
}
