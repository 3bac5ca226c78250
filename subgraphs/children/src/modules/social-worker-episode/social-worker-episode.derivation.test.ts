import { expect, test } from 'vitest';
import { aRow } from '../../testing/returned-rows.ts';
import { deriveSocialWorkerEpisodes } from './social-worker-episode.derivation.ts';

const aWorker = (year: number, SW_ID: string, SW_DECOM: string, SW_DEC = '') =>
  aRow('SWEpisodes', year, { CHILD: 'A1', SW_ID, SW_DECOM, SW_DEC, SW_REASON: 'MANREQ' });

test('the newest year of the same worker and day is believed', () => {
  const rows = [aWorker(2025, 'SW1', '2023-05-01', '2024-06-01'), aWorker(2024, 'SW1', '2023-05-01')];
  expect(deriveSocialWorkerEpisodes(rows, [2024, 2025])).toEqual([
    { workerId: 'SW1', startedOn: '2023-05-01', endedOn: '2024-06-01', reason: 'MANREQ', isEndInferred: false },
  ]);
});

test('one that is in no later return ended when the next began, at the latest with its year', () => {
  const rows = [
    aWorker(2024, 'SW1', '2023-05-01'),
    aWorker(2024, 'SW2', '2023-09-01'),
    aWorker(2025, 'SW3', '2024-05-01'),
  ];
  expect(deriveSocialWorkerEpisodes(rows, [2024, 2025]).map(({ workerId, endedOn }) => [workerId, endedOn])).toEqual([
    ['SW1', '2023-09-01'],
    ['SW2', '2024-03-31'],
    ['SW3', null],
  ]);
});

test('one that is open in the newest return lasts', () => {
  expect(deriveSocialWorkerEpisodes([aWorker(2024, 'SW1', '2023-05-01')], [2024])).toMatchObject([
    { endedOn: null, isEndInferred: false },
  ]);
});

test('an end before the start is not believed', () => {
  expect(deriveSocialWorkerEpisodes([aWorker(2024, 'SW1', '2023-05-01', '2023-04-01')], [2024])).toMatchObject([
    { endedOn: '2023-05-01', isEndInferred: true },
  ]);
});

test('two workers may begin on one day, and a row without a worker says nothing', () => {
  const rows = [
    aWorker(2024, 'SW2', '2023-05-01', '2023-06-01'),
    aWorker(2024, 'SW1', '2023-05-01', '2023-06-01'),
    aWorker(2024, '', '2023-05-01'),
  ];
  expect(deriveSocialWorkerEpisodes(rows, [2024]).map(({ workerId }) => workerId)).toEqual(['SW1', 'SW2']);
});
