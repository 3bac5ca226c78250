import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';

/** An employment as the workforce names it, with what this subgraph requires of it. */
interface EmploymentReference {
  readonly id: string;
  readonly endedOn?: PlainDate | null;
  readonly worker?: { readonly id: string };
}

/** What the end of an employment did to children, between the graph and the domain. */
export const leaverEffectResolvers = {
  Employment: {
    __resolveReference: (employment: EmploymentReference) => employment,
    effectOnChildren: ({ endedOn, worker }: EmploymentReference, _args: unknown, { loaders, clock }: Context) =>
      endedOn && worker && endedOn <= clock.today()
        ? loaders.leaverEffects.load({ workerId: worker.id, endedOn })
        : null,
  },
};
