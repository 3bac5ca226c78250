import { expect, test } from 'vitest';
import { breakGlassFaults } from './break-glass-faults.ts';

const reason = 'The police have brought the child in.';

test('a number and a reason are both needed, and the reason is more than a word', () => {
  expect(breakGlassFaults({ localId: '100123', reason })).toEqual([]);
  expect(breakGlassFaults({ localId: '', reason: 'Urgent' }).map(({ fieldId }) => fieldId)).toEqual([
    'localId',
    'reason',
  ]);
  expect(breakGlassFaults({ localId: '100123', reason: 'x'.repeat(19) })).toHaveLength(1);
  expect(breakGlassFaults({ localId: '100123', reason: 'x'.repeat(20) })).toEqual([]);
});
