import type { Viewer } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSurveyWorld, type SurveyWorld } from '../../testing/survey-world.ts';
import { takeAnswers } from '../../survey-answering/ledger.ts';
import { BIRMINGHAM, birmingham, harbour } from '../../testing/workforce-world.ts';

/**
 * The response figures that the national evaluation published: 1,101 answers at T1 and 949 at T2, rates of 50 % and 43 %;
 * practices were asked at T2 only. How they fall on the groups is made up.
 */
const published: readonly Readonly<Partial<Record<SurveyGroup, { invited: number; answered: number }>>>[] = [
  { HOST_LA: { invited: 1_000, answered: 540 }, COMPARISON: { invited: 1_202, answered: 561 } },
  {
    PRACTICE: { invited: 60, answered: 38 },
    HOST_LA: { invited: 950, answered: 430 },
    COMPARISON: { invited: 1_197, answered: 481 },
  },
];
/** Mean of what each group answers, at each wave. */
const means: readonly Readonly<Record<SurveyGroup, number>>[] = [
  { PRACTICE: 3, HOST_LA: 2.9, COMPARISON: 2.9 },
  { PRACTICE: 4.2, HOST_LA: 3.1, COMPARISON: 2.9 },
];

const RESULTS = `query ($id: ID!) { survey(id: $id) {
  waves { number state responses { group invited answered rate isKeptBack } total { invited answered rate } }
  results { notes scales { scale { id }
    figures { wave group isKeptBack scored mean standardDeviation alpha bands { name share } }
    changes { group difference low high t p pCorrected effectSize isKeptBack statement }
    differences { wave group otherGroup difference t p pCorrected effectSize isKeptBack statement }
    changesCompared { group otherGroup difference isKeptBack }
    items { text wave group agree } } } } }`;

interface Told {
  readonly waves: { state: string; responses: object[]; total: object | null }[];
  readonly results: {
    readonly notes: string[];
    readonly scales: {
      readonly scale: { readonly id: string };
      readonly figures: { wave: number; group: string; isKeptBack: boolean; mean: number | null }[];
      readonly changes: Row[];
      readonly differences: Row[];
      readonly changesCompared: Row[];
      readonly items: { group: string; wave: number; agree: number | null }[];
    }[];
  } | null;
}
type Row = Record<string, unknown> & { group: string; otherGroup?: string; wave?: number; isKeptBack: boolean };

let world: SurveyWorld;
beforeAll(async () => {
  world = await startSurveyWorld();
});
afterAll(() => world?.close());

async function told(id: string, viewer: Viewer = birmingham): Promise<Told> {
  const { data, errors } = await world.ask(viewer, RESULTS, { id });
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.['survey'] as Told;
}

/** Answers of `count` people around a mean, in the order of the questions. */
function answersAround(mean: number, count: number): number[][] {
  return Array.from({ length: count }, (_, person) => {
    const near = (item: number) => {
      const wobble = ((person * 7 + item * 3) % 5) - 2;
      return Math.min(5, Math.max(1, Math.round(mean + wobble * 0.7)));
    };
    return [near(1), near(2), near(3), 6 - near(4), Math.min(54, 8 * near(5) + (person % 8))];
  });
}

/** Puts answers into the box as the route does, each for a credential good as a browser's; in one transaction, for speed. */
async function answer(waveId: string, group: SurveyGroup, { count, mean }: { count: number; mean: number }) {
  const key = { laCode: BIRMINGHAM, waveId, group };
  await world.database.service(async (db) => {
    for (const answers of answersAround(mean, count)) {
      const credential = await world.mint(waveId, group);
      expect(await takeAnswers(db, world.seal, { key, credential, answers })).toBe('received');
    }
  });
}

describe('a world of the published response figures', () => {
  let id: string;
  beforeAll(async () => {
    const survey = await world.design();
    id = survey.id;
    for (const [index, days] of ['2027-01-12', '2027-09-07'].entries()) {
      const waveId = survey.waves[index] ?? '';
      for (const [group, { invited }] of Object.entries(published[index] ?? {})) {
        await world.invite(waveId, group as SurveyGroup, invited);
      }
      world.goTo(days);
      for (const [group, { answered }] of Object.entries(published[index] ?? {})) {
        const mean = means[index]?.[group as SurveyGroup] ?? 3;
        await answer(waveId, group as SurveyGroup, { count: answered, mean });
      }
    }
  }, 120_000);

  test('tells nothing of a wave that is open, not even how many have answered', async () => {
    const { waves, results } = await told(id);
    expect(waves.map(({ state }) => state)).toEqual(['CLOSED', 'OPEN']);
    expect(waves[1]?.responses).toEqual(
      ['PRACTICE', 'HOST_LA', 'COMPARISON'].map((group) =>
        expect.objectContaining({ group, answered: null, rate: null }),
      ),
    );
    expect(waves[1]?.total).toMatchObject({ invited: 2_207, answered: null });
    expect(results?.scales[0]?.figures.map(({ wave }) => wave)).toEqual([1, 1, 1]);
    expect(results?.scales[0]?.changes).toEqual([]);
  });

  test('has the published responses: 1,101 and 949, 50 % and 43 %', async () => {
    world.goTo('2027-10-01');
    const { waves } = await told(id);
    expect(waves.map(({ total }) => total)).toEqual(
      [
        { invited: 2_202, answered: 1_101, rate: 0.5 },
        { invited: 2_207, answered: 949, rate: 0.43 },
      ].map((total) => ({ ...total, rate: expect.closeTo(total.rate, 3) })),
    );
  });

  test('compares over time, between groups, and changes of groups; practices were asked once', async () => {
    const scale = (await told(id)).results?.scales[0];
    const change = (group: string) => scale?.changes.find((row) => row.group === group);
    expect(change('PRACTICE')).toMatchObject({ isKeptBack: true, difference: null, p: null });
    expect(change('HOST_LA')).toMatchObject({ isKeptBack: false, statement: expect.stringContaining('differed by') });
    const figure = (wave: number, group: string) =>
      scale?.figures.find((row) => row.wave === wave && row.group === group)?.mean ?? Number.NaN;
    expect(change('HOST_LA')?.['difference']).toBeCloseTo(figure(2, 'HOST_LA') - figure(1, 'HOST_LA'), 1);
    const apart = scale?.differences.find((row) => row.wave === 2 && row.otherGroup === 'HOST_LA');
    expect(apart).toMatchObject({ group: 'PRACTICE', isKeptBack: false });
    expect(Number(apart?.['pCorrected'])).toBeLessThan(0.05);
    const compared = scale?.changesCompared.find((row) => row.group === 'HOST_LA');
    expect(compared).toMatchObject({ otherGroup: 'COMPARISON', isKeptBack: false });
    const ofHost = Number(change('HOST_LA')?.['difference']);
    const ofOther = Number(change('COMPARISON')?.['difference']);
    expect(compared?.['difference']).toBeCloseTo(ofHost - ofOther, 6);
    const words = JSON.stringify((await told(id)).results);
    expect(words).not.toMatch(/because|due to|led to|effect of|caused/i);
    expect(words).toContain('not what causes it');
  });

  test('a practice’s manager reads of the group of practices alone', async () => {
    const { waves, results } = await told(id, harbour);
    expect(JSON.stringify({ waves, results })).not.toMatch(/HOST_LA|COMPARISON/);
    expect(waves.map(({ total }) => total)).toEqual([null, null]);
    expect(results?.scales[0]?.figures).toEqual([
      expect.objectContaining({ wave: 1, isKeptBack: true }),
      expect.objectContaining({ wave: 2, isKeptBack: false, scored: 38 }),
    ]);
  });

  test('shares are coarse, so that nobody’s answer follows from everybody’s', async () => {
    const { results } = await told(id);
    const shares = results?.scales.flatMap(({ items }) => items.flatMap(({ agree }) => agree ?? [])) ?? [];
    expect(shares.length).toBeGreaterThan(10);
    expect(
      shares.every((share) => share >= 0.1 && share <= 0.9 && Math.abs(share * 20 - Math.round(share * 20)) < 1e-9),
    ).toBe(true);
  });
});

test('nine answers are kept back, with the total that would give them away; ten are told', async () => {
  world.goTo('2026-11-22');
  const { id, waves } = await world.design({ groups: ['PRACTICE', 'HOST_LA'] });
  await world.invite(waves[0], 'PRACTICE', 12);
  await world.invite(waves[0], 'HOST_LA', 12);
  world.goTo('2027-01-12');
  await answer(waves[0], 'PRACTICE', { count: 9, mean: 3 });
  await answer(waves[0], 'HOST_LA', { count: 10, mean: 3 });
  expect((await told(id)).results).toBeNull();
  world.goTo('2027-02-01');
  const { waves: after, results } = await told(id);
  expect(after[0]).toMatchObject({
    responses: [
      { group: 'PRACTICE', invited: 12, answered: null, rate: null, isKeptBack: true },
      { group: 'HOST_LA', answered: 10, isKeptBack: false },
    ],
    total: { invited: 24, answered: null, rate: null },
  });
  const [scale] = results?.scales ?? [];
  expect(scale?.figures).toMatchObject([
    { group: 'PRACTICE', isKeptBack: true, scored: null, mean: null, standardDeviation: null, alpha: null, bands: [] },
    { group: 'HOST_LA', isKeptBack: false, scored: 10 },
  ]);
  expect(scale?.differences).toMatchObject([{ isKeptBack: true, difference: null, t: null, effectSize: null }]);
  expect(scale?.items.filter(({ group }) => group === 'PRACTICE').every(({ agree }) => agree === null)).toBe(true);
});

test('however many surveys there are, reading them is the same number of statements', async () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on LocalAuthority { surveys {
    waves { responses { answered } total { answered } } results { notes } } } } }`;
  const of = [{ __typename: 'LocalAuthority', id: 'E08000025' }];
  const count = async () => {
    const before = world.statements();
    await world.ask(birmingham, query, { of });
    return world.statements() - before;
  };
  const few = await count();
  await world.design({ waves: later });
  await world.design({ waves: later });
  expect(await count()).toBe(few);
});

const later = [
  { opensOn: '2028-01-10', closesOn: '2028-01-31' },
  { opensOn: '2028-09-04', closesOn: '2028-09-30' },
];
