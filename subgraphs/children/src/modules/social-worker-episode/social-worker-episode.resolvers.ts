import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import { isLookedAfterOn } from '../episode/episode.service.ts';
import type { SocialWorkerEpisodeRow } from './social-worker-episode.loader.ts';
import { leadProfessionalOn } from './social-worker-episode.service.ts';

export const socialWorkerEpisodeResolvers = {
  Child: {
    socialWorkerEpisodes: (child: ChildRow, _args: unknown, { loaders }: Context) =>
      loaders.socialWorkerEpisodes.load(child.id),
    leadProfessional: (child: ChildRow, _args: unknown, context: Context) => leadProfessional(child.id, context),
  },
  SocialWorkerEpisode: {
    worker: (episode: SocialWorkerEpisodeRow) => ({ id: episode.workerId }),
    reason: (episode: SocialWorkerEpisodeRow) => optionalCodeIn('SW_REASON', episode.reason),
  },
};

/** A child who is no longer looked after has no lead professional, whatever the last return left open. */
async function leadProfessional(childId: string, { loaders, clock }: Context): Promise<{ id: string } | null> {
  const [episodes, workers] = await Promise.all([
    loaders.episodes.load(childId),
    loaders.socialWorkerEpisodes.load(childId),
  ]);
  const id = isLookedAfterOn(episodes, clock.today()) ? leadProfessionalOn(workers, clock.today()) : null;
  return id === null ? null : { id };
}
