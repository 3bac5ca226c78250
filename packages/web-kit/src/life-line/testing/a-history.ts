import { plainDate } from '@mainstay/primitives';
import type { LifeLineHistory } from '../life-line.ts';

/** A made-up child's history for tests, with the lists given put in the place of its own empty ones. */
export function aHistory(lists: Partial<LifeLineHistory> = {}): LifeLineHistory {
  return { legalStatuses: [], placements: [], socialWorkerEpisodes: [], reviews: [], allocations: [], ...lists };
}

/** A legal status from one day to another, or lasting. */
export function aLegalStatus(code: string, from: string, to?: string): LifeLineHistory['legalStatuses'][number] {
  return { legalStatus: { code, meaning: `Meaning of ${code}` }, ...dated(from, to) };
}

/** A placement from one day to another, or lasting; `id` is its first day unless the details name another. */
export function aPlacement(
  from: string,
  to?: string,
  details: Partial<LifeLineHistory['placements'][number]> = {},
): LifeLineHistory['placements'][number] {
  const type = { code: 'U4', meaning: 'Foster placement' };
  const unknown = { provider: null, reasonEnded: null, distanceFromHomeMiles: null, isInsideAuthority: null };
  const placement = { id: `placement-${from}`, type, isTemporary: false, isSameCarer: false, ...unknown };
  return { ...placement, ...dated(from, to), ...details };
}

/** A time with a social worker. */
export function aWorker(name: string, from: string, to?: string): LifeLineHistory['socialWorkerEpisodes'][number] {
  return { id: `worker-${from}`, worker: { id: `SW-${name}`, name }, reason: null, ...dated(from, to) };
}

/** An allocation to a practice. */
export function anAllocation(practice: string, from: string, to?: string): LifeLineHistory['allocations'][number] {
  return {
    id: `allocation-${from}`,
    contract: { id: practice, practice: { id: practice, name: practice } },
    ...dated(from, to),
  };
}

/** A review. */
export function aReview(heldOn: string, code: string): LifeLineHistory['reviews'][number] {
  return { id: `review-${heldOn}`, heldOn: plainDate(heldOn), participation: { code, meaning: `Meaning of ${code}` } };
}

function dated(from: string, to?: string) {
  return { startedOn: plainDate(from), endedOn: to === undefined ? null : plainDate(to) };
}
