import type { Context } from '../../context.ts';
import type { PlacementRow } from '../placement/placement.loader.ts';
import type { PlacementMatchEntity } from './placement-match.entity.ts';

/** An answer as the graph has it. */
const answer = (value: boolean | null, notKnown: string | null) => ({ value, notKnown });

export const placementMatchResolvers = {
  Placement: {
    match: async ({ childId, startedOn }: PlacementRow, _args: unknown, { loaders }: Context) => {
      const child = await loaders.children.load(childId);
      if (!child) return null;
      const matches = await loaders.placementMatches.load({ child, knownAt: null });
      return matches.find((match) => match.startedOn === startedOn) ?? null;
    },
  },
  PlacementMatch: {
    ethnicity: (match: PlacementMatchEntity) => answer(match.isEthnicityMatched, match.ethnicityNotKnown),
    religion: (match: PlacementMatchEntity) => answer(match.isReligionMatched, match.religionNotKnown),
    language: (match: PlacementMatchEntity) => answer(match.isLanguageMatched, match.languageNotKnown),
    siblingsTogether: ({ isWithSiblings, siblingsNotKnown }: PlacementMatchEntity) =>
      isWithSiblings === null && siblingsNotKnown === null ? null : answer(isWithSiblings, siblingsNotKnown),
    distance: (match: PlacementMatchEntity) => answer(match.isNearEnough, match.distanceNotKnown),
    recorded: (match: PlacementMatchEntity) => match,
  },
};
