import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  BIRMINGHAM,
  entitiesOf,
  graphOver,
  harbour,
  inspectorOf,
  iro,
  machineFor,
  startWorkforce,
  underGlass,
} from '../../testing/workforce-world.ts';

let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorkforce();
  ask = graphOver(database);
});
afterAll(() => database.close());

const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM], subject: 'manager' });
const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');

const USE = `query ($of: [_Any!]!, $from: Date!, $to: Date!) { _entities(representations: $of) {
  ... on LocalAuthority { timeUse(from: $from, to: $to) { authority { ...Use } practices { ...Use }
    differences { of difference low high } } }
  ... on Practice { timeUse(from: $from, to: $to) { ...Use } } } }
  fragment Use on TimeUse { group result { __typename ... on TimeUseFigures { people diaries
    directWork { mean low high } formsAndReports { mean } activities { activity share { mean } } } ... on NotYetDue { dueOn } } }`;
const third = { from: '2026-07-01', to: '2026-09-30' };
interface Use {
  readonly group: string;
  readonly result: { readonly __typename: string; readonly people?: number };
}
interface Comparison {
  readonly authority: Use;
  readonly practices: Use;
  readonly differences: { readonly of: string; readonly difference: number }[];
}
async function useOf<Found>(viewer: Viewer, of: object, quarter = third): Promise<Found> {
  const answer = await ask(viewer, USE, { of: [of], ...quarter });
  const [found] = entitiesOf<{ timeUse: Found }>(answer);
  if (!found || answer.errors) throw new Error(String(answer.errors?.[0]?.extensions['code']));
  return found.timeUse;
}
const authority = { __typename: 'LocalAuthority', id: BIRMINGHAM };
const practice = (id: string) => ({ __typename: 'Practice', id });

describe('how time was spent', () => {
  beforeAll(async () => {
    // `late` was entered after the quarter is told; the shares of direct work are 20 % and 40 %, give or take.
    const people = [
      ...Array.from(
        { length: 10 },
        (_, place) => ['local-authority', BIRMINGHAM, `own-${place}`, 96 + (place % 2), '2026-10-02'] as const,
      ),
      ...Array.from(
        { length: 12 },
        (_, place) => ['practice', 'large', `large-${place}`, 192 + (place % 3), '2026-09-02'] as const,
      ),
      ...Array.from(
        { length: 11 },
        (_, place) => ['practice', 'middle', `middle-${place}`, 192, '2026-09-02'] as const,
      ),
      ...Array.from({ length: 3 }, (_, place) => ['practice', 'small', `small-${place}`, 192, '2026-09-02'] as const),
      ['local-authority', BIRMINGHAM, 'late', 480, '2026-10-15'] as const,
    ];
    await database.owner((db) =>
      db.query(
        `INSERT INTO time_diary (la_code, id, version, recorded_by, recorded_at, is_withdrawn, employer_kind, employer_id,
           spent_on, with_children, with_families, forms_and_reports, meetings_and_court, travel, supervision_and_learning, other)
         SELECT $1, $1 || '.time-diary-' || person || day, 1, person, recorded_on::date, false, kind, employer,
                '2026-09-01'::date + day, direct, 0, 480 - direct, 0, 0, 0, 0
           FROM unnest($2::text[], $3::text[], $4::text[], $5::int[], $6::text[])
                  AS t (kind, employer, person, direct, recorded_on), generate_series(0, 1) AS day`,
        [BIRMINGHAM, ...[0, 1, 2, 3, 4].map((column) => people.map((one) => one[column]))],
      ),
    );
  });

  test('is told of groups of ten and more, with how they differ', async () => {
    const found = await useOf<Comparison>(manager, authority);
    expect(found.authority).toMatchObject({
      group: 'AUTHORITY',
      result: {
        people: 10,
        diaries: 20,
        directWork: { mean: 0.2, low: 0.2, high: 0.2 },
        formsAndReports: { mean: 0.8 },
      },
    });
    expect(found.practices.result).toMatchObject({ people: 26, directWork: { mean: 0.4 } });
    expect(found.differences).toEqual([
      { of: 'DIRECT_WORK', difference: 0.2, low: 0.2, high: 0.2 },
      { of: 'FORMS_AND_REPORTS', difference: -0.2, low: -0.2, high: -0.2 },
    ]);
  });

  test('is kept back of few, and of the practice whose figures would tell of them', async () => {
    const told = async (id: string) => (await useOf<Use>(manager, practice(id))).result.__typename;
    expect(await Promise.all(['large', 'middle', 'small', 'none'].map(told))).toEqual([
      'TimeUseFigures',
      'Suppressed',
      'Suppressed',
      'NotKnown',
    ]);
  });

  test('is told once the quarter can no longer change', async () => {
    const now = await useOf<Comparison>(manager, authority, { from: '2026-10-01', to: '2026-12-31' });
    expect(now.authority.result).toEqual({ __typename: 'NotYetDue', dueOn: '2027-01-15' });
  });

  test.each([
    ['a month', '2026-07-01', '2026-07-31'],
    ['half a year', '2026-01-01', '2026-06-30'],
    ['other three months', '2026-06-01', '2026-08-31'],
    ['a quarter less a day', '2026-07-01', '2026-09-29'],
  ])('is not told of %s: figures of days that overlap could be subtracted', async (_, from, to) => {
    await expect(useOf(manager, authority, { from, to })).rejects.toThrow('BAD_USER_INPUT');
  });

  test.each([
    ['the practice’s manager, of the authority', harbour, authority],
    ['a reviewing officer', iro, authority],
    ['a machine for figures', machineFor('figures'), authority],
    ['somebody under a broken glass', underGlass(manager), authority],
  ])('is not told to %s', async (...row) => {
    const [, viewer, of] = row;
    expect(await useOf<Comparison | null>(viewer, of)).toBeNull();
  });

  test('is told to a practice’s manager of the practice, and to the inspector', async () => {
    const large = { ...harbour, practiceId: 'large' };
    expect((await useOf<Use>(large, practice('large'))).result).toMatchObject({ people: 12, diaries: 24 });
    expect(await useOf<Use | null>(harbour, practice('large'))).toBeNull();
    expect((await useOf<Comparison>(inWindow, authority)).authority.result.__typename).toBe('TimeUseFigures');
  });
});
