import { expect, test } from 'vitest';
import { formsOfNumber, isSameNumber, plainNumber } from './worker-number.ts';

const ways = ['SW12345', 'sw12345', 'Sw12345', 'SW0000012345', 'sw0000012345', 'SW012345'];

test.each(ways)('%s is found under whatever form it is on record', (number) => {
  expect(plainNumber(number)).toBe('SW12345');
  expect(formsOfNumber(number)).toEqual(expect.arrayContaining(ways));
});

test('numbers of others, and of staff in no register, are not taken for it', () => {
  expect(isSameNumber('SW12345', 'sw0012345')).toBe(true);
  expect(isSameNumber('SW12345', 'SW123450')).toBe(false);
  expect(isSameNumber('SW12345', 'XX12345')).toBe(false);
  expect(formsOfNumber('SW12345').filter((form) => plainNumber(form) !== 'SW12345')).toEqual([]);
  expect(formsOfNumber('STAFF-a01')).toContain('STAFF-a01');
  expect(isSameNumber('STAFF-a01', 'STAFF-a1')).toBe(false);
  expect(formsOfNumber(' SW1 ')[0]).toBe(' SW1 ');
});
