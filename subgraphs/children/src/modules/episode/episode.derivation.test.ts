import { describe, expect, test } from 'vitest';
import { anEpisodeRow } from '../../testing/returned-rows.ts';
import { deriveEpisodes, effectiveEnd } from './episode.derivation.ts';

const ends = (rows: Parameters<typeof deriveEpisodes>[0], years: number[]) =>
  deriveEpisodes(rows, years).map(({ startedOn, endedOn, isEndInferred }) => [startedOn, endedOn, isEndInferred]);

describe('an end that the return gives', () => {
  test('is believed', () => {
    expect(ends([anEpisodeRow(2024, '2023-05-01', '2023-06-01')], [2024])).toEqual([
      ['2023-05-01', '2023-06-01', false],
    ]);
  });

  test('and that comes before the start is not: the episode ended the day it began', () => {
    expect(ends([anEpisodeRow(2024, '2023-05-01', '2023-04-01')], [2024])).toEqual([
      ['2023-05-01', '2023-05-01', true],
    ]);
  });
});

describe('an episode left open', () => {
  test('goes on while no later return is loaded', () => {
    expect(ends([anEpisodeRow(2024, '2023-05-01', '')], [2023, 2024])).toEqual([['2023-05-01', null, false]]);
  });

  test('ends with the next one when the child stayed in care', () => {
    const rows = [anEpisodeRow(2023, '2022-05-01', ''), anEpisodeRow(2024, '2023-03-01', '', { RNE: 'P' })];
    expect(ends(rows, [2023, 2024])).toEqual([
      ['2022-05-01', '2023-03-01', true],
      ['2023-03-01', null, false],
    ]);
  });

  test('ends with its year when the child left and came back later', () => {
    const rows = [anEpisodeRow(2023, '2022-05-01', ''), anEpisodeRow(2024, '2023-09-01', '', { RNE: 'S' })];
    expect(ends(rows, [2023, 2024])[0]).toEqual(['2022-05-01', '2023-03-31', true]);
  });

  test('ends the day before the child came back within the year', () => {
    const rows = [anEpisodeRow(2023, '2022-05-01', ''), anEpisodeRow(2023, '2022-09-01', '', { RNE: 'S' })];
    expect(ends(rows, [2023])[0]).toEqual(['2022-05-01', '2022-08-31', true]);
  });

  test('ends with its year when the next return does not name the child', () => {
    expect(ends([anEpisodeRow(2023, '2022-05-01', '')], [2023, 2024])).toEqual([['2022-05-01', '2023-03-31', true]]);
  });
});

describe('returns of several years', () => {
  const rows = [
    anEpisodeRow(2023, '2022-05-01', '', { LS: 'V2' }),
    anEpisodeRow(2024, '2022-05-01', '2023-07-01', { LS: 'C2', REC: 'E4A' }),
  ];

  test('the newest return of an episode is believed, whatever order they were loaded in', () => {
    for (const order of [rows, rows.toReversed()]) {
      expect(deriveEpisodes(order, [2024, 2023])).toMatchObject([
        { startedOn: '2022-05-01', endedOn: '2023-07-01', legalStatus: 'C2', collectionYear: 2024, reasonEnded: 'E4A' },
      ]);
    }
  });

  test('an older year loaded late adds what ended before the newer years', () => {
    const older = anEpisodeRow(2022, '2021-01-01', '2022-05-01');
    expect(deriveEpisodes([...rows, older], [2022, 2023, 2024]).map(({ startedOn }) => startedOn)).toEqual([
      '2021-01-01',
      '2022-05-01',
    ]);
  });
});

test('of several episodes that begin on one day the one that lasts longest is believed', () => {
  const rows = [
    anEpisodeRow(2024, '2023-05-01', '', { PLACE: 'K2' }),
    anEpisodeRow(2024, '2023-05-01', '2023-05-01', { PLACE: 'T0' }),
  ];
  expect(deriveEpisodes(rows, [2024])).toMatchObject([{ placementType: 'K2', endedOn: null }]);
  expect(deriveEpisodes(rows.toReversed(), [2024])).toMatchObject([{ placementType: 'K2' }]);
});

test('an episode that overlaps the next counts until the next begins', () => {
  const episodes = deriveEpisodes(
    [anEpisodeRow(2024, '2023-05-01', '2023-09-01'), anEpisodeRow(2024, '2023-08-01', '2023-10-01')],
    [2024],
  );
  expect(episodes[0]?.endedOn).toBe('2023-09-01');
  expect([effectiveEnd(episodes, 0), effectiveEnd(episodes, 1)]).toEqual(['2023-08-01', '2023-10-01']);
});

test('postcodes lose their spaces and blanks become nothing', () => {
  const [episode] = deriveEpisodes([anEpisodeRow(2024, '2023-05-01', '', { HOME_POST: '', URN: '' })], [2024]);
  expect(episode).toMatchObject({ placementPostcode: 'ZZ11AA', homePostcode: null, urn: null });
});

test('a row whose first day cannot be read is left out', () => {
  const row = anEpisodeRow(2024, '2023-05-01', '');
  expect(deriveEpisodes([{ ...row, cells: row.cells.map(() => '31/02/2024') }], [2024])).toEqual([]);
});
