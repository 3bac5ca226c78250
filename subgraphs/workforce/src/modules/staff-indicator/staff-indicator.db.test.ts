import { plainDate } from '@mainstay/primitives';
import { TouchLog, type Database, type Measure, type MeasureResult, type Viewer } from '@mainstay/subgraph-kit';
import { TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createContext } from '../../context.ts';
import {
  aPost,
  aWorker,
  birmingham,
  BIRMINGHAM,
  clock,
  DUDLEY,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  sandwell,
  SANDWELL,
  startWorkforce,
  underGlass,
} from '../../testing/workforce-world.ts';
import { staffIndicators } from '../../indicators/index.ts';
import { staffIndicatorResolvers } from './staff-indicator.resolvers.ts';
import { surveyTools } from '../../survey-answering/survey-tools.ts';

const [from, to] = [plainDate('2025-04-01'), plainDate('2026-03-31')];
const days = (startedOn: string, endedOn: string | null = null) => ({
  startedOn: plainDate(startedOn),
  endedOn: endedOn === null ? null : plainDate(endedOn),
});

/** Birmingham's staff, chosen so that each rule of the three indicators decides about somebody. */
const posts = [
  aPost('stays', 'stays', days('2021-04-01')),
  aPost('part-time', 'part-time', { ...days('2023-04-01'), fullTimeEquivalent: 0.5 }),
  aPost('leaves', 'leaves', { ...days('2020-04-01', '2025-10-31'), fullTimeEquivalent: 0.8 }),
  aPost('leaves on the last day', 'last-day', days('2020-04-01', '2026-03-31')),
  aPost('leaves on the first day', 'first-day', { ...days('2020-04-01', '2025-04-01'), fullTimeEquivalent: 0.4 }),
  aPost('left the day before', 'before', days('2020-04-01', '2025-03-31')),
  aPost('leaves after', 'after', days('2025-04-01', '2026-04-01')),
  aPost('comes and goes', 'guest', days('2025-05-01', '2025-12-31')),
  aPost('is promoted from', 'promoted', days('2022-04-01', '2025-12-31')),
  aPost('is promoted to', 'promoted', { ...days('2026-01-01'), role: 'SENIOR_SOCIAL_WORKER' }),
  aPost('returns after a break, before', 'returns', days('2015-04-01', '2018-03-31')),
  aPost('returns after a break, after', 'returns', days('2025-04-01')),
  aPost('agency', 'agency', { ...days('2024-04-01'), isAgency: true, fullTimeEquivalent: 0.6 }),
  aPost('agency, gone', 'agency-gone', { ...days('2024-04-01', '2025-06-30'), isAgency: true }),
  aPost('adviser', 'adviser', { ...days('2015-04-01', '2025-06-30'), role: 'PERSONAL_ADVISER' }),
  aPost('to come', 'to-come', days('2026-04-01')),
  aPost('manager', 'manager', { ...days('2024-04-01'), practiceId: 'harbour', role: 'PRACTICE_MANAGER' }),
  aPost('administrator', 'clerk', { ...days('2024-04-01'), practiceId: 'office', role: 'ADMINISTRATOR' }),
  aPost('of Sandwell', 'manager', {
    ...days('2024-04-01'),
    laCode: SANDWELL,
    practiceId: 'harbour',
    fullTimeEquivalent: 0.5,
  }),
  // Wharf: eight stay, six leave in the year and six come.
  ...Array.from({ length: 8 }, (_, n) =>
    aPost(`wharf stays ${n}`, `wharf-${n}`, { ...days('2020-04-01'), practiceId: 'wharf' }),
  ),
  ...Array.from({ length: 6 }, (_, n) =>
    aPost(`wharf leaves ${n}`, `wharf-left-${n}`, { ...days('2020-04-01', '2025-10-01'), practiceId: 'wharf' }),
  ),
  ...Array.from({ length: 6 }, (_, n) =>
    aPost(`wharf comes ${n}`, `wharf-new-${n}`, { ...days('2025-10-01'), practiceId: 'wharf' }),
  ),
  // Pier: ten were there at the end of one year and eleven at the end of the next.
  ...Array.from({ length: 11 }, (_, n) =>
    aPost(`pier ${n}`, `pier-${n}`, { ...days(n < 10 ? '2020-04-01' : '2025-06-01'), practiceId: 'pier' }),
  ),
];
const workers = [
  ...new Map(
    posts.map((post) => [`${post.laCode} ${post.workerId}`, aWorker(post.workerId, post.workerId, post.laCode)]),
  ).values(),
];

let database: Database;
beforeAll(async () => {
  database = await startWorkforce({ workers, registrations: [], employments: posts });
});
afterAll(() => database.close());

const ofAuthority = staffIndicatorResolvers.LocalAuthority.staffMeasures;
const ofPractice = staffIndicatorResolvers.Practice.staffMeasures;

function measures(
  viewer: Viewer,
  asked: {
    resolve?: typeof ofAuthority;
    id?: string;
    indicators?: string[] | null;
    from?: string;
    to?: string;
    isWithPractices?: boolean;
  },
): Promise<Measure[]> {
  const { indicators = ['turnover', 'agency', 'length-of-service'], isWithPractices = false } = asked;
  const args = {
    indicators,
    isWithPractices,
    from: plainDate(asked.from ?? from),
    to: plainDate(asked.to ?? to),
  };
  return database.read(viewer, (db) =>
    (asked.resolve ?? ofAuthority)(
      { id: asked.id ?? BIRMINGHAM },
      args,
      createContext({
        viewer,
        db,
        database,
        clock,
        touched: new TouchLog(),
        findCaseCounts: async () => [],
        fetchUpload: async () => null,
        surveys: surveyTools({ secret: TEST_SECRET, sendsMail: false }),
      }),
    ),
  );
}

async function results(viewer: Viewer, asked: Parameters<typeof measures>[1]): Promise<MeasureResult[]> {
  return (await measures(viewer, asked)).map((measure) => measure.result);
}

describe('the figures of an authority', () => {
  test('turnover: leavers over those who stay, agency, moves and guests out', async () => {
    const [turnover] = await measures(birmingham, { indicators: ['turnover'] });
    // Left: leaves 0.8, last-day 1, first-day 0.4. Stay: stays 1, part-time 0.5, after 1, promoted 1, returns 1.
    expect(turnover?.result).toMatchObject({ __typename: 'Known', unit: 'SHARE', numerator: 2.2, denominator: 4.5 });
    expect(turnover?.result).toHaveProperty('value', expect.closeTo(2.2 / 4.5, 9));
    expect(turnover?.exclusions).toEqual([
      { reason: 'Began and left within the period.', count: 1, isInDenominator: false },
    ]);
    expect(turnover?.asAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test('agency: agency over agency and own', async () => {
    const [agency] = await results(birmingham, { indicators: ['agency'] });
    expect(agency).toMatchObject({ __typename: 'Known', numerator: 0.6, denominator: 5.1 });
  });

  test('length of service: unbroken years, promotions bridged, breaks not', async () => {
    const [service] = await results(birmingham, { indicators: ['length-of-service'] });
    // Days to 31 March 2026: stays 1825, part-time 1095, after 364, promoted 1460, returns 364.
    const years = (1825 + 1095 + 364 + 1460 + 364) / 365.25;
    expect(service).toMatchObject({ __typename: 'Known', unit: 'YEARS', denominator: 5 });
    expect(service).toHaveProperty('value', expect.closeTo(years / 5, 9));
  });

  test('all indicators are answered when none is named, in the catalogue’s order', async () => {
    const all = await measures(birmingham, { indicators: null });
    expect(all.map((measure) => measure.indicator)).toEqual(staffIndicators);
    expect(all[0]).toMatchObject({ from, to, result: { __typename: 'Known' } });
  });
});

describe('the figures of a practice', () => {
  test('rest on all posts for the practice, on its own for each authority', async () => {
    const asked = { resolve: ofPractice, id: 'harbour', indicators: ['agency'] };
    expect(await results(harbour, asked)).toMatchObject([{ denominator: 1.5 }]);
    expect(await results(birmingham, asked)).toMatchObject([{ denominator: 1 }]);
    expect(await results(sandwell, asked)).toMatchObject([{ denominator: 0.5 }]);
    expect(await results(inspectorOf(SANDWELL, '2026-11-22', '2026-11-22'), asked)).toMatchObject([
      { denominator: 0.5 },
    ]);
  });
});

describe('figures as they could be published', () => {
  const few = { __typename: 'Suppressed', reason: expect.stringContaining('five or fewer') };

  test.each([
    ['a reviewing officer', iro],
    ['a machine for figures', machineFor('figures', 'children')],
  ])('%s is told of many people, and of no few', async (_, viewer) => {
    const ofWharf = { resolve: ofPractice, id: 'wharf' };
    const [turnover, agency, service] = await results(viewer, ofWharf);
    expect(turnover).toMatchObject({ __typename: 'Known', numerator: 6, denominator: 14 });
    expect(agency).toMatchObject({ __typename: 'Known', numerator: 0, denominator: 14 });
    expect(service).toMatchObject({ __typename: 'Known', denominator: 14 });
    expect(await results(viewer, {})).toEqual([few, few, few]);
    expect(await results(viewer, { ...ofWharf, from: '2024-04-01', to: '2025-03-31' })).toMatchObject([
      { __typename: 'Known' },
      { __typename: 'Known' },
      { __typename: 'Known' },
    ]);
    // One came to Pier in the year: who is told its end and the one before would be told of that one.
    expect(await results(viewer, { resolve: ofPractice, id: 'pier' })).toEqual([few, few, few]);
    expect(await results(viewer, { ...ofWharf, from: '2025-04-02' })).toEqual([
      { __typename: 'Suppressed', reason: expect.stringContaining('1 April to 31 March') },
      expect.anything(),
      expect.anything(),
    ]);
    expect(await results(viewer, { id: SANDWELL })).toMatchObject([
      { reason: expect.stringContaining('for the employer') },
      {},
      {},
    ]);
  });

  test('what few figures together would tell is kept from them altogether', async () => {
    const told = async (viewer: Viewer) =>
      (await measures(viewer, { resolve: ofPractice, id: 'wharf', indicators: null }))
        .filter(({ result }) => result.__typename === 'Known')
        .map(({ indicator }) => indicator.code);
    expect(await told(iro)).toEqual([
      'turnover',
      'turnover-headcount',
      'agency',
      'agency-headcount',
      'length-of-service',
    ]);
    expect(await results(iro, { isWithPractices: true })).toMatchObject([
      { reason: expect.stringContaining('to those who may') },
      { reason: expect.stringContaining('to those who may') },
      { reason: expect.stringContaining('to those who may') },
    ]);
  });

  test('a practice’s worker is told of the practice’s staff so, its manager in full', async () => {
    const asked = { resolve: ofPractice, id: 'harbour', indicators: ['agency'] };
    expect(await results(harbourWorker, asked)).toEqual([few]);
    expect(await results(harbour, asked)).toMatchObject([{ __typename: 'Known' }]);
  });

  test('nobody is told anything under a broken glass', async () => {
    expect(await results(underGlass(iro), {})).toMatchObject([
      { reason: expect.stringContaining('for the employer') },
      {},
      {},
    ]);
  });
});

describe('a figure that is missing says why', () => {
  const suppressed = [{ __typename: 'Suppressed' }, { __typename: 'Suppressed' }, { __typename: 'Suppressed' }];

  test.each([
    ['another authority', sandwell, {}],
    ['a practice, of the authority', harbour, {}],
    ['another practice', oak, { resolve: ofPractice, id: 'harbour' }],
    ['an inspector out of the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), {}],
    ['an inspector of another authority', inspectorOf(SANDWELL, '2026-11-01', '2026-11-30'), {}],
  ])('withheld from %s', async (_, viewer, asked) => {
    expect(await results(viewer, asked)).toMatchObject(suppressed);
  });

  test('not yet due while the period lasts, due on its last day', async () => {
    const [future] = await results(birmingham, { indicators: ['agency'], to: '2026-11-23' });
    expect(future).toEqual({ __typename: 'NotYetDue', dueOn: '2026-11-23' });
    const [today] = await results(birmingham, { indicators: ['agency'], to: '2026-11-22' });
    expect(today?.__typename).toBe('Known');
  });

  test('not known without any record of staff', async () => {
    const dudley = { ...birmingham, laCodes: [DUDLEY] };
    const expected = [{ __typename: 'NotKnown' }, { __typename: 'NotKnown' }, { __typename: 'NotKnown' }];
    expect(await results(dudley, { id: DUDLEY })).toMatchObject(expected);
    expect(await results(birmingham, { resolve: ofPractice, id: 'unheard of' })).toMatchObject(expected);
  });

  test('not applicable when no social worker was in post', async () => {
    const expected = [
      { __typename: 'NotApplicable' },
      { __typename: 'NotApplicable' },
      { __typename: 'NotApplicable' },
    ];
    expect(await results(birmingham, { from: '2001-04-01', to: '2002-03-31' })).toMatchObject(expected);
    expect(await results(birmingham, { resolve: ofPractice, id: 'office' })).toMatchObject(expected);
  });
});

test.each([
  ['an indicator of something else', { indicators: ['three-or-more-placements'] }],
  ['a period that ends before it begins', { from: '2026-03-31', to: '2026-03-30' }],
])('%s is refused', async (_, asked) => {
  await expect(measures(birmingham, asked)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});
