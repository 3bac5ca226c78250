import { expect, test } from 'vitest';
import { atField, moveField, NOT_NOW, reallocationInput } from './reallocation-input.ts';

const children = [
  { id: 'a', historyVersion: '1' },
  { id: 'b', historyVersion: '2' },
  { id: 'c', historyVersion: '3' },
];

test('children who are not moved now are not sent; each of the others is handed over alike', () => {
  const handOver = { note: 'What matters' };
  const { input, places } = reallocationInput(
    { key: 'k', from: '2026-11-22', reason: 'LEFTRL', to: { 0: 'SW1', 1: NOT_NOW, 2: 'SW2' }, handOver },
    children,
  );
  expect(places).toEqual([0, 2]);
  expect(input).toEqual({
    key: 'k',
    from: '2026-11-22',
    reason: 'LEFTRL',
    moves: [
      { childId: 'a', basedOn: '1', workerId: 'SW1', handOver },
      { childId: 'c', basedOn: '3', workerId: 'SW2', handOver },
    ],
  });
});

test.each([
  ['1.workerId', moveField(2)],
  ['moves.0.workerId', moveField(0)],
  ['1.handOver.note', 'handOver.note'],
  ['from', 'from'],
])('an error about %s stands at %s', (field, at) => {
  const answer = { __typename: 'RecordInputError', field, message: 'No.' };
  const fields = [{ kind: 'words', name: 'handOver.note', label: 'Note' } as const];
  expect(atField(answer, [0, 2], fields).field).toBe(at);
});
