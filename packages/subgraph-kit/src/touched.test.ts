import { expect, test } from 'vitest';
import { TouchLog } from './touched.ts';

test('a child whose record was opened is not told again as listed', () => {
  const log = new TouchLog();
  log.list('children', ['a', 'b']);
  log.record('b');
  log.record('b');
  log.listed('c');
  expect(log.touched()).toEqual({
    records: ['b'],
    listed: ['a', 'c'],
    lists: [{ name: 'children', size: 2 }],
    changes: [],
  });
});

test('what was rolled back was not changed, and what was read was read', () => {
  const log = new TouchLog();
  log.record('a');
  log.change({ what: 'allocation made', laCode: 'E1', ids: ['x'], childIds: ['a'] });
  log.undo();
  expect(log.touched()).toMatchObject({ records: ['a'], changes: [] });
});
