import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { foreignManager, inspectorOfBirmingham, reviewingOfficer, worker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const care = { care: [{ from: '2024-03-01' }], workers: [{ id: 'SW100001', from: '2024-03-01' }], born: '2015-02-03' };
const open = aChild({ ...care, allocations: [{ practice: 'harbour-practice', from: '2024-06-01' }] });
const partly = aChild({
  ...care,
  allocations: [{ practice: 'harbour-practice', from: '2024-06-01', functions: ['PLACEMENT'] }],
});

interface Item {
  readonly label: string;
  readonly text: string | null;
  readonly missing: string | null;
  readonly source: { readonly title: string; readonly id: string | null } | null;
  readonly asAt: string | null;
  readonly worker: { readonly id: string } | null;
}
interface Section {
  readonly kind: string;
  readonly items: readonly Item[];
}
const summary = async (viewer: Viewer, child: typeof open): Promise<readonly Section[] | null> => {
  const { data } = await world.ask<{ child: { summary: { sections: Section[] } | null } | null }>(
    viewer,
    `query ($id: ID!) { child(id: $id) { summary { asAt sections { kind title items {
      label text missing part asAt source { title id } worker { id } person { id } } } } } }`,
    { id: idOf(child) },
  );
  return data.child?.summary?.sections ?? null;
};
const items = (sections: readonly Section[] | null, kind: string) =>
  sections?.find((section) => section.kind === kind)?.items ?? [];

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [open, partly]);
});
afterAll(() => world.close());

describe('the summary of a child', () => {
  test('says of every part what is recorded, with where it comes from, or what is missing', async () => {
    const sections = await summary(worker, open);
    expect(sections?.map(({ kind }) => kind)).toEqual([
      'WHO',
      'OWN_WORDS',
      'WHO_MATTERS',
      'LEAD_PROFESSIONAL',
      'PLACEMENT',
      'LEGAL_STATUS',
      'PLAN',
      'RISKS',
      'HEALTH',
      'EDUCATION',
      'NEXT_DUE',
      'LAST_VISITS',
    ]);
    const all = sections?.flatMap((section) => section.items) ?? [];
    expect(all.filter(({ text, missing }) => (text === null) === (missing === null))).toEqual([]);
    expect(all.filter(({ text, source, asAt }) => (text !== null) !== (source !== null && asAt !== null))).toEqual([]);
    expect(sections?.filter((section) => section.items.length === 0)).toEqual([]);
  });

  test('tells where the child lives, the legal status and the worker from the returns', async () => {
    const sections = await summary(worker, open);
    expect(items(sections, 'PLACEMENT')[0]).toMatchObject({
      text: 'Foster placement with other carer, long term, since 01/03/2024',
      source: { title: 'SSDA903 return' },
    });
    expect(items(sections, 'LEGAL_STATUS')[0]?.text).toBe('Full care order, since 01/03/2024');
    expect(items(sections, 'LEAD_PROFESSIONAL')[0]).toMatchObject({ worker: { id: 'SW100001' }, asAt: '2024-03-01' });
    expect(items(sections, 'WHO')[1]?.text).toBe('11, born 03/02/2015');
  });

  test('changes with what is recorded', async () => {
    expect(items(await summary(worker, open), 'LAST_VISITS')[0]?.missing).toBe('No visit is on record.');
    await world.ask(worker, `mutation ($input: RecordVisitInput!) { recordVisit(input: $input) { __typename } }`, {
      input: {
        childId: idOf(open),
        key: 'one',
        visitedOn: '2026-11-20',
        purpose: 'STATUTORY',
        workerId: 'SW100001',
        isSeen: true,
        seenAlone: { value: true },
        isAtPlacement: true,
        minutes: 40,
        note: 'She showed her drawings.',
      },
    });
    const sections = await summary(worker, open);
    expect(items(sections, 'LAST_VISITS')).toMatchObject([
      {
        label: '20/11/2026: seen alone',
        text: 'She showed her drawings.',
        source: { title: 'Visit recorded here' },
        asAt: '2026-11-20',
      },
    ]);
    expect(items(sections, 'NEXT_DUE').map(({ text }) => text)).toContain(
      'Visit within 3 months of the last, in a placement meant to last until 18: by 20/02/2027',
    );
  });
});

describe('who is told', () => {
  test('a practice: what its contract delegates; of the rest, that it is not shown', async () => {
    const sections = await summary(worker, partly);
    expect(items(sections, 'PLACEMENT')[0]?.text).toContain('Foster placement');
    for (const kind of ['OWN_WORDS', 'PLAN', 'HEALTH', 'EDUCATION', 'LAST_VISITS', 'LEGAL_STATUS']) {
      const told = items(sections, kind);
      expect([kind, told.map(({ text }) => text)]).toEqual([kind, told.map(() => null)]);
      expect(new Set(told.map(({ missing }) => missing))).toEqual(
        new Set(['You are not shown this part of the record.']),
      );
    }
  });

  test.each([
    ['an inspector, of a child outside the sample', inspectorOfBirmingham],
    ['a reviewing officer, of a child of another’s', reviewingOfficer],
    ['another authority', foreignManager],
  ])('nothing: %s', async (_, viewer) => {
    expect(await summary(viewer, open)).toBeNull();
  });
});
