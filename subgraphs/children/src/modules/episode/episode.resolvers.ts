import type { Context } from '../../context.ts';
import { codeIn, optionalCodeIn } from '../code.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { EpisodeVersion } from './episode.loader.ts';
import { episodesWanted, type EpisodesWanted } from './episode.service.ts';

export const episodeResolvers = {
  Child: {
    episodes: async (child: ChildRow, args: EpisodesWanted, { loaders }: Context) =>
      episodesWanted(await loaders.episodes.load(child), args),
  },
  Episode: {
    reasonStarted: (episode: EpisodeVersion) => codeIn('RNE', episode.reasonStarted),
    reasonEnded: (episode: EpisodeVersion) => optionalCodeIn('REC', episode.reasonEnded),
    legalStatus: (episode: EpisodeVersion) => codeIn('LS', episode.legalStatus),
    categoryOfNeed: (episode: EpisodeVersion) => codeIn('CIN', episode.categoryOfNeed),
    placementType: (episode: EpisodeVersion) => codeIn('PLACE', episode.placementType),
    placementProvider: (episode: EpisodeVersion) => optionalCodeIn('PLACE_PROVIDER', episode.placementProvider),
    reasonPlacementChanged: (episode: EpisodeVersion) =>
      optionalCodeIn('REASON_PLACE_CHANGE', episode.reasonPlacementChanged),
  },
};
