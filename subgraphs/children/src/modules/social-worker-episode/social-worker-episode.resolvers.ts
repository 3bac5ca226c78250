import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import type { SocialWorkerEpisodeRow } from './social-worker-episode.loader.ts';

export const socialWorkerEpisodeResolvers = {
  Child: {
    socialWorkerEpisodes: (child: ChildRow, _args: unknown, { loaders }: Context) =>
      loaders.socialWorkerEpisodes.load(child),
    leadProfessional: (child: ChildRow, _args: unknown, context: Context) => leadProfessional(child, context),
  },
  SocialWorkerEpisode: {
    worker: (episode: SocialWorkerEpisodeRow) => ({ id: episode.workerId }),
    reason: (episode: SocialWorkerEpisodeRow) => optionalCodeIn('SW_REASON', episode.reason),
  },
};

async function leadProfessional(child: ChildRow, { loaders, clock }: Context): Promise<{ id: string } | null> {
  const worker = await loaders.leadProfessional.load({ child, on: clock.today() });
  return worker?.workerId ? { id: worker.workerId } : null;
}
