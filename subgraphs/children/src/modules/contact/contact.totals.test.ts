import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { contactTotals } from './contact.totals.ts';

const period = { from: plainDate('2025-04-01'), to: plainDate('2026-03-31') };

type Plan = Parameters<typeof contactTotals>[0][number];
type Held = Parameters<typeof contactTotals>[1][number];

const plan = (parts: Partial<Plan> = {}): Plan => ({
  personName: 'Gran',
  relation: 'GRANDPARENT',
  isBarred: false,
  startedOn: plainDate('2024-01-01'),
  endedOn: null,
  timesAYear: 12,
  ...parts,
});
const held = (parts: Partial<Held> = {}): Held => ({
  personName: 'Gran',
  relation: 'GRANDPARENT',
  heldOn: plainDate('2025-06-01'),
  outcome: 'TOOK_PLACE',
  isBreach: false,
  minutes: 60,
  cancelledBy: null,
  ...parts,
});

test('what took place stands against what was planned', () => {
  const contacts = [
    held(),
    held({ personName: ' gran ', minutes: null }),
    held({ outcome: 'NOT_ATTENDED', minutes: null, cancelledBy: 'PERSON' }),
    held({ outcome: 'CANCELLED', minutes: null, cancelledBy: 'CARER' }),
    held({ heldOn: plainDate('2025-03-31') }),
    held({ heldOn: plainDate('2026-04-01') }),
  ];
  expect(contactTotals([plan()], contacts, period)).toEqual([
    {
      personName: 'Gran',
      relation: 'GRANDPARENT',
      isBarred: false,
      plannedTimes: 12,
      tookPlace: 2,
      breaches: 0,
      notHeld: 2,
      notHeldByPerson: 1,
      minutes: 60,
      notTimed: 1,
    },
  ]);
});

test.each([
  ['from the last day on', plan({ startedOn: plainDate('2026-03-31'), timesAYear: 365 }), 1],
  ['until the first day', plan({ endedOn: plainDate('2025-04-01'), timesAYear: 730 }), 2],
  ['for half the year', plan({ endedOn: plainDate('2025-09-30') }), 6],
])('a plan that runs %s is planned for its days alone', (_, one, expected) => {
  expect(contactTotals([one], [], period)).toMatchObject([{ plannedTimes: expected, tookPlace: 0 }]);
});

test('a plan that ended before is no part of it', () => {
  expect(contactTotals([plan({ endedOn: plainDate('2025-03-31') })], [], period)).toEqual([]);
});

test('who is barred and who was not planned are there, each once', () => {
  const barred = plan({ personName: 'Dan', relation: 'FATHER', isBarred: true, timesAYear: null });
  const contacts = [held({ personName: 'Daniel', relation: 'FATHER', isBreach: true }), held({ personName: 'Jo' })];
  expect(contactTotals([barred], contacts, period)).toMatchObject([
    { personName: 'Dan', isBarred: true, plannedTimes: null, tookPlace: 1, breaches: 1 },
    { personName: 'Jo', isBarred: false, plannedTimes: null, tookPlace: 1, breaches: 0 },
  ]);
});
