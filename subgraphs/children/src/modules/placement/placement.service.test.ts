import { describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { PlacementRow } from './placement.loader.ts';
import { placementOn } from './placement.service.ts';

function placement(id: string, startedOn: string, endedOn: string | null, isTemporary = false): PlacementRow {
  return {
    childId: 'c',
    id,
    startedOn: plainDate(startedOn),
    endedOn: endedOn === null ? null : plainDate(endedOn),
    type: isTemporary ? 'T1' : 'U4',
    provider: null,
    urn: null,
    isTemporary,
    isSameCarer: false,
    reasonEnded: null,
    distanceFromHomeMiles: null,
    isInsideAuthority: null,
  };
}

const placements = [
  placement('first', '2025-01-01', '2025-06-01'),
  placement('second', '2025-06-01', '2026-01-01'),
  placement('hospital', '2025-08-01', '2025-08-10', true),
];

describe('placementOn', () => {
  test.each([
    ['2024-12-31', null],
    ['2025-01-01', 'first'],
    ['2025-05-31', 'first'],
    ['2025-06-01', 'second'],
    ['2025-08-01', 'hospital'],
    ['2025-08-09', 'hospital'],
    ['2025-08-10', 'second'],
    ['2026-01-01', null],
  ])('on %s the child lives in %s', (day, id) => {
    expect(placementOn(placements, plainDate(day))?.id ?? null).toBe(id);
  });
});
