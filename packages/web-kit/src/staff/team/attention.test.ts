import { expect, test } from 'vitest';
import { attentionOf, supportInWords, type TeamFacts } from './attention.ts';

const quiet: TeamFacts = {
  counts: {
    on: '2026-11-22' as never,
    workers: 5,
    supervisionDone: 5,
    supervisionDue: 0,
    supervisionOverdue: 0,
    supervisionPaused: 0,
    learners: 4,
    learningMet: 4,
    learningBehind: 0,
  },
  registrations: [],
  staffing: null,
  hasOfficer: true,
  caseloads: null,
};

const texts = (facts: Partial<TeamFacts>) =>
  attentionOf({ ...quiet, ...facts }).map(({ urgency, text }) => `${urgency}: ${text}`);

test('a team of which nothing is late needs nobody', () => {
  expect(texts({})).toEqual([]);
});

test('what is late already comes before what will be', () => {
  expect(
    texts({
      counts: { ...quiet.counts, supervisionDue: 2, supervisionOverdue: 1 },
      registrations: [
        { daysLeft: 40, status: 'REGISTERED' },
        { daysLeft: 8, status: 'REGISTERED' },
        { daysLeft: -3, status: 'LAPSED' },
      ],
      hasOfficer: false,
    }),
  ).toEqual([
    'now: Supervision is overdue for 1 person',
    'now: The registration of 1 person is not in force: they cannot lead a child',
    'soon: Supervision is due within a week for 2 people',
    'soon: The registration of 2 people ends soon, the first in 8 days',
    'soon: Nobody is named as officer for professional development',
  ]);
});

test.each([
  [null, 'no administrator; about 5 to 1 is expected'],
  [7.25, '7.3 to 1 administrator; about 5 to 1 is expected'],
])('%s front-line staff to an administrator is told', (frontLinePerAdministrator, words) => {
  expect(
    supportInWords({
      administratorFullTimeEquivalent: 1,
      frontLineFullTimeEquivalent: 7.25,
      frontLinePerAdministrator,
      expectedFrontLinePerAdministrator: 5,
    }),
  ).toBe(words);
});
