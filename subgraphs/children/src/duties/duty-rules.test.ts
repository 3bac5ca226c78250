import { plainDate, type PlainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { addMonths, birthday } from './due-dates.ts';
import { dutiesOfChild } from './duties-of-child.ts';
import type { DutyFacts } from './duty-facts.ts';
import { dutyKinds } from './duty-kind.ts';
import { daySetBy, type DutyRule } from './duty-rule.ts';
import { eligibleFrom } from './plan-duties.ts';
import { dutyRules } from './rules/index.ts';

const day = plainDate;
const done = (...days: string[]) => days.map((on, index) => ({ on: day(on), id: `done ${index}` }));
const nobody: DutyFacts = {
  childId: 'child',
  dateOfBirth: day('2014-05-06'),
  knownSince: null,
  returnedUntil: null,
  care: [],
  placements: [],
  statuses: [],
  allocations: [],
  visits: [],
  adviserVisits: [],
  reviews: [],
  healthAssessments: [],
  carePlans: [],
  pathwayPlans: [],
  pathwayPlanReviews: [],
  movesAfterCare: [],
  returns: [],
};
const care = (from: string, to: string | null = null) => ({
  from: day(from),
  to: to === null ? null : day(to),
  isStartKnown: true,
});
const placement = (from: string, type = 'U6', parts: object = {}) => ({
  ...care(from),
  id: 'placement',
  type,
  isBeforeAssessment: false,
  isTemporarilyApproved: false,
  plannedToEighteenFrom: null,
  fewerVisitsAgreedOn: null,
  ...parts,
});
const told = (facts: Partial<DutyFacts>, kind: string) =>
  dutiesOfChild({ ...nobody, ...facts })
    .filter((duty) => duty.kind === kind)
    .map(({ rule, dueOn, metOn, endedOn }) => `${rule} ${dueOn} ${metOn ?? (endedOn ? `ended ${endedOn}` : 'open')}`);

describe('visits', () => {
  test('weekly until the first review, then at most 4 weeks apart, under an interim order with parents', () => {
    const facts = {
      care: [care('2026-01-05')],
      placements: [placement('2026-01-05', 'P1')],
      statuses: [{ ...care('2026-01-05'), code: 'C1' }],
      reviews: done('2026-01-28'),
      visits: done('2026-01-05', '2026-01-12', '2026-01-20', '2026-01-27'),
    };
    expect(told(facts, 'VISIT')).toEqual([
      'visit-interim 2026-01-12 2026-01-05',
      'visit-interim 2026-01-12 2026-01-12',
      'visit-interim 2026-01-19 2026-01-20',
      'visit-interim 2026-01-27 2026-01-27',
      'visit-interim 2026-02-24 open',
    ]);
  });

  test('begin again with the order, with parents', () => {
    const statuses = [
      { from: day('2026-01-05'), to: day('2026-03-02'), code: 'C1' },
      { from: day('2026-03-02'), to: null, code: 'C2' },
    ];
    const facts = { care: [care('2026-01-05')], placements: [placement('2026-01-05', 'P1')], statuses };
    expect(told(facts, 'VISIT')).toEqual([
      'visit-interim 2026-01-12 ended 2026-03-02',
      'visit-order-week 2026-03-09 open',
    ]);
  });

  test('are 3 months apart after a year in a placement meant to last, 6 months where the child agreed to it', () => {
    const long = (parts: object) => ({
      care: [care('2024-01-01')],
      placements: [placement('2024-01-01', 'U4', { plannedToEighteenFrom: day('2024-01-01'), ...parts })],
      visits: done('2024-01-05', '2024-12-31', '2025-01-01'),
    });
    expect(told(long({}), 'VISIT').slice(2)).toEqual([
      'visit-six-weeks 2025-02-11 2025-01-01',
      'visit-three-months 2025-04-01 open',
    ]);
    expect(told(long({ fewerVisitsAgreedOn: day('2025-01-01') }), 'VISIT').at(-1)).toBe(
      'visit-six-months 2025-07-01 open',
    );
  });

  test('are due while the child is missing', () => {
    const facts = { care: [care('2026-01-05')], placements: [placement('2026-01-05')], visits: done('2026-01-06') };
    const returns = [{ ...done('2026-03-30')[0]!, heldOn: null, heldId: null, isDeclined: false }];
    expect(told({ ...facts, returns }, 'VISIT')).toEqual(told(facts, 'VISIT'));
  });
});

describe('health assessments', () => {
  test('are due every 6 months until the fifth birthday, every 12 from then on', () => {
    const facts = {
      dateOfBirth: day('2021-09-15'),
      care: [care('2026-01-05')],
      healthAssessments: done('2026-01-20', '2026-03-14', '2026-03-15'),
    };
    expect(told(facts, 'HEALTH_ASSESSMENT').map((text) => text.split(' ')[1])).toEqual([
      '2026-02-02',
      '2026-07-20',
      '2026-09-14',
      '2027-03-15',
    ]);
  });

  test('come before a review that is held early, and by the day the review is due when it is late', () => {
    const first = (review: string) =>
      told({ care: [care('2026-01-05')], reviews: done(review) }, 'HEALTH_ASSESSMENT')[0];
    expect([first('2026-01-12'), first('2026-03-01')]).toEqual([
      'initial-health-assessment 2026-01-12 open',
      'initial-health-assessment 2026-02-02 open',
    ]);
  });
});

describe('leaving care', () => {
  const born = day('2009-03-10');

  test.each([
    ['in care since long before 16', [care('2020-01-01')], '2025-03-10'],
    ['in care for 13 weeks after 16', [care('2025-06-01')], '2025-08-31'],
    ['in two times that make 13 weeks', [care('2024-01-01', '2024-03-01'), care('2025-05-01')], '2025-06-01'],
    ['out of care at 16', [care('2020-01-01', '2025-03-09')], null],
    ['in care too late for 13 weeks', [care('2027-01-01')], null],
  ])('a child is eligible: %s', (_, times, expected) => {
    expect(eligibleFrom({ ...nobody, dateOfBirth: born, care: times })).toBe(expected);
  });

  test('the pathway plan is due within 3 months, its reviews 6 months apart until 21', () => {
    const facts = { dateOfBirth: born, care: [care('2020-01-01')] };
    expect(told(facts, 'PATHWAY_PLAN')).toEqual(['pathway-plan 2025-06-10 ended 2030-03-10']);
    const planned = { ...facts, pathwayPlans: done('2025-05-01'), pathwayPlanReviews: done('2025-10-01') };
    expect(told(planned, 'PATHWAY_PLAN_REVIEW')).toEqual([
      'pathway-plan-review 2025-11-01 2025-10-01',
      'pathway-plan-review 2026-04-01 ended 2030-03-10',
    ]);
  });

  test('the adviser visits within 7 days of a move, by the 28th, then every 2 months', () => {
    const facts = {
      dateOfBirth: born,
      care: [care('2020-01-01', '2027-03-10')],
      movesAfterCare: done('2027-05-01'),
      adviserVisits: done('2027-04-10', '2027-05-06', '2027-05-30', '2027-07-01'),
    };
    expect(told(facts, 'PERSONAL_ADVISER_VISIT')).toEqual([
      'adviser-two-months 2027-05-10 2027-04-10',
      'adviser-two-months 2027-06-10 ended 2027-05-01',
      'adviser-after-move 2027-05-08 2027-05-06',
      'adviser-first-review 2027-05-29 2027-05-30',
      'adviser-two-months 2027-07-30 2027-07-01',
      'adviser-two-months 2027-09-01 ended 2030-03-10',
    ]);
  });

  test('a child who left care with a practice stays a year, unless the child comes back', () => {
    const allocations = [{ from: day('2025-01-01'), to: null, id: 'allocation' }];
    const left = { care: [care('2020-01-01', '2026-02-01')], allocations };
    expect(told(left, 'YEAR_AFTER_LEAVING')).toEqual(['year-after-leaving 2027-02-01 open']);
    const back = { ...left, care: [...left.care, care('2026-06-01')] };
    expect(told(back, 'YEAR_AFTER_LEAVING')).toEqual(['year-after-leaving 2027-02-01 ended 2026-06-01']);
  });
});

describe('prompts and interviews', () => {
  test('6 months under section 20 prompt the authority, until the child is allocated', () => {
    const facts = { care: [care('2026-01-31')], statuses: [{ ...care('2026-01-31'), code: 'V2' }] };
    expect(told(facts, 'ALLOCATION_DECISION')).toEqual(['section-20-prompt 2026-07-31 open']);
    const allocations = [{ from: day('2026-06-01'), to: null, id: 'allocation' }];
    expect(told({ ...facts, allocations }, 'ALLOCATION_DECISION')).toEqual(['section-20-prompt 2026-07-31 2026-06-01']);
  });

  test('an interview is due 3 days after the return, unless the child did not want it', () => {
    const back = (parts: object) => ({
      returns: [{ ...done('2026-03-30')[0]!, heldOn: null, heldId: null, isDeclined: false, ...parts }],
    });
    expect(told(back({}), 'RETURN_INTERVIEW')).toEqual(['return-interview 2026-04-02 open']);
    expect(told(back({ heldOn: day('2026-04-01'), heldId: 'x' }), 'RETURN_INTERVIEW')).toEqual([
      'return-interview 2026-04-02 2026-04-01',
    ]);
    expect(told(back({ isDeclined: true }), 'RETURN_INTERVIEW')).toEqual([
      'return-interview 2026-04-02 ended 2026-03-30',
    ]);
  });
});

describe('what was before the platform knew of the child', () => {
  test('is no duty where it ended and no return tells of it; where it lasts, it is not known to be late', () => {
    const knownSince: PlainDate = day('2026-05-01');
    const facts = {
      ...nobody,
      knownSince,
      care: [care('2024-01-01')],
      placements: [
        { ...placement('2024-01-01'), to: day('2025-01-01') },
        { ...placement('2025-01-01'), id: 'second' },
      ],
    };
    const visits = dutiesOfChild(facts).filter(({ kind }) => kind === 'VISIT');
    expect(visits.map(({ since, isBeforeRecord }) => [since, isBeforeRecord])).toEqual([['2025-01-01', true]]);
    const reviews = dutiesOfChild(facts).filter(({ kind }) => kind === 'REVIEW');
    expect(reviews.map(({ isBeforeRecord }) => isBeforeRecord)).toEqual([false]);
  });

  test('of reviews is what fell due after the newest return ends: those before it are late, and those since too', () => {
    const reviewed = (on: string) =>
      dutiesOfChild({
        ...nobody,
        knownSince: day('2026-05-20'),
        returnedUntil: day('2026-03-31'),
        care: [care('2024-01-01')],
        reviews: done('2024-01-20', on),
      })
        .filter(({ kind, metOn }) => kind === 'REVIEW' && metOn === null)
        .map(({ dueOn, isBeforeRecord }) => [dueOn, isBeforeRecord]);
    expect([reviewed('2025-09-30'), reviewed('2025-10-15'), reviewed('2025-12-01')]).toEqual([
      [['2026-03-30', false]],
      [['2026-04-15', true]],
      [['2026-06-01', false]],
    ]);
  });
});

describe('rules', () => {
  test('have versions: the one in force when the time began sets the day', () => {
    const rule: DutyRule = {
      code: 'x',
      kind: 'REVIEW',
      title: '',
      source: '',
      versions: [
        { version: 1, inForceFrom: day('2011-04-01'), dueOn: (since) => addMonths(since, 6) },
        { version: 2, inForceFrom: day('2026-04-01'), dueOn: (since) => addMonths(since, 4) },
      ],
    };
    const set = (since: string) => {
      const { ruleVersion, dueOn } = daySetBy(rule, day(since), undefined);
      return `${ruleVersion} ${dueOn}`;
    };
    expect([set('2001-01-01'), set('2026-03-31'), set('2026-04-01')]).toEqual([
      '1 2001-07-01',
      '1 2026-09-30',
      '2 2026-08-01',
    ]);
  });

  test('are known by their codes, each with its kind and source', () => {
    expect(dutyRules.size).toBe(22);
    for (const [code, rule] of dutyRules) {
      expect([code, rule.title.length > 10, rule.source.length > 10, rule.kind in dutyKinds]).toEqual([
        rule.code,
        true,
        true,
        true,
      ]);
    }
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-06-15', 6, '2026-12-15'],
    ['2026-12-01', 12, '2027-12-01'],
  ])('count months as the law does: %s and %d', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  test('know the birthday of one born on 29 February', () => {
    expect([birthday(day('2008-02-29'), 16), birthday(day('2008-02-29'), 18)]).toEqual(['2024-02-29', '2026-03-01']);
  });
});
