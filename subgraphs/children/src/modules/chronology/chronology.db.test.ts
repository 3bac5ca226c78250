import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { foreignManager, inspectorOfBirmingham, manager, reviewingOfficer, worker } from '../../testing/staff.ts';
import { recordedSources } from './chronology.recorded-sources.ts';
import { returnedSources } from './chronology.returned-sources.ts';

let world: SafeguardsWorld;
const parts = {
  care: [{ from: '2024-03-01' }],
  placements: [
    { from: '2024-03-01', to: '2025-03-01', type: 'U6' },
    { from: '2025-03-01', type: 'U4' },
  ],
  reviews: [{ on: '2024-03-20', code: 'PN1' }],
  workers: [{ id: 'SW100001', from: '2024-03-01' }],
};
const open = aChild({
  ...parts,
  allocations: [{ practice: 'harbour-practice', from: '2024-06-01', to: '2029-06-01' }],
});
const partly = aChild({
  ...parts,
  allocations: [{ practice: 'harbour-practice', from: '2024-06-01', functions: ['VISITS_AND_SUPERVISION'] }],
});

interface Page {
  readonly edges: readonly { readonly node: Entry }[];
  readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
  readonly totalCount: number;
}
interface Entry {
  readonly id: string;
  readonly day: string;
  readonly kind: string;
  readonly title: string;
  readonly detail: string | null;
  readonly origin: string;
  readonly worker: { readonly id: string } | null;
  readonly correctedVersion: number | null;
  readonly correctedBecause: string | null;
}
const chronology = async (viewer: Viewer, child: typeof open, args: object = {}): Promise<Page | null> => {
  const { data } = await world.ask<{ child: { chronology: Page } | null }>(
    viewer,
    `query ($id: ID!, $from: Date, $to: Date, $kinds: [ChronologyKind!], $first: Int = 100, $after: String, $knownAt: DateTime) {
      child(id: $id) { chronology(from: $from, to: $to, kinds: $kinds, first: $first, after: $after, knownAt: $knownAt) {
        totalCount pageInfo { endCursor hasNextPage }
        edges { node { id day kind title detail part sourceId origin worker { id } correctedVersion correctedAt correctedBecause } } } } }`,
    { id: idOf(child), ...args },
  );
  return data.child?.chronology ?? null;
};
const told = async (viewer: Viewer, child: typeof open, args: object = {}) =>
  (await chronology(viewer, child, args))?.edges.map(({ node }) => `${node.day} ${node.title}`) ?? null;

const record = async (note: string, correcting?: object): Promise<string> => {
  const { data } = await world.ask<{ recordVisit: { visit: { id: string } } }>(
    worker,
    `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { ... on RecordVisitSuccess { visit { id } } } }`,
    {
      input: {
        childId: idOf(open),
        key: `key ${note}`,
        correcting,
        visitedOn: '2026-02-02',
        purpose: 'STATUTORY',
        isSeen: true,
        seenAlone: { value: true },
        isAtPlacement: true,
        minutes: 30,
        note,
      },
    },
  );
  return data.recordVisit.visit.id;
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [open, partly]);
  world.at('2026-03-01T10:00:00Z');
  const id = await record('First words.');
  world.at('2026-03-02T10:00:00Z');
  await record('Better words.', { id, version: 1, reason: 'A word was wrong.' });
  world.at('2026-03-03T10:00:00Z');
});
afterAll(() => world.close());

test('every fact of the record is told in order, in plain words', async () => {
  expect(await told(manager, open)).toEqual([
    '2024-03-01 Came into care',
    '2024-03-01 Legal status: Full care order',
    '2024-03-01 Placed: Foster placement with other carer, not long term',
    '2024-03-01 A social worker took over',
    '2024-03-20 Review held',
    '2024-06-01 Allocated to a practice',
    '2025-03-01 The placement ended: Foster placement with other carer, not long term',
    '2025-03-01 Placed: Foster placement with other carer, long term',
    '2026-02-02 Visit (statutory): the child was seen alone',
  ]);
});

test('a correction is marked, and what was known before it is told as it was', async () => {
  const now = (await chronology(manager, open, { kinds: ['VISIT'] }))?.edges.map(({ node }) => node);
  expect(now).toMatchObject([{ detail: 'Better words.', correctedVersion: 2, correctedBecause: 'A word was wrong.' }]);
  const then = (await chronology(manager, open, { kinds: ['VISIT'], knownAt: '2026-03-01T12:00:00Z' }))?.edges;
  expect(then?.map(({ node }) => node)).toMatchObject([{ detail: 'First words.', correctedVersion: null }]);
  expect(await told(manager, open, { kinds: ['VISIT'], knownAt: '2026-02-28T12:00:00Z' })).toEqual([]);
});

test('pages hold every entry once, and count them all', async () => {
  const seen: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page: Page | null = await chronology(manager, open, { first: 2, after });
    if (!page) throw new Error('There is no page.');
    expect(page.totalCount).toBe(9);
    seen.push(...page.edges.map(({ node }) => node.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect([seen.length, new Set(seen).size]).toEqual([9, 9]);
});

test('what is yet to come is no history, though it was asked for', async () => {
  expect(await told(manager, open, { from: '2026-03-04', to: '2030-01-01' })).toEqual([]);
});

test('who told of an entry and the worker it is about are answered', async () => {
  const page = await chronology(manager, open, { kinds: ['SOCIAL_WORKER', 'ALLOCATION', 'VISIT'] });
  expect(page?.edges.map(({ node: { origin, worker: about } }) => [origin, about?.id ?? null])).toEqual([
    ['RETURN', 'SW100001'],
    ['CONTRACT', null],
    ['RECORDED', null],
  ]);
});

test('both days belong to the time asked for', async () => {
  expect(await told(manager, open, { from: '2024-03-20', to: '2024-06-01' })).toHaveLength(2);
});

describe('who is told', () => {
  test('a practice: what its contract delegates', async () => {
    expect(await told(worker, partly)).toEqual([
      '2024-03-01 A social worker took over',
      '2024-06-01 Allocated to a practice',
    ]);
  });

  test.each([
    ['an inspector, of a child outside the sample', inspectorOfBirmingham],
    ['a reviewing officer, of a child of another’s', reviewingOfficer],
    ['another authority', foreignManager],
  ])('nothing: %s', async (_, viewer) => {
    expect(await told(viewer, open)).toBeNull();
  });
});

test('every source has a name of its own, and words for what is left blank', () => {
  const sources = [...new Set([...returnedSources(true), ...returnedSources(false), ...recordedSources])];
  const names = sources.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const blank = (about: object) => Object.fromEntries(Object.keys(about).map((field) => [field, null]));
  const words = sources.map(({ title, detail, about }) => `${title(blank(about))} ${detail?.(blank(about)) ?? ''}`);
  expect(words.filter((text) => /undefined|object|NaN/.test(text))).toEqual([]);
});

test('what was known then is read from every table', async () => {
  expect(await told(manager, open, { knownAt: '2026-03-02T12:00:00Z' })).toContain('2024-03-20 Review held');
});
