import { describe, expect, test } from 'vitest';
import { BadInputError } from '../errors.ts';
import { cursorOf, keyOfCursor, offsetOf, pageOf, pageSize } from './connection.ts';

describe('a page', () => {
  test('by offset: its end cursor leads to the next page', () => {
    const all = ['a', 'b', 'c', 'd', 'e'];
    const page = (after?: string | null) => {
      const offset = offsetOf(after);
      return pageOf({ rows: all.slice(offset, offset + 3), first: 2, totalCount: all.length, offset });
    };
    const first = page();
    const second = page(first.pageInfo.endCursor);
    const third = page(second.pageInfo.endCursor);
    expect([first, second, third].map(({ edges }) => edges.map(({ node }) => node))).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e'],
    ]);
    expect([first, second, third].map(({ pageInfo }) => [pageInfo.hasPreviousPage, pageInfo.hasNextPage])).toEqual([
      [false, true],
      [true, true],
      [true, false],
    ]);
    expect(third.totalCount).toBe(5);
  });

  test('by key: the cursor holds what the list is ordered by', () => {
    const rows = [{ year: 2024, id: 'x' }];
    const page = pageOf({
      rows,
      first: 1,
      totalCount: 9,
      after: 'something',
      cursorOf: ({ year, id }) => cursorOf([year, id]),
    });
    expect(keyOfCursor(page.pageInfo.endCursor, 2)).toEqual([2024, 'x']);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  test('without entries has no cursors', () => {
    expect(pageOf({ rows: [], first: 10, totalCount: 0 }).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: false,
      startCursor: null,
      endCursor: null,
    });
  });

  test.each([0, -1, 101, 1.5, Number.NaN])('of %s entries is refused', (first) => {
    expect(() => pageSize(first)).toThrow(BadInputError);
    expect(() => pageOf({ rows: [], first, totalCount: 0 })).toThrow(BadInputError);
  });
});

test.each(['', 'nonsense', 'e30', cursorOf(['a', 'b']), cursorOf('a'), cursorOf(-2), cursorOf(1.5)])(
  'a cursor that an offset page never gave is refused: “%s”',
  (cursor) => {
    expect(() => offsetOf(cursor)).toThrow(BadInputError);
  },
);

test('no cursor is the beginning', () => {
  expect([offsetOf(null), offsetOf(undefined), keyOfCursor(null)]).toEqual([0, 0, null]);
});
