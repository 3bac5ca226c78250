import type { PlainDate } from '@mainstay/primitives';
import { expect, test } from 'vitest';
import { employersOf, movableOf, moveOfAddress, namingWorkers, transferFields } from './transfer-fields.ts';

type Worker = Parameters<typeof movableOf>[0][number];

const on = '2027-04-01' as PlainDate;
const employment = {
  id: 'e',
  role: 'SOCIAL_WORKER',
  fullTimeEquivalent: 0.5,
  engagement: 'EMPLOYEE',
  startedOn: '2025-01-01',
  endedOn: null,
  employer: { id: 'E1' },
} as unknown as Worker['employments'][number];
const worker = (id: string, of: object): Worker => ({
  id,
  name: `Worker ${id}`,
  employments: [{ ...employment, ...of }],
});

test('those can move who are in the employer’s own employment on the day before', () => {
  const workers = [
    worker('stays', {}),
    worker('ends-then', { endedOn: '2027-03-31' }),
    worker('left-before', { endedOn: '2027-03-30' }),
    worker('begins-then', { startedOn: '2027-04-01' }),
    worker('agency', { engagement: 'AGENCY' }),
    worker('partner', { engagement: 'PARTNER' }),
    worker('elsewhere', { employer: { id: 'P1' } }),
  ];
  expect(movableOf(workers, 'E1', on).map(({ id }) => id)).toEqual(['stays', 'ends-then', 'partner']);
});

test('a worker is offered by name, with what they do', () => {
  const [who] = transferFields([worker('SW1', {})], 'E1');
  expect(who?.kind === 'ticks' && who.choices).toEqual([
    { value: 'SW1', text: 'Worker SW1', hint: 'Social worker, 0.5 whole-time' },
  ]);
});

test('until when a guarantee holds is asked only where there is one', () => {
  const until = transferFields([], 'E1').find(({ name }) => name === 'guaranteeUntil');
  expect([{}, { guarantee: 'NONE' }, { guarantee: 'SAME_TERMS' }].map((answers) => until?.isShown?.(answers))).toEqual([
    false,
    false,
    true,
  ]);
});

test('which way they move says whom they leave', () => {
  const move = { la: 'E1', practice: 'P1', on };
  const [authority, practice] = [
    { la: 'E1', practice: null },
    { la: 'E1', practice: 'P1' },
  ];
  expect(employersOf({ ...move, direction: 'to-practice' })).toEqual({ from: authority, to: practice });
  expect(employersOf({ ...move, direction: 'to-authority' })).toEqual({ from: practice, to: authority });
});

test('an address names a move, or none', () => {
  const address = (text: string) => moveOfAddress(new URLSearchParams(text), 'E1');
  const move = { la: 'E1', practice: 'P1', direction: 'to-practice', on };
  expect(address('practice=P1&direction=to-practice&on=2027-04-01')).toEqual(move);
  expect(address('practice=P1&direction=sideways&on=2027-04-01')).toBeNull();
  expect(address('practice=P1&direction=to-practice&on=soon')).toBeNull();
});

test('a refusal says which worker it is about', () => {
  const refused = { __typename: 'RecordInputError', field: 'workerIds.1', message: 'Leave the worker out.' };
  const workers = [worker('SW1', {}), worker('SW2', {})];
  expect(namingWorkers(refused, ['SW2', 'SW1'], workers).message).toBe('Worker SW1: Leave the worker out.');
  const other = { ...refused, field: 'on' };
  expect(namingWorkers(other, ['SW2'], workers)).toEqual(other);
});
