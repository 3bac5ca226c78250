import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { sourcesOf } from '../../testing/caseload-sources.ts';
import { BIRMINGHAM, emptyDatabase, NOW, SANDWELL } from '../../testing/children-world.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  otherManager,
  practiceManager,
  reviewingOfficer,
  worker,
} from '../../testing/staff.ts';

let world: SafeguardsWorld;
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const [plain, secret, foreign] = [aChild(), aChild(), aChild({ la: SANDWELL })];

beforeAll(async () => {
  world = await startSafeguards();
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(NOW);
  await emptyDatabase(world.database);
  await givenChildren(world.database, [theirs, plain, secret, foreign]);
});

const GLASS = `id childLocalId reason brokenBy { id } brokenAt until status child { id }
  review { reviewedBy { id } reviewedAt finding note }`;
const BREAK = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { __typename
  ... on BreakGlassSuccess { breakGlass { ${GLASS} } } ... on UserError { message }
  ... on AlreadyVisibleError { child { id } } } }`;
const END = `mutation ($input: EndBreakGlassInput!) { endBreakGlass(input: $input) { until status } }`;
const REVIEW = `mutation ($input: ReviewBreakGlassInput!) { reviewBreakGlass(input: $input) { __typename
  ... on ReviewBreakGlassSuccess { breakGlass { ${GLASS} } } ... on UserError { message }
  ... on BreakGlassLiveError { until } ... on BreakGlassReviewedError { breakGlass { review { finding } } } } }`;
const QUEUE = `query ($reps: [_Any!]!, $status: BreakGlassStatus) { _entities(representations: $reps) {
  ... on LocalAuthority { brokenGlasses(status: $status) { ${GLASS} } } } }`;
const MINE = `{ myBrokenGlasses { ${GLASS} } }`;
const CHILDREN = `{ children { totalCount edges { node { id restriction { id } } } } }`;
const RESTRICT = `mutation ($input: RestrictRecordInput!) { restrictRecord(input: $input) { __typename } }`;
const REASON = 'The police ask where she is now.';

interface Glass {
  readonly id: string;
  readonly status: string;
  readonly until: string;
  readonly child: { readonly id: string } | null;
}
interface Broken {
  readonly breakGlass: { readonly __typename: string; readonly breakGlass: Glass };
}

const breaking = (viewer: Viewer, child = plain, parts: object = {}) =>
  world.ask<Broken>(viewer, BREAK, { input: { la: BIRMINGHAM, localId: child.localId, reason: REASON, ...parts } });
const broken = async (viewer: Viewer, child = plain): Promise<string> =>
  (await breaking(viewer, child)).data.breakGlass.breakGlass.id;
const seen = async (viewer: Viewer, breakGlassId: string): Promise<string[]> => {
  const { data } = await world.ask<{ children: { edges: { node: { id: string } }[] } }>(
    viewer,
    CHILDREN,
    {},
    {
      breakGlassId,
    },
  );
  return data.children.edges.map(({ node }) => node.id);
};
const queue = async (viewer: Viewer, status: string | null = null): Promise<Glass[]> => {
  const reps = [{ __typename: 'LocalAuthority', id: BIRMINGHAM }];
  const { data } = await world.ask<{ _entities: { brokenGlasses: Glass[] }[] }>(viewer, QUEUE, { reps, status });
  return data._entities[0]?.brokenGlasses ?? [];
};
const review = (viewer: Viewer, id: string) =>
  world.ask<{ reviewBreakGlass: { __typename: string } }>(viewer, REVIEW, {
    input: { id, finding: 'JUSTIFIED', note: 'Spoken with the police.' },
  });
const restrict = (child: typeof plain) =>
  world.ask(manager, RESTRICT, {
    input: { childId: idOf(child), reason: 'The child of a colleague.', namedPersonIds: [] },
  });

describe('breaking the glass', () => {
  test('gives sight of that child and nothing else, for 60 minutes to the millisecond', async () => {
    const { data, touched } = await breaking(worker);
    const { breakGlass: glass } = data.breakGlass;
    expect(glass).toEqual({
      id: expect.stringMatching(/^E08000025\.[0-9a-f-]{36}$/),
      childLocalId: plain.localId,
      reason: REASON,
      brokenBy: { id: 'worker' },
      brokenAt: '2026-11-22T12:00:00.000Z',
      until: '2026-11-22T13:00:00.000Z',
      status: 'LIVE',
      child: null,
      review: null,
    });
    expect(touched.changes).toEqual([
      { what: 'glass broken', laCode: BIRMINGHAM, ids: [glass.id], childIds: [idOf(plain)] },
    ]);
    world.at('2026-11-22T12:59:59.999Z');
    expect(await seen(worker, glass.id)).toEqual([idOf(plain)]);
    world.at('2026-11-22T13:00:00.000Z');
    expect((await world.related(worker, { breakGlassId: glass.id })).breakGlass).toBeNull();
  });

  test.each([
    ['another of the practice', practiceManager],
    ['the same person in another role', { ...worker, role: 'swp-manager' as const }],
    ['the same person without the contract', { ...worker, laCodes: [] }],
  ])('gives no sight to %s', async (_, viewer) => {
    const id = await broken(worker);
    expect((await world.related(viewer, { breakGlassId: id })).breakGlass).toBeNull();
  });

  test('opens a restricted record, and hides it again', async () => {
    await restrict(secret);
    const id = await broken(analyst, secret);
    expect(await seen(analyst, id)).toEqual([idOf(secret)]);
    const [glass] = await queue(manager);
    expect(glass).toMatchObject({ id, child: { id: idOf(secret) } });
    expect(await queue(otherManager)).toEqual([]);
    const { data } = await world.ask<{ myBrokenGlasses: Glass[] }>(analyst, MINE);
    expect(data.myBrokenGlasses).toMatchObject([{ id, child: null }]);
  });

  test('can be done again, each time with its own review', async () => {
    const ids = [await broken(worker), await broken(worker)];
    expect(new Set(ids).size).toBe(2);
    expect(await queue(manager, 'LIVE')).toHaveLength(2);
  });

  test('lets an IRO see a child it does not review, and change nothing', async () => {
    const id = await broken(reviewingOfficer);
    expect(await seen(reviewingOfficer, id)).toEqual([idOf(plain)]);
    const input = { la: BIRMINGHAM, localId: secret.localId, reason: REASON };
    expect(await world.refusal(reviewingOfficer, BREAK, { input }, { breakGlassId: id })).toBe('FORBIDDEN');
  });

  test('takes the only authority when none is named', async () => {
    expect((await breaking(worker, plain, { la: null })).data.breakGlass.__typename).toBe('BreakGlassSuccess');
    const two = { ...worker, laCodes: [BIRMINGHAM, SANDWELL] };
    expect(await world.refusal(two, BREAK, { input: { localId: plain.localId, reason: REASON } })).toBe(
      'BAD_USER_INPUT',
    );
  });

  test.each([
    ['a child the practice has', worker, { localId: theirs.localId }, 'AlreadyVisibleError'],
    ['a child of the own authority', manager, {}, 'AlreadyVisibleError'],
    ['no child', worker, { localId: 'none' }, 'NoSuchChildError'],
    [
      'a child of an authority without a contract',
      worker,
      { la: SANDWELL, localId: foreign.localId },
      'NoSuchChildError',
    ],
    ['a child of another authority', analyst, { la: SANDWELL, localId: foreign.localId }, 'NoSuchChildError'],
  ])('is not done for %s', async (_, viewer, parts, type) => {
    const { data, touched } = await breaking(viewer, plain, parts);
    expect(data.breakGlass.__typename).toBe(type);
    expect(touched.changes).toEqual([]);
    expect(await world.database.owner((db) => db.query('SELECT id FROM break_glass'))).toEqual([]);
  });

  test.each([
    ['to an inspector', inspectorOfBirmingham, {}, 'FORBIDDEN'],
    ['to a machine', integrator, {}, 'FORBIDDEN'],
    ['without a reason', worker, { reason: `  ${'x'.repeat(19)}  ` }, 'BAD_USER_INPUT'],
    ['with too long a reason', worker, { reason: 'x'.repeat(2001) }, 'BAD_USER_INPUT'],
  ])('is refused %s', async (_, viewer, parts, code) => {
    const input = { la: BIRMINGHAM, localId: plain.localId, reason: REASON, ...parts };
    expect(await world.refusal(viewer, BREAK, { input })).toBe(code);
  });

  test('asks the database the same whether there is such a child or not', async () => {
    const asked = async (localId: string) => {
      const statements: string[] = [];
      const related = await world.related(worker);
      const db = {
        query: async (sql: string) => (statements.push(sql), []),
        asPlatform: null as never,
        manager: null as never,
      };
      const { createContext } = await import('../../context.ts');
      const { TouchLog } = await import('@mainstay/subgraph-kit');
      const { breakGlass } = await import('./break-glass.service.ts');
      const { database, clock } = world;
      const context = createContext({
        viewer: related,
        db,
        database,
        clock,
        touched: new TouchLog(),
        sources: sourcesOf(),
      });
      await breakGlass({ la: BIRMINGHAM, localId, reason: REASON }, context);
      return statements.filter((sql) => !sql.includes('INSERT'));
    };
    expect(await asked('none')).toEqual(await asked(plain.localId));
  });
});

describe('ending it early', () => {
  test('is for the one who broke it, and final', async () => {
    const id = await broken(worker);
    world.at('2026-11-22T12:10:00Z');
    expect(await world.refusal(practiceManager, END, { input: { id } })).toBe('NOT_FOUND');
    expect(await world.refusal(manager, END, { input: { id } })).toBe('NOT_FOUND');
    const end = await world.ask(worker, END, { input: { id } });
    expect(end.data).toEqual({ endBreakGlass: { until: '2026-11-22T12:10:00.000Z', status: 'TO_REVIEW' } });
    expect(end.touched.changes).toMatchObject([{ what: 'glass ended', ids: [id] }]);
    world.at('2026-11-22T12:20:00Z');
    expect(await world.ask(worker, END, { input: { id } })).toMatchObject({ data: end.data, touched: { changes: [] } });
    expect((await world.related(worker, { breakGlassId: id })).breakGlass).toBeNull();
    const { data } = await world.ask<{ myBrokenGlasses: Glass[] }>(worker, MINE);
    expect(data.myBrokenGlasses).toEqual([]);
  });
});

describe('the review', () => {
  test('waits until the sight is over, is for another manager, and happens once', async () => {
    const id = await broken(worker);
    expect((await review(manager, id)).data.reviewBreakGlass).toMatchObject({
      __typename: 'BreakGlassLiveError',
      until: '2026-11-22T13:00:00.000Z',
    });
    world.at('2026-11-22T13:00:00Z');
    expect(await queue(manager, 'TO_REVIEW')).toMatchObject([{ id, child: { id: idOf(plain) } }]);
    const { data, touched } = await review(manager, id);
    expect(data.reviewBreakGlass).toMatchObject({
      breakGlass: {
        status: 'REVIEWED',
        review: { reviewedBy: { id: 'manager' }, reviewedAt: '2026-11-22T13:00:00.000Z', finding: 'JUSTIFIED' },
      },
    });
    expect(touched.changes).toMatchObject([{ what: 'broken glass reviewed', ids: [id], childIds: [idOf(plain)] }]);
    const again = await review(otherManager, id);
    expect(again.data.reviewBreakGlass.__typename).toBe('BreakGlassReviewedError');
    expect(await queue(otherManager, 'TO_REVIEW')).toEqual([]);
    expect(await queue(otherManager, 'REVIEWED')).toMatchObject([{ status: 'REVIEWED' }]);
  });

  test('is never for the one who broke it, not in another role either', async () => {
    const id = await broken({ ...worker, subject: 'manager' });
    world.at('2026-11-23T12:00:00Z');
    expect((await review(manager, id)).data.reviewBreakGlass.__typename).toBe('OwnBreakGlassError');
    const forced = world.database.owner((db) =>
      db.query(
        `INSERT INTO break_glass_review SELECT la_code, id, child_id, broken_by, broken_by, now(), 'JUSTIFIED', 'x'
         FROM break_glass`,
      ),
    );
    await expect(forced).rejects.toThrow(/ck_break_glass_review_other_person/);
  });

  test.each([
    ['an analyst', analyst, 'FORBIDDEN'],
    ['a practice’s manager', practiceManager, 'FORBIDDEN'],
    ['a manager of another authority', foreignManager, 'NOT_FOUND'],
  ])('is refused to %s', async (_, viewer, code) => {
    const id = await broken(worker);
    world.at('2026-11-23T12:00:00Z');
    const input = { id, finding: 'JUSTIFIED', note: 'x' };
    expect(await world.refusal(viewer, REVIEW, { input })).toBe(code);
    expect(await queue(viewer)).toEqual([]);
  });
});
