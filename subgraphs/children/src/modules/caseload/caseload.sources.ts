import type { PlainDate } from '@mainstay/primitives';
import type { InternalClient, Viewer } from '@mainstay/subgraph-kit';

/** An authority or a practice as an employer. */
export interface EmployerKey {
  readonly employerKind: 'local-authority' | 'practice';
  /** The ONS code of the authority, or the practice's id. */
  readonly employerId: string;
}

/** A worker in post with an employer on a day, as the workforce tells it of. It describes each. */
export interface StaffInPost extends EmployerKey {
  readonly workerId: string;
  /** The authority whose children the post is for. */
  readonly laCode: string;
  readonly fullTimeEquivalent: number;
  /** Whether those in the role lead children. */
  readonly isLeadRole: boolean;
  readonly isAgency: boolean;
  /** The last day in post; null while none is recorded. */
  readonly endedOn: PlainDate | null;
  /** Whether the registration with the regulator is in force on the day. */
  readonly isRegistered: boolean;
}

/** Whose staff are asked for: the employers of these workers on the day, and these employers. */
export interface StaffAsked {
  readonly workerIds: readonly string[];
  readonly employers: readonly EmployerKey[];
  readonly on: PlainDate;
}

/** How many children a contract that runs on a day is for. */
export interface AgreedCapacity {
  readonly practiceId: string;
  readonly laCode: string;
  readonly agreedChildren: number;
  readonly tolerance: number;
}

/** When somebody held a post. */
export interface TimeInPost extends EmployerKey {
  readonly workerId: string;
  readonly from: PlainDate;
  /** The last day, which still belongs to it; null while it is held. */
  readonly until: PlainDate | null;
}

/** Where the registration of a worker with the regulator stands, as the workforce tells of it. */
export interface RegistrationKnown {
  readonly workerId: string;
  readonly status: 'REGISTERED' | 'LAPSED' | 'SUSPENDED' | 'REMOVED';
}

/** Whose registrations are asked for: of these workers on the day, in the record of one authority. */
export interface RegistrationsAsked {
  readonly laCode: string;
  readonly workerIds: readonly string[];
  readonly on: PlainDate;
}

/** What other parts of the platform know and caseloads are judged by. Each throws UnavailableError when it does not answer. */
export interface CaseloadSources {
  /** Who is in post, as far as the viewer may know of posts. */
  readonly findStaff: (viewer: Viewer, asked: StaffAsked) => Promise<readonly StaffInPost[]>;
  /** What the contracts of practices allow on a day, as far as the viewer may read them. */
  readonly findCapacities: (
    viewer: Viewer,
    asked: { readonly practiceIds: readonly string[]; readonly on: PlainDate },
  ) => Promise<readonly AgreedCapacity[]>;
  /** Every post that serves an authority: asked by the platform itself, whoever looks. Only counts may leave what uses it. */
  readonly findTimesInPost: (laCode: string) => Promise<readonly TimeInPost[]>;
  /** Where registrations stand: asked by the platform itself. Workers of whom nothing is on record are left out. */
  readonly findRegistrations: (asked: RegistrationsAsked) => Promise<readonly RegistrationKnown[]>;
}

/** Somebody who records who leads a child waits for it. */
const PATIENCE_MS = 3_000;

/** Asks the workforce and contracts subgraphs. */
export function caseloadSourcesOf({
  workforce,
  contracts,
}: {
  readonly workforce: () => InternalClient;
  readonly contracts: () => InternalClient;
}): CaseloadSources {
  return {
    findStaff: async (viewer, { on, ...asked }) =>
      workforce().call<StaffInPost[]>('staff-in-post', {
        caller: { kind: 'viewer', viewer },
        params: { on },
        body: bytesOf(asked),
      }),
    findCapacities: async (viewer, { practiceIds, on }) =>
      practiceIds.length === 0
        ? []
        : contracts().call<AgreedCapacity[]>('agreed-capacities', {
            caller: { kind: 'viewer', viewer },
            params: { on, practiceIds: practiceIds.join(',') },
          }),
    findTimesInPost: async (laCode) =>
      workforce().call<TimeInPost[]>('employment-facts', {
        caller: { kind: 'service', name: 'children', requestId: 'employment-facts' },
        params: { laCode },
      }),
    findRegistrations: async ({ laCode, workerIds, on }) =>
      workerIds.length === 0
        ? []
        : workforce().call<RegistrationKnown[]>('registration-facts', {
            caller: { kind: 'service', name: 'children', requestId: 'registration-facts' },
            params: { laCode, on },
            body: bytesOf(workerIds),
            timeoutMs: PATIENCE_MS,
          }),
  };
}

async function* bytesOf(value: unknown): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(JSON.stringify(value));
}
