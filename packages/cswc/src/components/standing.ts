import type { Period } from '@mainstay/primitives';
import type { CensusWorker } from '../fields/census-worker.ts';

/** What a worker is in a census: in one group exactly, or in none and why. */
export type Standing =
  | { readonly kind: 'in-post' | 'agency'; readonly fte: number }
  | { readonly kind: 'leaver' }
  | { readonly kind: 'other'; readonly component: 'inPost' | 'leavers'; readonly reason: string };

/**
 * What a worker is in the census of a period.
 *
 * Who is employed and whose last day lies in the period left, as does whoever has a destination or a reason, no last day
 * and a full-time equivalent of 0. Who came and went within the period is neither in post nor a leaver. A last day after
 * the period is none yet.
 */
export function standingOf(worker: CensusWorker, period: Period): Standing {
  const { isAgency, fte, startedOn, endedOn } = worker;
  if (isAgency === null) return other('inPost', 'It is not said whether they are agency workers.');
  if (endedOn !== null && endedOn < period.from) {
    return other('leavers', 'The last day is before the census year.');
  }
  const isGone = endedOn !== null ? endedOn <= period.to : !fte && worker.hasLeaverFields;
  if (isAgency) return isGone ? other('inPost', 'Agency workers whose last day is past.') : there('agency', fte);
  if (!isGone) {
    if (startedOn !== null && startedOn > period.to) return other('inPost', 'The first day is after 30 September.');
    return there('in-post', fte);
  }
  if (startedOn !== null && startedOn >= period.from) return other('leavers', 'Started and left within the year.');
  return { kind: 'leaver' };
}

function there(kind: 'in-post' | 'agency', fte: number | null): Standing {
  if (fte !== null && fte > 0) return { kind, fte };
  return other('inPost', 'Did not leave, and the full-time equivalent is 0 or not said.');
}

function other(component: 'inPost' | 'leavers', reason: string): Standing {
  return { kind: 'other', component, reason };
}
