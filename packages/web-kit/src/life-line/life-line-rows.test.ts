import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import { lifeLineRows } from './life-line-rows.ts';
import type { LifeLineHistory, LifeLineRow } from './life-line.ts';
import { aHistory, aLegalStatus, anAllocation, aPlacement, aReview, aWorker } from './testing/a-history.ts';

const today = plainDate('2026-11-22');

function row(id: LifeLineRow['id'], lists: Partial<LifeLineHistory>, authorityName?: string): LifeLineRow | undefined {
  const view = authorityName === undefined ? { today } : { today, authorityName };
  return lifeLineRows(aHistory(lists), view).find((candidate) => candidate.id === id);
}

describe('lifeLineRows', () => {
  test('leaves out rows with nothing in them', () => {
    expect(lifeLineRows(aHistory(), { today })).toEqual([]);
  });

  test('keeps two legal statuses of the same code apart', () => {
    const legal = row('legal-status', {
      legalStatuses: [aLegalStatus('C2', '2024-01-01', '2024-02-01'), aLegalStatus('C2', '2024-06-01')],
    });
    expect(legal?.segments.map((segment) => segment.id)).toEqual(['legal-status-0', 'legal-status-1']);
    expect(legal?.segments[1]?.endedOn).toBeNull();
  });

  test('counts lasting placements and names the temporary apart', () => {
    const placements = [
      aPlacement('2024-01-01', '2025-01-01'),
      aPlacement('2024-05-01', '2024-05-03', { isTemporary: true }),
      aPlacement('2025-01-01'),
    ];
    expect(row('placement', { placements })?.note).toBe('2 placements, and 1 temporary');
  });

  test('keeps a placement that began and ended on one day', () => {
    const placement = row('placement', { placements: [aPlacement('2024-01-01', '2024-01-01')] });
    expect(placement?.segments).toHaveLength(1);
    expect(placement?.note).toBe('1 placement');
  });

  test('counts people, not turns: A, B, A is two', () => {
    const socialWorkerEpisodes = [
      aWorker('Ali', '2024-01-01', '2024-02-01'),
      aWorker('Beth', '2024-02-01', '2024-03-01'),
      aWorker('Ali', '2024-03-01'),
    ];
    expect(row('social-worker', { socialWorkerEpisodes })?.note).toBe('2 people');
  });

  test('shows days in care without a worker as a gap, and counts them', () => {
    const worker = row('social-worker', {
      legalStatuses: [aLegalStatus('C2', '2023-01-01')],
      socialWorkerEpisodes: [aWorker('Ali', '2024-01-01', '2024-01-31'), aWorker('Beth', '2024-02-11')],
    });
    expect(worker?.note).toBe('2 people, 10 days without');
    expect(worker?.segments.map((segment) => segment.kind)).toEqual(['period', 'gap', 'period']);
    expect(worker?.segments[1]).toMatchObject({ startedOn: '2024-02-01', endedOn: '2024-02-10' });
  });

  test('shows no gap out of care, nor before the first worker on record', () => {
    const worker = row('social-worker', {
      legalStatuses: [aLegalStatus('C2', '2023-01-01', '2024-01-31'), aLegalStatus('C2', '2024-06-01')],
      socialWorkerEpisodes: [aWorker('Ali', '2023-07-01', '2024-01-31'), aWorker('Beth', '2024-06-01')],
    });
    expect(worker?.segments.map((segment) => segment.kind)).toEqual(['period', 'period']);
  });

  test('counts a gap that lasts up to today', () => {
    const worker = row('social-worker', {
      legalStatuses: [aLegalStatus('C2', '2023-01-01')],
      socialWorkerEpisodes: [aWorker('Ali', '2024-01-01', '2026-11-20')],
    });
    expect(worker?.segments.at(-1)).toMatchObject({ kind: 'gap', endedOn: null });
    expect(worker?.note).toBe('1 person, 2 days without');
  });

  test('gives time in care without an allocation to the authority, when the viewer sees every allocation', () => {
    const lists = {
      legalStatuses: [aLegalStatus('C2', '2023-01-01')],
      allocations: [anAllocation('Harbour Practice', '2024-01-01')],
    };
    expect(row('allocated-to', lists, 'Sandwell')?.segments.map((segment) => segment.label)).toEqual([
      'Sandwell',
      'Harbour Practice',
    ]);
    expect(row('allocated-to', lists)?.segments.map((segment) => segment.label)).toEqual(['Harbour Practice']);
  });

  test('marks reviews without the child', () => {
    const reviews = row('reviews', { reviews: [aReview('2024-01-01', 'PN1'), aReview('2024-06-01', 'PN7')] });
    expect(reviews?.note).toBe('2 reviews, 1 without the child (×)');
    expect(reviews?.segments.map((segment) => segment.label)).toEqual(['●', '×']);
  });
});
