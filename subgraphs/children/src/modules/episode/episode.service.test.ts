import { describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { EpisodeVersion } from './episode.loader.ts';
import { episodesWanted } from './episode.service.ts';

function version(
  id: string,
  parts: { from: string; to?: string; recorded: string; superseded?: string },
): EpisodeVersion {
  return {
    childId: 'c',
    id,
    startedOn: plainDate(parts.from),
    endedOn: parts.to ? plainDate(parts.to) : null,
    reasonStarted: 'S',
    reasonEnded: null,
    legalStatus: 'C2',
    categoryOfNeed: 'N1',
    placementType: 'U4',
    placementProvider: null,
    reasonPlacementChanged: null,
    urn: null,
    collectionYear: 2025,
    isEndInferred: false,
    recordedAt: new Date(parts.recorded),
    supersededAt: parts.superseded ? new Date(parts.superseded) : null,
  };
}

/** The return of 2024 left the first episode open; the return of 2025 ended it and had another. */
const versions = [
  version('one', { from: '2023-06-01', recorded: '2024-05-01T09:00:00Z', superseded: '2025-05-01T09:00:00Z' }),
  version('one', { from: '2023-06-01', to: '2024-06-10', recorded: '2025-05-01T09:00:00Z' }),
  version('two', { from: '2024-06-10', to: '2024-12-01', recorded: '2025-05-01T09:00:00Z' }),
];

const idsOf = (found: readonly EpisodeVersion[]) => found.map(({ id, endedOn }) => `${id} ${endedOn}`);

describe('episodesWanted', () => {
  test('are those believed today', () => {
    expect(idsOf(episodesWanted(versions, {}))).toEqual(['one 2024-06-10', 'two 2024-12-01']);
  });

  test('are those open on a day; an episode ends on the first day of the next', () => {
    expect(idsOf(episodesWanted(versions, { asOf: plainDate('2024-06-09') }))).toEqual(['one 2024-06-10']);
    expect(idsOf(episodesWanted(versions, { asOf: plainDate('2024-06-10') }))).toEqual(['two 2024-12-01']);
  });

  test.each([
    ['2024-05-01T08:59:59Z', []],
    ['2024-05-01T09:00:00Z', ['one null']],
    ['2025-05-01T08:59:59Z', ['one null']],
    ['2025-05-01T09:00:00Z', ['one 2024-06-10', 'two 2024-12-01']],
  ])('are those known at %s', (instant, expected) => {
    expect(idsOf(episodesWanted(versions, { knownAt: new Date(instant) }))).toEqual(expected);
  });

  test('are those open on a day as it was known at an instant', () => {
    const wanted = { asOf: plainDate('2024-12-24'), knownAt: new Date('2024-12-24T12:00:00Z') };
    expect(idsOf(episodesWanted(versions, wanted))).toEqual(['one null']);
  });
});
