import { codeSet } from '@mainstay/ssda903';
import type { KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn, optionalCodeIn, type Code } from '../code.ts';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import type { PlacementRow } from './placement.loader.ts';
import { changePlacement, type ChangePlacementInput } from './placement.service.ts';

const reasonsForChange = new Set(codeSet('REASON_PLACE_CHANGE').codes.map(({ code }) => code));

export const placementResolvers = {
  Child: {
    placements: (child: ChildRow, { knownAt }: KnownAtArgs, { loaders }: Context) =>
      knownAt ? loaders.knownPlacements.load({ child, knownAt }) : loaders.placements.load(child),
    currentPlacement: (child: ChildRow, _args: unknown, { loaders, clock }: Context) =>
      loaders.placementOnDay.load({ child, on: clock.today() }),
  },
  Mutation: {
    changePlacement: (_root: unknown, { input }: { input: ChangePlacementInput }, context: Context) =>
      orHistoryFailure(context, () => changePlacement(input, context)),
  },
  Placement: {
    type: (placement: PlacementRow) => codeIn('PLACE', placement.type),
    provider: (placement: PlacementRow) => optionalCodeIn('PLACE_PROVIDER', placement.provider),
    reasonEnded: ({ reasonEnded }: PlacementRow) => reasonEndedAsCode(reasonEnded),
  },
};

/** The last placement of a period of care ends with the reason the care ceased, from the other code set. */
function reasonEndedAsCode(reason: string | null): Code | null {
  return optionalCodeIn(reason !== null && reasonsForChange.has(reason) ? 'REASON_PLACE_CHANGE' : 'REC', reason);
}
