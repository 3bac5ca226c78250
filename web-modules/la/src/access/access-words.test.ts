import { plainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { credentialsInWords, inspectionsInWords, waitingInWords } from './access-words.ts';

const today = plainDate('2026-11-22');

test('counts what waits, and says when nothing does', () => {
  expect([0, 1, 2].map((count) => waitingInWords(count, 'broken glass', 'to review', 'broken glasses'))).toEqual([
    'None to review',
    '1 broken glass to review',
    '2 broken glasses to review',
  ]);
});

test('says which inspection is open', () => {
  const to = plainDate('2026-12-13');
  expect(inspectionsInWords([{ status: 'CLOSED', to }])).toBe('None open');
  expect(
    inspectionsInWords([
      { status: 'OPEN', to },
      { status: 'AGREED', to },
    ]),
  ).toBe('1 open, until 13 December 2026');
});

test('counts the machines in use, and those that end within 30 days', () => {
  const until = (day: string) => ({ status: 'ACTIVE' as const, expiresOn: plainDate(day) });
  expect(credentialsInWords([], today)).toBe('None in use');
  expect(credentialsInWords([until('2027-06-01')], today)).toBe('1 machine in use');
  expect(
    credentialsInWords(
      [until('2027-06-01'), until('2026-12-22'), { status: 'REVOKED', expiresOn: plainDate('2026-12-01') }],
      today,
    ),
  ).toBe('2 machines in use, 1 for 30 days at most');
});
