import { ForbiddenError, type Database } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { PublishedFigureRow } from './published-figure.entity.ts';
import type { PublishedFileFault } from './published-figure.fault.ts';
import { keyOf } from './published-figure.joint.ts';
import { loadingAuthority } from './published-figure.policy.ts';
import { readPublishedFile, type PublishedFile } from './published-figure.reading.ts';
import { findPublishedOfYears, lockPublished, savePublished } from './published-figure.repository.ts';

/** How many rows a load added, changed and left. */
export interface PublishedLoad {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Left as they are because a later publication is held. */
  readonly keptNewer: number;
  readonly notes: readonly string[];
}

/** What came of loading a file. */
export type ImportPublishedOutcome =
  | ({ readonly kind: 'loaded' } & PublishedLoad)
  | { readonly kind: 'upload-not-found' }
  | { readonly kind: 'faults'; readonly faults: readonly PublishedFileFault[] };

/**
 * Loads published figures from an upload of the viewer's: all of it or nothing.
 *
 * @throws ForbiddenError for everybody but an authority's analysts and managers.
 */
export async function importPublishedFigures(uploadId: string, context: Context): Promise<ImportPublishedOutcome> {
  const { viewer, database, touched, fetchUpload } = context;
  const laCode = loadingAuthority(viewer);
  if (!laCode) throw new ForbiddenError('Only analysts and managers of a local authority load published figures.');
  const file = await fetchUpload(viewer, uploadId);
  if (!file) return { kind: 'upload-not-found' };
  const outcome = await loadPublishedFigures(database, file);
  if (outcome.kind === 'loaded') {
    touched.change({ what: 'published figures loaded', laCode, ids: [uploadId], childIds: [] });
  }
  return outcome;
}

/** Loads a file as the platform itself, for published figures are everybody's. */
export async function loadPublishedFigures(
  database: Pick<Database, 'service'>,
  file: PublishedFile,
): Promise<Exclude<ImportPublishedOutcome, { readonly kind: 'upload-not-found' }>> {
  const read = readPublishedFile(file);
  if (read.kind === 'faults') return read;
  return database.service(async (db) => {
    await lockPublished(db);
    const held = new Map(
      (await findPublishedOfYears(db, [...new Set(read.rows.map(({ year }) => year))])).map((row) => [keyOf(row), row]),
    );
    const load = { added: 0, changed: 0, unchanged: 0, keptNewer: 0 };
    const rows = read.rows.filter((row) => {
      const what = comparedWith(held.get(keyOf(row)), row);
      load[what] += 1;
      return what === 'added' || what === 'changed';
    });
    if (rows.length > 0) await savePublished(db, rows);
    return { kind: 'loaded', ...load, notes: read.notes };
  });
}

function comparedWith(
  held: PublishedFigureRow | undefined,
  row: PublishedFigureRow,
): keyof Omit<PublishedLoad, 'notes'> {
  if (!held) return 'added';
  if (held.edition > row.edition) return 'keptNewer';
  return wordsOf(held) === wordsOf(row) ? 'unchanged' : 'changed';
}

/** All of a row as text, whatever order its figures are in. */
function wordsOf({
  geography,
  code,
  name,
  regionCode,
  dfeCode,
  returnedWith,
  figures,
  edition,
}: PublishedFigureRow): string {
  const sorted = Object.entries(figures).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([geography, code, name, regionCode, dfeCode, returnedWith, sorted, edition]);
}
