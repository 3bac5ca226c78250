import { expect, test } from 'vitest';
import { postField } from './post-choices.ts';

const recorded = { version: 1, at: '2026-10-01T09:00:00Z', reason: null, by: { name: 'Some Body' } };
const post = {
  id: 'a',
  role: 'SOCIAL_WORKER',
  fullTimeEquivalent: 1,
  isCaseHolding: true,
  from: '2026-01-01',
  until: null,
  recruitment: 'ADVERTISED',
  heldFullTimeEquivalent: 0,
  vacantFullTimeEquivalent: 1,
  agencyCoverFullTimeEquivalent: 0,
  holders: [],
  recorded,
} as unknown as Parameters<typeof postField>[0][number];
const holders = [{ id: 'e', isAgency: false, worker: { id: 'SW1', name: 'A. Worker' } }];
const choicesOf = (...of: Parameters<typeof postField>) => {
  const field = postField(...of);
  return field.kind === 'choice' ? field.choices.map(({ value, text }) => [value, text]) : [];
};

test('each post says how it stands', () => {
  const half = { ...post, id: 'b', vacantFullTimeEquivalent: 0.5, holders };
  const full = { ...post, id: 'c', vacantFullTimeEquivalent: 0, holders };
  const covered = { ...post, id: 'd', holders: holders.map((holder) => ({ ...holder, isAgency: true })) };
  expect(choicesOf([post, half, full, covered], null)).toEqual([
    ['a', 'Social worker, 1.0 whole-time: 1.0 vacant'],
    ['b', 'Social worker, 1.0 whole-time: 0.5 vacant, held by A. Worker'],
    ['c', 'Social worker, 1.0 whole-time: held by A. Worker'],
    ['d', 'Social worker, 1.0 whole-time: 1.0 vacant, covered by A. Worker (agency)'],
  ]);
});

test('a post that is held stays a choice when the list has it no more, and is there once when it has', () => {
  expect(choicesOf([post], { ...post, id: 'gone' }).map(([id]) => id)).toEqual(['gone', 'a']);
  expect(choicesOf([post], post).map(([id]) => id)).toEqual(['a']);
});

test('students are not asked', () => {
  const { isShown } = postField([post], null);
  expect(isShown?.({ role: 'STUDENT' })).toBe(false);
  expect(isShown?.({ role: 'SOCIAL_WORKER' })).toBe(true);
});
