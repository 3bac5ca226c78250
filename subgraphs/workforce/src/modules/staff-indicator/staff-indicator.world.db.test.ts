import { addDays, daysBetween, plainDate, type PlainDate } from '@mainstay/primitives';
import { TouchLog, type Database, type Measure } from '@mainstay/subgraph-kit';
import { aViewer, TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CaseCount } from '../../case-count/case-count.facts.ts';
import { createContext } from '../../context.ts';
import type { DemonstrationWorkforce } from '../../demonstration.ts';
import { staffIndicators } from '../../indicators/index.ts';
import { surveyTools } from '../../survey-answering/survey-tools.ts';
import { aPost, aWorker, BIRMINGHAM, clock, inspectorOf, startWorkforce } from '../../testing/workforce-world.ts';
import { daysLost } from '../absence/absence.days-lost.ts';
import type { AbsenceRow } from '../absence/absence.entity.ts';
import { staffIndicatorResolvers } from './staff-indicator.resolvers.ts';

/**
 * Every indicator worked out a second time, in plain loops over the staff, for random practices and periods.
 */
type Employment = DemonstrationWorkforce['employments'][number];
type Post = NonNullable<DemonstrationWorkforce['posts']>[number];
type Absence = Pick<AbsenceRow, 'workerId' | 'startedOn' | 'endedOn' | 'isStress' | 'worksOn' | 'cause'>;

interface Practice {
  readonly id: string;
  readonly employments: readonly Employment[];
  readonly posts: readonly Post[];
  readonly absences: readonly Absence[];
  readonly children: ReadonlyMap<string, number>;
}

const start = plainDate('2022-01-01');
const day = (number: number): PlainDate => addDays(start, number);
const lastDay = plainDate('2025-09-30');
const period = fc.record({ from: fc.integer({ min: 500, max: 1000 }), days: fc.integer({ min: 20, max: 400 }) });
const dates = fc.record({
  startedOn: fc.integer({ min: 0, max: 1100 }),
  lasts: fc.option(fc.integer({ min: 0, max: 700 }), { nil: null }),
});
const datesOf = ({ startedOn, lasts }: { startedOn: number; lasts: number | null }) => ({
  startedOn: day(startedOn),
  endedOn: lasts === null ? null : day(startedOn + lasts),
});
const anEmployment = fc.record({
  worker: fc.integer({ min: 0, max: 17 }),
  dates,
  fullTimeEquivalent: fc.constantFrom(0.25, 0.5, 0.8, 1),
  role: fc.constantFrom('SOCIAL_WORKER', 'SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PERSONAL_ADVISER'),
  engagement: fc.constantFrom('EMPLOYEE', 'EMPLOYEE', 'PARTNER', 'AGENCY'),
  post: fc.option(fc.integer({ min: 0, max: 4 }), { nil: null }),
});
const anAbsence = fc.record({
  worker: fc.integer({ min: 0, max: 11 }),
  startedOn: fc.integer({ min: 300, max: 1300 }),
  lasts: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
  isStress: fc.constantFrom(true, false, null),
  cause: fc.constantFrom('SIC', 'SIC', 'SIC', 'TRN'),
  worksOn: fc.option(fc.constant(['MONDAY', 'THURSDAY'] as const), { nil: null }),
});
const aPractice = fc.record({
  employments: fc.array(anEmployment, { minLength: 0, maxLength: 25 }),
  posts: fc.array(fc.record({ dates, fte: fc.constantFrom(0.5, 1), isSocialWork: fc.boolean() }), {
    minLength: 5,
    maxLength: 5,
  }),
  absences: fc.array(anAbsence, { maxLength: 8 }),
  children: fc.array(fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 1, max: 20 })), { maxLength: 8 }),
});

const drawnPractices = fc.sample(aPractice, { numRuns: 25, seed: 20_261_122 }).map((drawn, number): Practice => {
  const id = `p${number}`;
  const worker = (of: number): string => `${id}-w${of}`;
  const employer = { laCode: BIRMINGHAM, employerKind: 'practice', practiceId: id } as const;
  return {
    id,
    employments: drawn.employments.map((of, index) => ({
      ...aPost(`${id}-e${index}`, worker(of.worker), { practiceId: id }),
      ...datesOf(of.dates),
      role: of.role,
      fullTimeEquivalent: of.fullTimeEquivalent,
      engagement: of.engagement,
      isAgency: of.engagement === 'AGENCY',
      postId: of.post === null ? null : `${BIRMINGHAM}.${id}-post${of.post}`,
    })),
    posts: drawn.posts.map((of, index) => ({
      ...employer,
      id: `${BIRMINGHAM}.${id}-post${index}`,
      role: of.isSocialWork ? 'SOCIAL_WORKER' : 'ADMINISTRATOR',
      fullTimeEquivalent: of.fte,
      isCaseHolding: of.isSocialWork,
      startsOn: datesOf(of.dates).startedOn,
      endsOn: datesOf(of.dates).endedOn,
      recruitment: 'NOT_RECRUITING',
    })),
    absences: drawn.absences.map((of) => ({
      workerId: worker(of.worker),
      ...datesOf({ startedOn: of.startedOn, lasts: of.lasts }),
      cause: of.cause,
      isStress: of.cause === 'SIC' ? of.isStress : null,
      worksOn: of.worksOn === null ? null : [...of.worksOn],
    })),
    children: new Map(drawn.children.map(([of, count]) => [worker(of), count])),
  };
});
/** A practice of twelve, so many of whom were ill once, by stress and otherwise. */
function illness(id: string, { stress, other }: { stress: number; other: number }): Practice {
  const workers = Array.from({ length: 12 }, (_, index) => `${id}-w${index}`);
  return {
    id,
    employments: workers.map((workerId) => aPost(`${workerId}-e`, workerId, { practiceId: id })),
    posts: [],
    absences: workers.slice(0, stress + other).map((workerId, index) => ({
      workerId,
      startedOn: plainDate('2025-03-03'),
      endedOn: plainDate('2025-03-07'),
      cause: 'SIC',
      isStress: index < stress,
      worksOn: null,
    })),
    children: new Map(),
  };
}
const practices = [
  ...drawnPractices,
  illness('many', { stress: 6, other: 6 }),
  illness('no-stress', { stress: 0, other: 7 }),
  illness('little-stress', { stress: 2, other: 8 }),
  illness('little-else', { stress: 7, other: 1 }),
  illness('few', { stress: 0, other: 5 }),
];
const periods = [
  { from: plainDate('2024-10-01'), to: lastDay },
  ...fc.sample(period, { numRuns: 3, seed: 7 }).map(({ from, days }) => ({ from: day(from), to: day(from + days) })),
];

const manager = aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] });
const analyst = aViewer({ role: 'la-analyst', laCodes: [BIRMINGHAM] });

let database: Database;
const statements: string[] = [];
beforeAll(async () => {
  const employments = practices.flatMap((practice) => practice.employments);
  const workers = [...new Set(employments.map(({ workerId }) => workerId))].map((id) => aWorker(id, id));
  const posts = practices.flatMap((practice) => practice.posts);
  database = await startWorkforce({ workers, registrations: [], employments, posts }, (sql) => statements.push(sql));
  await database.owner((db) =>
    db.query(
      `INSERT INTO absence (la_code, id, version, recorded_by, recorded_at, is_withdrawn, employer_kind, employer_id,
         worker_id, started_on, ended_on, cause, is_stress, stress_not_known, works_on)
       SELECT $1, $1 || '.a' || row_number() OVER (), 1, 'x', now(), false, 'practice', practice, "workerId", "startedOn",
              "endedOn", cause, "isStress",
              CASE WHEN cause = 'SIC' AND "isStress" IS NULL THEN 'NOT_RECORDED' END,
              "worksOn"
         FROM jsonb_to_recordset($2::jsonb) AS t (practice text, "workerId" text, "startedOn" date, "endedOn" date,
           cause text, "isStress" boolean, "worksOn" text[])`,
      [
        BIRMINGHAM,
        JSON.stringify(practices.flatMap(({ id, absences }) => absences.map((of) => ({ practice: id, ...of })))),
      ],
    ),
  );
});
afterAll(() => database.close());

const caseCounts = async (_: unknown, days: readonly PlainDate[]): Promise<CaseCount[]> =>
  days.flatMap((of) =>
    practices.flatMap(({ id, children }) =>
      [...children].map(([workerId, count]) => ({
        day: of,
        workerId,
        laCode: BIRMINGHAM,
        employerKind: 'practice' as const,
        practiceId: id,
        children: count,
      })),
    ),
  );

function ask(
  ids: readonly string[],
  asked: { from: PlainDate; to: PlainDate },
  viewer = manager,
): Promise<Measure[][]> {
  return database.read(viewer, (db) => {
    const context = createContext({
      viewer,
      db,
      database,
      clock,
      touched: new TouchLog(),
      findCaseCounts: caseCounts,
      fetchUpload: async () => null,
      surveys: surveyTools({ secret: TEST_SECRET, sendsMail: false }),
    });
    return Promise.all(ids.map((id) => staffIndicatorResolvers.Practice.staffMeasures({ id }, asked, context)));
  });
}

type Expected = number | 'none';
const share = (numerator: number, denominator: number): Expected =>
  denominator === 0 ? 'none' : numerator / denominator;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const fte = (of: readonly Employment[]): number => sum(of.map((each) => each.fullTimeEquivalent));
const heads = (of: readonly Employment[]): number => new Set(of.map((each) => each.workerId)).size;

/** All indicators of a practice in a period, by code. */
function expected(practice: Practice, { from, to }: { from: PlainDate; to: PlainDate }): Record<string, Expected> {
  const goesOn = (of: { startedOn: PlainDate; endedOn: PlainDate | null }): boolean =>
    of.startedOn <= to && (of.endedOn === null || of.endedOn > to);
  const social = practice.employments.filter(({ role }) => role !== 'PERSONAL_ADVISER');
  const own = social.filter(({ isAgency, startedOn }) => !isAgency && startedOn <= to);
  const inPost = own.filter(goesOn);
  const agency = social.filter((of) => of.isAgency && goesOn(of));
  const left = [...Map.groupBy(own, ({ workerId }) => workerId).values()].flatMap((career) => {
    const last =
      career
        .map(({ endedOn }) => endedOn ?? '9999')
        .toSorted()
        .at(-1) ?? '';
    const isLeaver = !career.some(goesOn) && last >= from && career.some(({ startedOn }) => startedOn < from);
    return isLeaver ? career.filter(({ endedOn }) => endedOn === last) : [];
  });
  // Day by day back from the end, as long as something was held.
  const began = [...new Set(inPost.map(({ workerId }) => workerId))].map((workerId) => {
    const of = own.filter((each) => each.workerId === workerId);
    let first = to;
    while (
      of.some(({ startedOn, endedOn }) => startedOn < first && (endedOn === null || endedOn >= addDays(first, -1)))
    ) {
      first = addDays(first, -1);
    }
    return first;
  });
  const years = began.map((first) => daysBetween(first, to) / 365.25).toSorted((one, other) => one - other);
  const middle =
    ((years[Math.floor((years.length - 1) / 2)] ?? 0) + (years[Math.ceil((years.length - 1) / 2)] ?? 0)) / 2;
  const open = practice.posts
    .filter((post) => post.role === 'SOCIAL_WORKER' && goesOn({ startedOn: post.startsOn, endedOn: post.endsOn }))
    .map((post) => {
      const vacant = Math.max(0, post.fullTimeEquivalent - fte(inPost.filter(({ postId }) => postId === post.id)));
      return { vacant, covered: Math.min(vacant, fte(agency.filter(({ postId }) => postId === post.id))) };
    });
  const [vacant, covered] = [sum(open.map((post) => post.vacant)), sum(open.map((post) => post.covered))];
  const ill = practice.absences.filter(({ cause }) => cause === 'SIC');
  const lost = (absences: readonly Absence[]): number =>
    sum(
      absences.map((absence) => {
        const posts = social.filter((of) => of.workerId === absence.workerId && !of.isAgency);
        return daysLost({ absence, posts, from, until: to });
      }),
    );
  const possible = fte(inPost) * Math.round(((daysBetween(from, to) + 1) * 253) / 365);
  const leads = ({ workerId }: Employment): boolean => practice.children.has(workerId);
  const leading = [...inPost, ...agency].filter(leads);
  const led = sum([...new Set(leading.map(({ workerId }) => workerId))].map((id) => practice.children.get(id) ?? 0));
  const noneOf = (of: readonly unknown[], value: Expected): Expected => (of.length === 0 ? 'none' : value);
  return {
    turnover: share(fte(left), fte(inPost)),
    'turnover-headcount': share(heads(left), heads(inPost)),
    starters: noneOf(inPost, began.filter((first) => first >= from).length),
    vacancy: noneOf(practice.posts, share(vacant, vacant + fte(inPost))),
    'vacancy-cover': share(covered, vacant),
    agency: share(fte(agency), fte(agency) + fte(inPost)),
    'agency-headcount': share(heads(agency), heads(agency) + heads(inPost)),
    'agency-cover': share(covered, fte(agency)),
    absence: noneOf(practice.absences, share(lost(ill), possible)),
    'absence-stress': noneOf(practice.absences, share(lost(ill.filter(({ isStress }) => isStress)), possible)),
    caseholders: practice.children.size === 0 ? 'none' : casesOf(inPost, agency, practice),
    'average-caseload': share(led, fte(leading)),
    'length-of-service': share(sum(years), years.length),
    'length-of-service-median': noneOf(years, middle),
  };
}

/** Of those in post, who holds no agency's employment only. */
function casesOf(inPost: readonly Employment[], agency: readonly Employment[], { children }: Practice): Expected {
  const own = new Set(inPost.map(({ workerId }) => workerId));
  const all = [...inPost, ...agency].filter(({ workerId }) => own.has(workerId));
  return share(fte(all.filter(({ workerId }) => children.has(workerId))), fte(all));
}

describe('every indicator, worked out a second time', () => {
  test.each(periods)('from $from to $to', async (of) => {
    const measured = await ask(
      practices.map(({ id }) => id),
      of,
    );
    for (const [index, practice] of practices.entries()) {
      const wanted = practice.employments.length === 0 ? {} : expected(practice, of);
      for (const { indicator, result } of measured[index] ?? []) {
        const value = result.__typename === 'Known' ? Math.round(result.value * 1e6) / 1e6 : 'none';
        const second = wanted[indicator.code] ?? 'none';
        const rounded = second === 'none' ? second : Math.round(second * 1e6) / 1e6;
        expect([practice.id, indicator.code, value]).toEqual([practice.id, indicator.code, rounded]);
      }
    }
  });

  test('each of which is a figure for some practice', async () => {
    const figures = periods.flatMap((of) => practices.map((practice) => expected(practice, of)));
    for (const { code } of staffIndicators) {
      const known = figures.filter((each) => typeof each[code] === 'number' && each[code] > 0);
      expect([code, known.length > 3]).toEqual([code, true]);
    }
  });

  test('of many practices with as many statements as of one', async () => {
    const count = async (ids: readonly string[]): Promise<number> => {
      statements.length = 0;
      await ask(ids, { from: plainDate('2024-10-01'), to: lastDay });
      return statements.length;
    };
    const one = await count(['p0']);
    expect(await count(practices.map(({ id }) => id))).toBe(one);
  });
});

describe('absences, for those who see no single one', () => {
  const told = async (viewer: typeof analyst, of: { from: PlainDate; to: PlainDate }, ids: readonly string[]) =>
    (await ask(ids, of, viewer)).map((measured) =>
      measured.filter(({ indicator }) => indicator.code.startsWith('absence')).map(({ result }) => result.__typename),
    );
  const ids = ['many', 'no-stress', 'little-stress', 'little-else', 'few'];
  const [known, kept] = [
    ['Known', 'Known'],
    ['Suppressed', 'Suppressed'],
  ];

  test.each([
    ['an analyst', analyst],
    ['an inspector', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30')],
  ])('%s is told figures of no few, neither by themselves nor by another', async (_, viewer) => {
    const censusYear = { from: plainDate('2024-10-01'), to: lastDay };
    expect(await told(viewer, censusYear, ids)).toEqual([known, known, kept, kept, kept]);
    const others = [
      { from: plainDate('2024-10-02'), to: lastDay },
      { from: plainDate('2024-04-01'), to: plainDate('2025-03-31') },
      { from: plainDate('2023-10-01'), to: lastDay },
    ];
    for (const other of others) expect(await told(viewer, other, ['many'])).toEqual([kept]);
  });

  test('managers are told all', async () => {
    const days = { from: plainDate('2025-03-01'), to: plainDate('2025-03-31') };
    expect(await told(manager, days, ['many', 'few'])).toEqual([known, known]);
  });
});
