import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import type { ChildRowFragment } from '../generated/operations.ts';
import { childOnDay, onDay } from './child-on-day.ts';

const time = (from: string, to?: string) => ({
  startedOn: plainDate(from),
  endedOn: to === undefined ? null : plainDate(to),
});

describe('onDay', () => {
  const day = plainDate('2026-03-31');

  test('takes what was open on the day, its first and last day included', () => {
    expect(onDay([time('2026-03-31')], day)?.startedOn).toBe('2026-03-31');
    expect(onDay([time('2025-01-01', '2026-03-31')], day)?.startedOn).toBe('2025-01-01');
    expect(onDay([time('2025-01-01', '2026-03-30'), time('2026-04-01')], day)).toBeUndefined();
  });

  test('takes the newer where one ended and the next began on the day, and the temporary within the lasting', () => {
    expect(onDay([time('2025-01-01', '2026-03-31'), time('2026-03-31')], day)?.startedOn).toBe('2026-03-31');
    expect(onDay([time('2025-01-01'), time('2026-03-30', '2026-04-02')], day)?.startedOn).toBe('2026-03-30');
  });
});

describe('childOnDay', () => {
  const child = {
    id: 'E08000025.a',
    localId: '100001',
    dateOfBirth: plainDate('2015-01-01'),
    withheldParts: [],
  } satisfies ChildRowFragment;
  const careOrder = { code: 'C2', meaning: 'Full care order' };
  const foster = { code: 'U6', meaning: 'Foster placement' };
  const worker = { id: 'w', name: 'Beth Ray' };
  const expected = { legalStatus: careOrder, placement: foster, worker: 'Beth Ray' };

  test('tells how things stand when only that was asked', () => {
    const present = {
      currentLegalStatus: careOrder,
      currentPlacement: { id: 'p', type: foster },
      leadProfessional: worker,
    };
    expect(childOnDay({ ...child, ...present }, plainDate('2026-04-10'))).toEqual(expected);
  });

  test('finds the day in the history, and nothing before it', () => {
    const since = time('2026-01-01');
    const history = {
      legalStatuses: [{ ...since, legalStatus: careOrder }],
      placements: [{ ...since, id: 'p', type: foster }],
      socialWorkerEpisodes: [{ ...since, id: 'e', worker }],
    };
    expect(childOnDay({ ...child, ...history }, plainDate('2026-03-31'))).toEqual(expected);
    expect(childOnDay({ ...child, ...history }, plainDate('2025-12-31'))).toEqual({
      legalStatus: null,
      placement: null,
      worker: null,
    });
  });
});
