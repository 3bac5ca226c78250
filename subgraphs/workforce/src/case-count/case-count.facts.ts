import type { PlainDate } from '@mainstay/primitives';
import type { InternalClient } from '@mainstay/subgraph-kit';

/** How many children a worker led on a day for one organisation, as the children subgraph counts them. It describes each. */
export interface CaseCount {
  readonly day: PlainDate;
  readonly workerId: string;
  readonly laCode: string;
  readonly employerKind: 'local-authority' | 'practice';
  readonly practiceId: string | null;
  readonly children: number;
}

/** Asks how many children each worker led on days, of an authority's children or of those with a practice. */
export type FindCaseCounts = (
  owner: { readonly laCode: string } | { readonly practiceId: string },
  days: readonly PlainDate[],
) => Promise<readonly CaseCount[]>;

/** Asks the children subgraph. Throws UnavailableError when it does not answer. */
export function caseCountsOf(children: () => InternalClient): FindCaseCounts {
  return async (owner, days) =>
    days.length === 0
      ? []
      : children().call<CaseCount[]>('case-counts', {
          caller: { kind: 'service', name: 'workforce', requestId: 'case-counts' },
          params: { ...owner, days: days.join(',') },
        });
}
