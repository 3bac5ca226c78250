import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import type { HealthEventEntity } from './health-event.entity.ts';
import { noDetails } from './health-event.details.ts';
import { lastDoneOn, sdqChange } from './health-event.last.ts';
import { oc2Of, type Oc2Facts } from './health-event.oc2.ts';

const YEAR = 2026;

type Event = Partial<HealthEventEntity> & Pick<HealthEventEntity, 'kind'>;

function anEvent(event: Event): Oc2Facts['healthEvents'][number] {
  return {
    ...noDetails,
    id: '',
    supersededAt: null,
    reason: null,
    isWithdrawn: false,
    entryKey: null,
    happenedOn: plainDate('2025-10-01'),
    ...event,
  };
}

const rowOf = (born: string, events: readonly Event[], offences: Oc2Facts['offendingOutcomes'] = []) =>
  oc2Of({ dateOfBirth: plainDate(born), healthEvents: events.map(anEvent), offendingOutcomes: offences }, YEAR);
const on = plainDate;
const done = { kind: 'REVIEW_ASSESSMENT', outcome: 'DONE' } as const;
const score = { kind: 'SDQ', sdqCompletedBy: 'CARER' } as const;

test('a whole row', () => {
  const events: Event[] = [
    { ...done },
    { kind: 'DENTAL_CHECK', outcome: 'DONE' },
    { kind: 'IMMUNISATIONS', isUpToDate: true },
    { ...score, sdqScore: 12 },
    { kind: 'SUBSTANCE_MISUSE', isMisusing: true, intervention: 'OFFERED_AND_REFUSED' },
  ];
  expect(rowOf('2012-05-05', events, [{ kind: 'CONVICTION', happenedOn: on('2026-03-31') }])).toEqual({
    SDQ_SCORE: '12',
    SDQ_REASON: '',
    CONVICTED: '1',
    HEALTH_CHECK: '',
    IMMUNISATIONS: '1',
    TEETH_CHECK: '1',
    HEALTH_ASSESSMENT: '1',
    SUBSTANCE_MISUSE: '1',
    INTERVENTION_RECEIVED: '0',
    INTERVENTION_OFFERED: '1',
  });
});

test('nothing on record of the year is no answer', () => {
  expect(rowOf('2012-05-05', [{ ...done, happenedOn: on('2025-03-31') }])).toBeNull();
  expect(rowOf('2012-05-05', [{ ...done, happenedOn: on('2026-04-01') }])).toBeNull();
});

test.each([
  ['on the first day', { ...done, happenedOn: on('2025-04-01') }, '1'],
  ['on the last day', { ...done, happenedOn: on('2026-03-31') }, '1'],
  ['declined', { ...done, outcome: 'DECLINED' as const }, '0'],
])('an assessment %s', (_, event, expected) => {
  expect(rowOf('2012-05-05', [event])?.HEALTH_ASSESSMENT).toBe(expected);
});

test.each([
  ['one of a child of 4', '2021-04-01', 1, '0'],
  ['two of a child of 4', '2021-04-01', 2, '1'],
  ['one of a child who turned 5', '2021-03-31', 1, '1'],
])('assessments, %s', (_, born, times, expected) => {
  expect(
    rowOf(
      born,
      Array.from({ length: times }, () => done),
    )?.HEALTH_ASSESSMENT,
  ).toBe(expected);
});

test.each([
  ['as last known before the year', [{ happenedOn: on('2024-01-01'), isUpToDate: true }], '1'],
  [
    'as last known, though it was other before',
    [
      { happenedOn: on('2025-05-01'), isUpToDate: true },
      { happenedOn: on('2026-01-01'), isUpToDate: false },
    ],
    '0',
  ],
  [
    'as known before it was not',
    [
      { happenedOn: on('2025-05-01'), isUpToDate: true },
      { happenedOn: on('2026-01-01'), isUpToDate: null },
    ],
    '1',
  ],
  ['never known', [], ''],
])('immunisations are told %s', (_, parts, expected) => {
  const events = parts.map((part) => ({ kind: 'IMMUNISATIONS' as const, ...part }));
  expect(rowOf('2012-05-05', [done, ...events])?.IMMUNISATIONS).toBe(expected);
});

test.each([
  ['under 5 on 31 March', '2021-04-01', '1'],
  ['5 on 31 March', '2021-03-31', ''],
])('development checks of a child %s', (_, born, expected) => {
  expect(rowOf(born, [{ kind: 'DEVELOPMENT_CHECK', isUpToDate: true }])?.HEALTH_CHECK).toBe(expected);
});

describe('the questionnaire', () => {
  test.each([
    ['of a child who is 3 at the end', '2022-04-01', [], ['', '']],
    ['of a child who turned 4', '2022-03-31', [], ['', 'SDQ1']],
    ['of a child who was 4 at the start', '2021-04-01', [], ['', '']],
    ['of one who was 16 at the end', '2009-04-01', [], ['', '']],
    ['of one who turned 17', '2009-03-31', [], ['', 'SDQ1']],
    ['of one who was 17 at the start', '2008-04-01', [{ ...score, sdqScore: 3 }], ['', '']],
    [
      'that a teacher completed does not count',
      '2012-05-05',
      [{ ...score, sdqCompletedBy: 'TEACHER', sdqScore: 3 }],
      ['', ''],
    ],
    [
      'completed twice: the newest',
      '2012-05-05',
      [
        { ...score, sdqScore: 20 },
        { ...score, sdqScore: 0, happenedOn: on('2025-12-01') },
      ],
      ['0', ''],
    ],
    [
      'completed and then refused: the score',
      '2012-05-05',
      [
        { ...score, sdqScore: 20 },
        { kind: 'SDQ', sdqReason: 'SDQ5', happenedOn: on('2025-12-01') },
      ],
      ['20', ''],
    ],
    ['refused', '2012-05-05', [{ kind: 'SDQ', sdqReason: 'SDQ5' }], ['', 'SDQ5']],
  ] as [string, string, Event[], [string, string]][])('%s', (_, born, events, expected) => {
    const row = rowOf(born, [done, ...events]);
    expect([row?.SDQ_SCORE, row?.SDQ_REASON]).toEqual(expected);
  });
});

test.each([
  ['none', [], ['0', '', '']],
  ['asked, and none', [{ isMisusing: false }], ['0', '', '']],
  ['received', [{ isMisusing: true, intervention: 'RECEIVED' }], ['1', '1', '']],
  [
    'refused first, received later',
    [
      { isMisusing: true, intervention: 'OFFERED_AND_REFUSED' },
      { isMisusing: true, intervention: 'RECEIVED' },
    ],
    ['1', '1', ''],
  ],
  ['not offered', [{ isMisusing: true, intervention: 'NOT_OFFERED' }], ['1', '0', '0']],
] as [string, Partial<HealthEventEntity>[], string[]][])('substance misuse: %s', (_, parts, expected) => {
  const row = rowOf('2012-05-05', [done, ...parts.map((part) => ({ kind: 'SUBSTANCE_MISUSE' as const, ...part }))]);
  expect([row?.SUBSTANCE_MISUSE, row?.INTERVENTION_RECEIVED, row?.INTERVENTION_OFFERED]).toEqual(expected);
});

test.each([
  ['a caution of the year', '2012-05-05', { kind: 'YOUTH_CAUTION', happenedOn: on('2025-04-01') }, '1'],
  ['a caution of the year before', '2012-05-05', { kind: 'YOUTH_CAUTION', happenedOn: on('2025-03-31') }, '0'],
  ['a community resolution', '2012-05-05', { kind: 'COMMUNITY_RESOLUTION', happenedOn: on('2025-04-01') }, '0'],
  ['a child of 9 on 31 March', '2016-04-01', { kind: 'CONVICTION', happenedOn: on('2025-04-01') }, ''],
] as const)('convictions: %s', (_, born, outcome, expected) => {
  expect(rowOf(born, [done], [outcome])?.CONVICTED).toBe(expected);
});

test('a check was last done when it was done, not when it was missed', () => {
  const events = [
    anEvent({ kind: 'INITIAL_ASSESSMENT', outcome: 'DONE', happenedOn: on('2025-05-01') }),
    anEvent({ kind: 'REVIEW_ASSESSMENT', outcome: 'NOT_ATTENDED', happenedOn: on('2025-11-01') }),
    anEvent({ kind: 'DENTAL_CHECK', outcome: 'DONE', happenedOn: on('2025-12-01') }),
  ];
  expect(lastDoneOn(events, 'HEALTH_ASSESSMENT', on('2026-03-31'))).toBe('2025-05-01');
  expect(lastDoneOn(events, 'DENTAL_CHECK', on('2025-11-30'))).toBeNull();
});

test('the score changes from one carer’s to the next', () => {
  const events = [
    anEvent({ ...score, sdqScore: 20, happenedOn: on('2024-05-01') }),
    anEvent({ ...score, sdqScore: 12, happenedOn: on('2025-05-01') }),
    anEvent({ kind: 'SDQ', sdqCompletedBy: 'TEACHER', sdqScore: 30, happenedOn: on('2025-06-01') }),
  ];
  expect(sdqChange(events)).toEqual({ before: events[0], now: events[1], points: -8 });
  expect(sdqChange(events.slice(1))).toBeNull();
});
