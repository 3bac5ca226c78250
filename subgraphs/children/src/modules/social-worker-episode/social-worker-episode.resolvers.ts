import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import type { SocialWorkerEpisodeRow } from './social-worker-episode.loader.ts';
import { changeLeadProfessional, type ChangeLeadProfessionalInput } from './social-worker-episode.service.ts';

export const socialWorkerEpisodeResolvers = {
  Child: {
    socialWorkerEpisodes: (child: ChildRow, _args: unknown, { loaders }: Context) =>
      loaders.socialWorkerEpisodes.load(child),
    leadProfessional: (child: ChildRow, _args: unknown, context: Context) => leadProfessional(child, context),
  },
  Mutation: {
    changeLeadProfessional: (_root: unknown, { input }: { input: ChangeLeadProfessionalInput }, context: Context) =>
      orHistoryFailure(context, () => changeLeadProfessional(input, context)),
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
