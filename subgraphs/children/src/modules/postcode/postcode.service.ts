import { setImmediate as giveWay } from 'node:timers/promises';
import { readPostcodeFile } from '@mainstay/ssda903';
import { ForbiddenError, type Database } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { importingAuthority } from '../import-903/import-903.policy.ts';
import { UPLOAD_LIFETIME_MS } from '../upload/upload.entity.ts';
import { deleteUploads, findUploads, readUpload } from '../upload/upload.repository.ts';
import type { PostcodeEntity } from './postcode.entity.ts';
import { relocatePlacements, upsertPostcodes } from './postcode.repository.ts';

const ROWS_PER_STATEMENT = 10_000;

/** What came of loading a directory. */
export type ImportPostcodesOutcome =
  | { readonly kind: 'loaded'; readonly postcodes: number; readonly rowsPassedOver: number }
  | { readonly kind: 'upload-not-found' }
  | { readonly kind: 'no-directory' };

/**
 * Loads a directory from an upload of the viewer's.
 *
 * @throws ForbiddenError for everybody but analysts and managers of an authority.
 */
export async function importPostcodes(uploadId: string, context: Context): Promise<ImportPostcodesOutcome> {
  const { viewer, db, database, clock, touched } = context;
  const laCode = importingAuthority(viewer);
  if (!laCode) throw new ForbiddenError('Only analysts and managers of a local authority load postcodes.');
  const since = new Date(clock.now().getTime() - UPLOAD_LIFETIME_MS);
  const [upload] = await findUploads(db, { laCode, subject: viewer.subject }, { ids: [uploadId], since });
  if (!upload) return { kind: 'upload-not-found' };

  const file = readPostcodeFile(await readUpload(db, upload));
  if (!file) return { kind: 'no-directory' };
  const postcodes = await loadPostcodes(database, file.postcodes);
  await deleteUploads(db, laCode, [uploadId]);
  touched.change({ what: 'postcodes loaded', laCode, ids: [uploadId], childIds: [] });
  return { kind: 'loaded', postcodes, rowsPassedOver: file.passedOver() };
}

/**
 * Adds postcodes to the directory, or corrects them, and works out again where all authorities' placements lie. Runs as
 * the platform itself, for the directory is everybody's. Answers how many postcodes there were.
 */
export async function loadPostcodes(database: Database, postcodes: Iterable<PostcodeEntity>): Promise<number> {
  return database.service(async (db) => {
    let count = 0;
    let batch: PostcodeEntity[] = [];
    for (const postcode of postcodes) {
      batch.push(postcode);
      count++;
      if (batch.length < ROWS_PER_STATEMENT) continue;
      await upsertPostcodes(db, batch);
      batch = [];
      await giveWay();
    }
    await upsertPostcodes(db, batch);
    await relocatePlacements(db);
    return count;
  });
}
