import { randomUUID } from 'node:crypto';
import { normalUrn, readProviderFile, type Provider } from '@mainstay/ssda903';
import { ForbiddenError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { importingAuthority } from '../import-903/import-903.policy.ts';
import { UPLOAD_LIFETIME_MS } from '../upload/upload.entity.ts';
import { deleteUploads, findUploads, readUpload } from '../upload/upload.repository.ts';
import type { ProviderListEntity } from './provider-list.entity.ts';
import { insertProviderList } from './provider-list.repository.ts';

/** What came of loading a list. */
export type ImportProvidersOutcome =
  | { readonly kind: 'loaded'; readonly list: ProviderListEntity; readonly notes: readonly string[] }
  | { readonly kind: 'upload-not-found' }
  | { readonly kind: 'no-list'; readonly message: string };

/**
 * Loads Ofsted's list of providers from an upload of the viewer's, in the place of the list before.
 *
 * @throws ForbiddenError for everybody but analysts and managers of an authority.
 */
export async function importProviders(uploadId: string, context: Context): Promise<ImportProvidersOutcome> {
  const { viewer, db, clock, touched } = context;
  const laCode = importingAuthority(viewer);
  if (!laCode) throw new ForbiddenError('Only analysts and managers of a local authority load lists of providers.');
  const since = new Date(clock.now().getTime() - UPLOAD_LIFETIME_MS);
  const [upload] = await findUploads(db, { laCode, subject: viewer.subject }, { ids: [uploadId], since });
  if (!upload) return { kind: 'upload-not-found' };

  const read = await readProviderFile({ name: upload.name, bytes: await readUpload(db, upload) });
  if (read.refusal !== null) return { kind: 'no-list', message: read.refusal };
  const settings = oncePerNumber(read.providers);
  const list = {
    laCode,
    id: `${laCode}.${randomUUID()}`,
    fileName: upload.name,
    asAt: read.asAt,
    loadedAt: clock.now(),
    loadedBy: viewer.subject,
  };
  await insertProviderList(db, list, settings);
  await deleteUploads(db, laCode, [uploadId]);
  touched.change({ what: 'list of providers loaded', laCode, ids: [list.id], childIds: [] });
  return { kind: 'loaded', list: { ...list, settingCount: settings.length, supersededAt: null }, notes: read.notes };
}

/** A list may hold a setting twice: of two with one number, the one still registered counts. */
function oncePerNumber(providers: readonly Provider[]): Provider[] {
  const byNumber = new Map<string, Provider>();
  for (const provider of providers) {
    const urn = normalUrn(provider.urn);
    const known = byNumber.get(urn);
    if (!known || (known.registrationEndedOn !== null && provider.registrationEndedOn === null)) {
      byNumber.set(urn, { ...provider, urn });
    }
  }
  return [...byNumber.values()];
}
