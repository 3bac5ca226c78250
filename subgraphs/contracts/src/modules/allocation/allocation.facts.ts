import type { PlainDate } from '@mainstay/primitives';
import type { InternalClient, Viewer } from '@mainstay/subgraph-kit';

/** What the children subgraph, which holds the records, says of a child on a day. It describes each of them. */
export interface AllocationFacts {
  readonly childId: string;
  readonly isLookedAfter: boolean;
  /** `LS` of the SSDA903; null when the child is not looked after. */
  readonly legalStatus: string | null;
  readonly legalStatusSince: PlainDate | null;
  readonly lookedAfterSince: PlainDate | null;
  readonly suitableForAdoptionSince: PlainDate | null;
  readonly dateOfBirth: PlainDate;
  readonly careEndedOn: PlainDate | null;
  readonly careEndReason: string | null;
  readonly careOrderEndedOn: PlainDate | null;
  readonly isInFullTimeEducation: boolean;
}

/** Asks for the facts of children on a day. Of a child whom the viewer may not see there are none. */
export type FindAllocationFacts = (
  viewer: Viewer,
  asked: { readonly childIds: readonly string[]; readonly on: PlainDate },
) => Promise<readonly AllocationFacts[]>;

/** Asks the children subgraph. Throws UnavailableError when it does not answer: then nobody is allocated. */
export function allocationFactsOf(children: () => InternalClient): FindAllocationFacts {
  return async (viewer, { childIds, on }) =>
    childIds.length === 0
      ? []
      : children().call<AllocationFacts[]>('allocation-facts', {
          caller: { kind: 'viewer', viewer },
          params: { on },
          body: bytesOf(childIds),
        });
}

async function* bytesOf(value: unknown): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(JSON.stringify(value));
}
