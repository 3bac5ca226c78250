import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { canImport } from '../import-903/import-903.policy.ts';
import type { ProviderListEntity } from './provider-list.entity.ts';
import { findProviderLists } from './provider-list.repository.ts';
import { importProviders, type ImportProvidersOutcome } from './provider-list.service.ts';

interface ImportProvidersArguments {
  readonly input: { readonly uploadId: string };
}

/** Lists of providers, between the graph and the domain. */
export const providerListResolvers = {
  LocalAuthority: {
    providerLists: ({ id }: { id: string }, _: unknown, { db, viewer }: Context) =>
      canImport(viewer, id) ? findProviderLists(db, id) : [],
  },
  ProviderList: {
    settings: ({ settingCount }: ProviderListEntity) => settingCount,
    loadedBy: ({ loadedBy }: ProviderListEntity) => ({ id: loadedBy }),
  },
  Mutation: {
    importProviders: async (_: unknown, { input }: ImportProvidersArguments, context: Context) =>
      importProvidersResult(input.uploadId, await importProviders(input.uploadId, context)),
  },
};

function importProvidersResult(uploadId: string, outcome: ImportProvidersOutcome): object {
  switch (outcome.kind) {
    case 'loaded':
      return { __typename: 'ImportProvidersSuccess', ...outcome };
    case 'upload-not-found':
      return {
        __typename: 'UploadNotFoundError',
        message: 'The file is not here any more. Send it again.',
        uploadIds: [uploadId],
      };
    case 'no-list':
      return { __typename: 'ProviderFileError', message: outcome.message };
    default:
      return assertUnreachable(outcome);
  }
}
