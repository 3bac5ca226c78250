import type { KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { partKnownAt } from '../../history/known-history.loader.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn, optionalCodeIn } from '../code.ts';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import type { LegalStatusRow } from './legal-status.loader.ts';
import { changeLegalStatus, type ChangeLegalStatusInput } from './legal-status.service.ts';

export const legalStatusResolvers = {
  Child: {
    legalStatuses: (child: ChildRow, { knownAt }: KnownAtArgs, { loaders, viewer }: Context) =>
      knownAt
        ? partKnownAt(
            { viewer, loader: loaders.knownHistories },
            { child, knownAt, part: 'LEGAL_STATUSES' },
            (history) => history.legalStatuses,
          )
        : loaders.legalStatuses.load(child),
    currentLegalStatus: async (child: ChildRow, _args: unknown, { loaders, clock }: Context) =>
      optionalCodeIn('LS', (await loaders.legalStatusOnDay.load({ child, on: clock.today() }))?.legalStatus ?? null),
  },
  Mutation: {
    changeLegalStatus: (_root: unknown, { input }: { input: ChangeLegalStatusInput }, context: Context) =>
      orHistoryFailure(context, () => changeLegalStatus(input, context)),
  },
  LegalStatusPeriod: {
    legalStatus: (held: LegalStatusRow) => codeIn('LS', held.legalStatus),
  },
};
