import fc from 'fast-check';
import { addDays, plainDate, type PlainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { aLife, naiveDuties } from '../testing/naive-duties.ts';
import { dutiesOfChild } from './duties-of-child.ts';
import type { MadeDuty } from './made-duty.ts';

/*
 * The engine against a second account of the regulations, written from their words and from nothing of the engine's code:
 * it goes through a life day by day and asks each day what is due.
 */

const shown = ({ kind, since, dueOn, metOn }: Pick<MadeDuty, 'kind' | 'since' | 'dueOn' | 'metOn'>): string =>
  `${kind} since ${since} due ${dueOn} ${metOn === null ? 'not done' : `done ${metOn}`}`;

test('due days of visits, reviews, health assessments and plans are those of the regulations, told day by day', () => {
  fc.assert(
    fc.property(aLife, (facts) => {
      const made = dutiesOfChild(facts)
        .filter(({ kind }) => ['VISIT', 'REVIEW', 'HEALTH_ASSESSMENT', 'CARE_PLAN'].includes(kind))
        .map(shown)
        .toSorted();
      expect(made).toEqual(naiveDuties(facts).map(shown).toSorted());
    }),
    { numRuns: 200 },
  );
});

test('a day that passes changes nothing, and what was met stays met when more is done later', () => {
  fc.assert(
    fc.property(aLife, fc.integer({ min: 1, max: 900 }), (facts, days) => {
      const last = facts.visits.at(-1)?.on ?? plainDate('2024-01-01');
      const later: PlainDate = addDays(last, days);
      const more = { ...facts, visits: [...facts.visits, { on: later, id: 'more' }] };
      const before = new Set(
        dutiesOfChild(facts)
          .filter(({ metOn }) => metOn !== null)
          .map(shown),
      );
      const after = new Set(dutiesOfChild(more).map(shown));
      expect([...before].filter((duty) => !after.has(duty))).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('no two duties of a child have one key, and none is due before its time began', () => {
  fc.assert(
    fc.property(aLife, (facts) => {
      const made = dutiesOfChild(facts);
      expect(new Set(made.map(({ key }) => key)).size).toBe(made.length);
      expect(made.filter(({ since, dueOn }) => dueOn < since)).toEqual([]);
      expect(made.filter(({ metOn, endedOn }) => metOn !== null && endedOn !== null)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});
