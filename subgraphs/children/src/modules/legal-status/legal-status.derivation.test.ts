import { expect, test } from 'vitest';
import { episodesOf } from '../../testing/returned-rows.ts';
import { deriveLegalStatuses } from './legal-status.derivation.ts';

const statuses = (...rows: Parameters<typeof episodesOf>) =>
  deriveLegalStatuses(episodesOf(...rows)).map(({ legalStatus, startedOn, endedOn }) => [
    legalStatus,
    startedOn,
    endedOn,
  ]);

test('a status lasts over changes of placement', () => {
  expect(
    statuses(
      ['2023-04-01', '2023-06-01', { RNE: 'S', LS: 'V2' }],
      ['2023-06-01', '2023-07-01', { LS: 'V2' }],
      ['2023-07-01', '', { RNE: 'L', LS: 'C1' }],
    ),
  ).toEqual([
    ['V2', '2023-04-01', '2023-07-01'],
    ['C1', '2023-07-01', null],
  ]);
});

test('the same status after a return to care is another period', () => {
  expect(
    statuses(
      ['2023-04-01', '2023-06-01', { RNE: 'S', LS: 'V2', REC: 'E4A' }],
      ['2023-06-01', '2023-07-01', { RNE: 'S', LS: 'V2', REC: 'E4A' }],
      ['2023-09-01', '', { RNE: 'L', LS: 'V2' }],
    ),
  ).toHaveLength(3);
});
