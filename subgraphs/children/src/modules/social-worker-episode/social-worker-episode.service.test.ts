import { describe, expect, test } from 'vitest';
import { plainDate } from '@mainstay/primitives';
import type { SocialWorkerEpisodeRow } from './social-worker-episode.loader.ts';
import { leadProfessionalOn } from './social-worker-episode.service.ts';

function allocated(workerId: string, startedOn: string, endedOn: string | null): SocialWorkerEpisodeRow {
  return {
    childId: 'c',
    id: `${workerId}.${startedOn}`,
    workerId,
    startedOn: plainDate(startedOn),
    endedOn: endedOn === null ? null : plainDate(endedOn),
    reason: null,
  };
}

const episodes = [
  allocated('SW100001', '2025-01-01', null),
  allocated('SW100002', '2025-03-01', '2025-06-30'),
  allocated('SW100003', '2025-06-30', '2025-07-31'),
];

describe('leadProfessionalOn', () => {
  test.each([
    ['2024-12-31', null],
    ['2025-01-01', 'SW100001'],
    ['2025-03-01', 'SW100002'],
    ['2025-06-30', 'SW100003'],
    ['2025-07-31', 'SW100003'],
    ['2025-08-01', 'SW100001'],
  ])('on %s is %s', (day, workerId) => {
    expect(leadProfessionalOn(episodes, plainDate(day))).toBe(workerId);
  });
});
