import { meaningOf } from '@mainstay/ssda903';
import type { Child, Contract, Employment, Loaders, Placement, Practice, RecordKey, Registration } from './rows.ts';

/** What every resolver of the monolith is given. */
export interface Context {
  readonly loaders: Loaders;
  readonly today: string;
}

/** A worker named by a record of this authority. */
type WorkerRef = RecordKey;

/** Resolvers of what the bench asks for, written as for a server that owns all the tables. */
export const resolvers = {
  Query: {
    localAuthority: (_: unknown, { id }: { id: string }, { loaders }: Context) => loaders.authority.load(id),
  },
  LocalAuthority: {
    practices: ({ id }: { id: string }, _: unknown, { loaders }: Context) => loaders.practicesOf.load(id),
  },
  Practice: {
    contracts: ({ id }: Practice, _: unknown, { loaders }: Context) => loaders.contractsOf.load(id),
  },
  Contract: {
    status: ({ startsOn, endsOn }: Contract, _: unknown, { today }: Context) => {
      if (today < startsOn) return 'AGREED';
      return endsOn !== null && endsOn < today ? 'ENDED' : 'LIVE';
    },
    children: async (contract: Contract, { first }: { first: number }, { loaders }: Context) => {
      const rows = await loaders.childrenOf.load({ laCode: contract.laCode, contractId: contract.id, first });
      return { contract, edges: rows.map((node) => ({ node })) };
    },
  },
  ChildConnection: {
    totalCount: ({ contract }: { contract: Contract }, _: unknown, { loaders }: Context) =>
      loaders.countOf.load(contract),
  },
  Child: {
    currentPlacement: async (child: Child, _: unknown, { loaders }: Context) =>
      (await loaders.placementsOn.load(child)).at(-1) ?? null,
    leadProfessional: async (child: Child, _: unknown, { loaders }: Context): Promise<WorkerRef | null> => {
      const worker = (await loaders.workersOn.load(child)).at(-1);
      return worker ? { laCode: child.laCode, id: worker.workerId } : null;
    },
  },
  Placement: {
    type: ({ type }: Placement) => ({ code: type, meaning: meaningOf('PLACE', type) }),
  },
  Worker: {
    name: async (worker: WorkerRef, _: unknown, { loaders }: Context) =>
      (await loaders.worker.load(worker))[0]?.name ?? null,
    registration: async (worker: WorkerRef, _: unknown, { loaders }: Context) =>
      (await loaders.registration.load(worker))[0] ?? null,
    employments: (worker: WorkerRef, _: unknown, { loaders }: Context) => loaders.employments.load(worker),
  },
  Registration: {
    status: ({ status, expiresOn }: Registration, _: unknown, { today }: Context) =>
      status === 'REGISTERED' && expiresOn < today ? 'LAPSED' : status,
  },
  Employment: {
    employer: async ({ employerKind, employerId }: Employment, _: unknown, { loaders }: Context) => {
      if (employerKind === 'practice') {
        return { __typename: 'Practice', ...(await loaders.practice.load(employerId)) };
      }
      return { __typename: 'LocalAuthority', ...(await loaders.authority.load(employerId)) };
    },
  },
};
