import type { Clock } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import { importingAuthority } from '../import-903/import-903.policy.ts';
import { UPLOAD_LIFETIME_MS } from './upload.entity.ts';
import { findUploads, readUpload } from './upload.repository.ts';

/** The most bytes of an upload that are handed over whole. */
export const LARGEST_CONTENT = 32 * 1024 * 1024;

/** An upload as it is handed to another subgraph, which loads what is not about children. */
export interface UploadContent {
  readonly name: string;
  /** The bytes, in base64. */
  readonly content: string;
}

/**
 * The internal route `upload-content`: the viewer's own upload `id`, whole; null when it is not there, not complete, older
 * than a day or somebody else's.
 *
 * @throws ForbiddenError unless it is asked for an authority's analyst or manager; BadInputError when the upload is larger
 * than 32 MB.
 */
export function uploadContentRoute({ database, clock }: { database: Database; clock: Clock }): Internal {
  return async ({ caller, params }): Promise<UploadContent | null> => {
    const viewer = caller.kind === 'viewer' ? caller.viewer : null;
    const laCode = viewer && importingAuthority(viewer);
    if (!viewer || !laCode) throw new ForbiddenError('Only analysts and managers of a local authority send files.');
    const since = new Date(clock.now().getTime() - UPLOAD_LIFETIME_MS);
    return database.read(viewer, async (db) => {
      const asked = { ids: [params['id'] ?? ''], since };
      const [upload] = await findUploads(db, { laCode, subject: viewer.subject }, asked);
      if (!upload) return null;
      if (upload.size > LARGEST_CONTENT)
        throw new BadInputError('The file is larger than 32 MB: check that it is the right one.');
      return { name: upload.name, content: Buffer.from(await readUpload(db, upload)).toString('base64') };
    });
  };
}
