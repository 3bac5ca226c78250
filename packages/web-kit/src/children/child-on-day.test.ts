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
  const today = plainDate('2026-04-10');
  const unsampled: ChildRowFragment = {
    id: 'E08000025.a',
    localId: '100001',
    dateOfBirth: plainDate('2015-01-01'),
    withheldParts: ['LEGAL_STATUSES', 'PLACEMENTS', 'SOCIAL_WORKERS'],
    currentLegalStatus: { code: 'C2', meaning: 'Full care order' },
    currentPlacement: { id: 'p', type: { code: 'U6', meaning: 'Foster placement' } },
    leadProfessional: { id: 'w', name: 'Beth Ray' },
    legalStatuses: [],
    placements: [],
    socialWorkerEpisodes: [],
  };

  test('tells how things stand today where the past is withheld, and nothing of another day', () => {
    expect(childOnDay(unsampled, today, today)).toMatchObject({
      legalStatus: { meaning: 'Full care order' },
      placement: { meaning: 'Foster placement' },
      worker: 'Beth Ray',
    });
    expect(childOnDay(unsampled, plainDate('2026-04-09'), today)).toEqual({
      legalStatus: null,
      placement: null,
      worker: null,
    });
  });
});
