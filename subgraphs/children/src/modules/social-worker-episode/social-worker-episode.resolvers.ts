import type { KnownAtArgs } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { idOnDay } from '../../history/known-child.ts';
import { partKnownAt } from '../../history/known-history.loader.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { optionalCodeIn } from '../code.ts';
import { orHistoryFailure } from '../return-change/return-change.failure.ts';
import type { SocialWorkerEpisodeRow } from './social-worker-episode.loader.ts';
import { changeLeadProfessional, type ChangeLeadProfessionalInput } from './social-worker-episode.service.ts';
import { unregisteredLeads, type UnregisteredLead } from './social-worker-episode.unregistered.ts';

export const socialWorkerEpisodeResolvers = {
  Child: {
    socialWorkerEpisodes: (child: ChildRow, { knownAt }: KnownAtArgs, { loaders, viewer }: Context) =>
      knownAt
        ? partKnownAt(
            { viewer, loader: loaders.knownHistories },
            { child, knownAt, part: 'SOCIAL_WORKERS' },
            ({ socialWorkerEpisodes }) =>
              socialWorkerEpisodes.map((episode) => ({
                ...episode,
                childId: child.id,
                id: `${idOnDay(child.id, episode.startedOn)}.${episode.workerId}`,
              })),
          )
        : loaders.socialWorkerEpisodes.load(child),
    leadProfessional: (child: ChildRow, _args: unknown, context: Context) => leadProfessional(child, context),
  },
  LocalAuthority: {
    unregisteredLeads: ({ id }: { id: string }, _args: unknown, context: Context) =>
      unregisteredLeads(context, { laCode: id }),
  },
  Practice: {
    unregisteredLeads: ({ id }: { id: string }, _args: unknown, context: Context) =>
      unregisteredLeads(context, { practiceId: id }),
  },
  UnregisteredLead: {
    worker: ({ workerId }: UnregisteredLead) => ({ id: workerId }),
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
