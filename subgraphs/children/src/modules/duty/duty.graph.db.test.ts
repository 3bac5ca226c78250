import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  reviewingOfficer,
  socialWorker,
  worker,
} from '../../testing/staff.ts';

let world: SafeguardsWorld;
const harbour = { practice: 'harbour-practice', from: '2026-06-01' };
const theirs = aChild({
  care: [{ from: '2026-10-01' }],
  allocations: [harbour],
  workers: [{ id: 'SW100001', from: '2026-10-01' }],
});
const partly = aChild({ care: [{ from: '2026-11-16' }], allocations: [{ ...harbour, functions: ['HEALTH'] }] });
const others = aChild({ care: [{ from: '2026-11-01' }], reviews: [{ on: '2026-11-20', code: 'PN1' }] });

interface Duty {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly dueOn: string;
  readonly metOn: string | null;
  readonly daysLate: number;
  readonly rule: { readonly code: string; readonly version: number };
  readonly child: { readonly localId: string };
}
const FIELDS = 'id kind state since dueOn metOn daysLate isFirst rule { code version } child { localId } worker { id }';
const ofChild = async (viewer: Viewer, child: typeof theirs, knownAt?: string) => {
  const { data } = await world.ask<{ child: { duties: Duty[] } | null }>(
    viewer,
    `query ($id: ID!, $knownAt: DateTime) { child(id: $id) { duties(knownAt: $knownAt) { ${FIELDS} } } }`,
    { id: idOf(child), knownAt },
  );
  return data.child?.duties ?? null;
};
const inWords = (duties: readonly Duty[] | null) =>
  duties?.map(({ rule, state, dueOn }) => `${rule.code} ${state} ${dueOn}`) ?? null;

interface Listed {
  readonly edges: readonly { readonly node: Duty }[];
  readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
  readonly totalCount: number;
}
const listed = async (viewer: Viewer, args: object = {}, of = 'la') => {
  const { data } = await world.ask<{ owner: { duties: Listed }[] }>(
    viewer,
    `query ($owner: [_Any!]!, $filter: DutyFilter, $first: Int = 100, $after: String) {
      owner: _entities(representations: $owner) { ... on LocalAuthority { duties(filter: $filter, first: $first, after: $after) {
        asAt totalCount pageInfo { endCursor hasNextPage } edges { node { ${FIELDS} } } } }
      ... on Practice { duties(filter: $filter, first: $first, after: $after) {
        asAt totalCount pageInfo { endCursor hasNextPage } edges { node { ${FIELDS} } } } } } }`,
    {
      owner: [
        of === 'la'
          ? { __typename: 'LocalAuthority', id: 'E08000025' }
          : { __typename: 'Practice', id: 'harbour-practice' },
      ],
      ...args,
    },
  );
  return data.owner[0]!.duties;
};
let entries = 0;
const visit = async (viewer: Viewer, child: typeof theirs, parts: object = {}) => {
  const { data } = await world.ask<{ recordVisit: { child: { duties: Duty[] }; visit: { id: string } } }>(
    viewer,
    `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { ... on RecordVisitSuccess {
      visit { id } child { duties { ${FIELDS} } } } } }`,
    {
      input: {
        childId: idOf(child),
        key: `entry ${++entries}`,
        visitedOn: '2026-10-05',
        purpose: 'STATUTORY',
        isSeen: true,
        seenAlone: { value: true },
        isAtPlacement: true,
        minutes: 45,
        note: 'Seen.',
        ...parts,
      },
    },
  );
  return data.recordVisit;
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [theirs, partly, others]);
});
afterAll(() => world.close());

describe('the duties towards a child', () => {
  test('are worked out from what the returns say, late ones first', async () => {
    expect(inWords(await ofChild(manager, theirs))).toEqual([
      'visit-first-week LATE 2026-10-08',
      'first-review LATE 2026-10-29',
      'initial-health-assessment LATE 2026-10-29',
      'care-plan LATE 2026-10-15',
    ]);
  });

  test('are met by what is recorded, in the same answer', async () => {
    const { child, visit: recorded } = await visit(worker, theirs);
    expect(inWords(child.duties)).toContain('visit-first-week MET 2026-10-08');
    expect(inWords(child.duties)).toContain('visit-six-weeks LATE 2026-11-16');
    expect(child.duties.find(({ rule }) => rule.code === 'visit-first-week')).toMatchObject({ metOn: '2026-10-05' });
    expect(recorded.id).toBeTruthy();
  });

  test('are not met by a visit at which the child was not seen', async () => {
    const { child } = await visit(socialWorker, theirs, {
      visitedOn: '2026-11-10',
      isSeen: false,
      notSeenReason: 'Nobody in.',
    });
    expect(inWords(child.duties)).toContain('visit-six-weeks LATE 2026-11-16');
  });
});
describe('a list of duties', () => {
  test('has what hurts a child first: late before not, visits before reviews, the never visited before others', async () => {
    const { edges } = await listed(manager);
    const told = edges.map(({ node }) => `${node.state} ${node.kind}`);
    expect(told.indexOf('LATE REVIEW')).toBeGreaterThan(told.lastIndexOf('LATE VISIT'));
    expect(told.slice(told.findLastIndex((text) => text.startsWith('LATE')) + 1)).toHaveLength(
      told.filter((text) => !text.startsWith('LATE')).length,
    );
    const late = edges.filter(({ node }) => node.state === 'LATE' && node.kind === 'VISIT');
    expect(late.map(({ node }) => node.child.localId)).toEqual([others.localId, theirs.localId]);
  });

  test('is the same page by page, and counted', async () => {
    const all = await listed(manager);
    const paged: string[] = [];
    let after: string | null = null;
    do {
      const page: Listed = await listed(manager, { first: 3, after });
      expect(page.totalCount).toBe(all.edges.length);
      paged.push(...page.edges.map(({ node }) => node.id));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(paged).toEqual(all.edges.map(({ node }) => node.id));
  });

  test.each([
    ['kinds', { kinds: ['CARE_PLAN'] }, ['care-plan LATE', 'care-plan LATE', 'care-plan DUE']],
    ['states', { states: ['MET'] }, ['visit-first-week MET', 'first-review MET']],
    ['the day', { dueBefore: '2026-10-20' }, ['care-plan LATE']],
    ['the worker', { worker: 'SW100001', kinds: ['REVIEW'] }, ['first-review LATE']],
    ['another worker', { worker: 'SW999999' }, []],
    ['the practice', { practice: 'harbour-practice', kinds: ['REVIEW'] }, ['first-review LATE', 'first-review DUE']],
  ])('keeps those of %s asked for', async (_, filter, expected) => {
    const { edges } = await listed(manager, { filter });
    expect(edges.map(({ node }) => `${node.rule.code} ${node.state}`)).toEqual(expected);
  });

  test('of a practice is of its children, as far as its contract delegates', async () => {
    for (const page of [await listed(worker, {}, 'practice'), await listed(worker)]) {
      const told = page.edges.map(({ node }) => `${node.child.localId} ${node.kind}`);
      expect(told).toContain(`${theirs.localId} VISIT`);
      expect(told.filter((text) => text.startsWith(partly.localId))).toEqual([`${partly.localId} HEALTH_ASSESSMENT`]);
      expect(told.filter((text) => text.startsWith(others.localId))).toEqual([]);
      expect(page.totalCount).toBe(told.length);
    }
  });

  test('is empty for whoever may open no record', async () => {
    for (const viewer of [foreignManager, inspectorOfBirmingham, reviewingOfficer]) {
      expect(await listed(viewer)).toMatchObject({ totalCount: 0, edges: [] });
      expect(await ofChild(viewer, theirs)).toBeNull();
    }
  });

  test('is of the children named to a reviewing officer, and of the sample of an inspection', async () => {
    await world.ask(
      manager,
      `mutation ($input: AppointIndependentReviewingOfficerInput!) {
        appointIndependentReviewingOfficer(input: $input) { __typename } }`,
      { input: { childIds: [idOf(others)], officerId: reviewingOfficer.subject, from: '2026-11-22' } },
    );
    await world.ask(manager, `mutation ($input: SampleChildrenInput!) { sampleChildren(input: $input) { id } }`, {
      input: { inspectionId: 'E08000025.inspection', childIds: [idOf(theirs)] },
    });
    const childrenOf = async (viewer: Viewer) =>
      new Set((await listed(viewer)).edges.map(({ node }) => node.child.localId));
    expect(await childrenOf(reviewingOfficer)).toEqual(new Set([others.localId]));
    expect(await childrenOf(inspectorOfBirmingham)).toEqual(new Set([theirs.localId]));
  });

  test('opens no record, and names its children to the audit', async () => {
    const { touched } = await world.ask(
      analyst,
      `query ($owner: [_Any!]!) { _entities(representations: $owner) { ... on LocalAuthority { duties(first: 50) {
        edges { node { id } } } } } }`,
      { owner: [{ __typename: 'LocalAuthority', id: 'E08000025' }] },
    );
    expect(touched.records).toEqual([]);
    expect(touched.lists.map(({ name }) => name)).toEqual(['duties']);
    expect(new Set(touched.listed)).toEqual(new Set([theirs, partly, others].map(idOf)));
  });

  test('of the authority alone is not told to a practice', async () => {
    const filter = { kinds: ['ALLOCATION_DECISION', 'YEAR_AFTER_LEAVING'], states: ['DUE', 'LATE', 'MET', 'ENDED'] };
    const left = aChild({ care: [{ from: '2026-09-01', to: '2026-11-10' }], allocations: [harbour] });
    await givenChildren(world.database, [left]);
    const inList = (page: Listed) => page.edges.map(({ node }) => `${node.rule.code} ${node.dueOn}`);
    expect(inList(await listed(manager, { filter }))).toEqual(['year-after-leaving 2027-11-10']);
    expect(inList(await listed(worker, { filter }))).toEqual([]);
    expect(inWords(await ofChild(worker, left))).toContain('visit-first-week MISSED 2026-09-08');
  });
});

interface Counts {
  readonly byKind: readonly { readonly kind: string; readonly state: string; readonly count: number }[];
  readonly byWorker: readonly {
    readonly worker: { id: string } | null;
    readonly state: string;
    readonly count: number;
  }[];
}

test('counts say how many stand where, by kind and by worker, and are what the lists hold', async () => {
  const counts = async (viewer: Viewer) => {
    const { data } = await world.ask<{ owner: { dutyCounts: Counts | null }[] }>(
      viewer,
      `query ($owner: [_Any!]!) { owner: _entities(representations: $owner) { ... on LocalAuthority { dutyCounts {
        asAt byKind { kind state count } byWorker { worker { id } state count } } } } }`,
      { owner: [{ __typename: 'LocalAuthority', id: 'E08000025' }] },
    );
    return data.owner[0]!.dutyCounts;
  };
  const told = await counts(manager);
  const { edges } = await listed(manager);
  const open = told?.byKind.filter(({ state }) => ['LATE', 'NOT_RECORDED', 'DUE_SOON', 'DUE'].includes(state)) ?? [];
  expect(open.reduce((sum, { count }) => sum + count, 0)).toBe(edges.length);
  const late = told?.byWorker.find(({ worker: one, state }) => one?.id === 'SW100001' && state === 'LATE');
  expect(late?.count).toBe(
    edges.filter(({ node }) => node.child.localId === theirs.localId && node.state === 'LATE').length,
  );
  expect(await counts(foreignManager)).toBeNull();
  expect(await counts(integrator)).not.toBeNull();
});

describe('what was due is kept', () => {
  test('as it was known then', async () => {
    world.at('2026-11-22T13:00:00Z');
    const { visit: recorded } = await visit(socialWorker, others, { visitedOn: '2026-11-21' });
    world.at('2026-11-22T14:00:00Z');
    expect(inWords(await ofChild(manager, others))).toContain('visit-first-week MET_LATE 2026-11-08');
    expect(inWords(await ofChild(manager, others, '2026-11-22T12:30:00Z'))).toContain(
      'visit-first-week LATE 2026-11-08',
    );
    await world.ask(manager, `mutation ($input: CorrectingInput!) { withdrawRecord(input: $input) { __typename } }`, {
      input: { id: recorded.id, version: 1, reason: 'Wrong child.' },
    });
    expect(inWords(await ofChild(manager, others))).toContain('visit-first-week LATE 2026-11-08');
  });

  test('by the version of the rule that set it: a rule that changes does not rewrite it', async () => {
    const id = `${idOf(others)}.duty-care-plan-20261101`;
    await world.database.owner((db) =>
      db.query(`UPDATE duty SET rule_version = 7, due_on = '2026-12-24' WHERE id = $1 AND superseded_at IS NULL`, [id]),
    );
    await visit(socialWorker, others, { visitedOn: '2026-11-22' });
    const kept = (await ofChild(manager, others))?.find((duty) => duty.id === id);
    expect(kept).toMatchObject({ dueOn: '2026-12-24', rule: { version: 7 } });
  });

  test('up by whatever changes the record, in the next answer', async () => {
    const late = aChild({ care: [{ from: '2026-11-20' }] });
    await givenChildren(world.database, [late]);
    expect(inWords(await ofChild(manager, late))).toContain('visit-first-week DUE_SOON 2026-11-27');
    await world.database.owner(async (db) => {
      await db.query(`UPDATE placement SET ended_on = '2026-11-21' WHERE child_id = $1`, [idOf(late)]);
      await db.query(`UPDATE child SET recorded_at = now() WHERE id = $1`, [idOf(late)]);
    });
    expect(inWords(await ofChild(manager, late))).toContain('visit-first-week ENDED 2026-11-27');
  });
});
