import { randomUUID } from 'node:crypto';
import { collectionYearOf } from '@mainstay/primitives';
import { BadInputError, ForbiddenError } from '@mainstay/subgraph-kit';
import type { Import903Entity } from './import-903.entity.ts';
import { canImport } from './import-903.policy.ts';
import { insertImport } from './import-903.repository.ts';
import type { ImportContext } from './import-903.context.ts';
import { UPLOAD_LIFETIME_MS } from '../upload/upload.entity.ts';
import { findUploads } from '../upload/upload.repository.ts';

/** The first collection year whose return can be imported. */
const FIRST_YEAR = 2010;

/** The most files one import may have. */
const MOST_FILES = 50;

/** What is asked for: `StartImport903Input` of the graph. */
export interface StartImport903Input {
  readonly la: string;
  readonly year: number;
  readonly uploadIds: readonly string[];
  readonly isDryRun?: boolean | null;
  readonly replaceRecorded?: boolean | null;
}

/** What came of asking for an import. */
export type StartImport903Outcome =
  | { readonly kind: 'started'; readonly started: Import903Entity }
  | { readonly kind: 'upload-not-found'; readonly uploadIds: readonly string[] }
  | { readonly kind: 'year-out-of-range'; readonly lastYear: number };

/**
 * Puts an import on record and has it run once the request's transaction is committed.
 *
 * @throws ForbiddenError when the viewer may not import for the authority; BadInputError when no file is named, or too
 * many are.
 */
export async function startImport903(
  input: StartImport903Input,
  context: ImportContext,
): Promise<StartImport903Outcome> {
  const { viewer, db, clock, imports, touched } = context;
  if (!canImport(viewer, input.la)) {
    throw new ForbiddenError('Only analysts and managers of a local authority import its return.');
  }
  const ids = [...new Set(input.uploadIds)];
  if (ids.length === 0 || ids.length > MOST_FILES) throw new BadInputError(`Name 1 to ${MOST_FILES} uploads.`);

  const lastYear = collectionYearOf(clock.today());
  if (input.year < FIRST_YEAR || input.year > lastYear) return { kind: 'year-out-of-range', lastYear };

  const since = new Date(clock.now().getTime() - UPLOAD_LIFETIME_MS);
  const uploads = await findUploads(db, { laCode: input.la, subject: viewer.subject }, { ids, since });
  const missing = ids.filter((id) => !uploads.some((upload) => upload.id === id));
  if (missing.length > 0) return { kind: 'upload-not-found', uploadIds: missing };

  const importId = `${input.la}.${randomUUID()}`;
  const isDryRun = input.isDryRun ?? false;
  const started = await insertImport(db, {
    laCode: input.la,
    id: importId,
    collectionYear: input.year,
    isDryRun,
    startedBy: viewer.subject,
    startedAt: clock.now(),
    runner: await imports.runnerKey(),
  });
  touched.change({ what: 'import of a return started', laCode: input.la, ids: [importId], childIds: [] });
  imports.add({
    importId,
    laCode: input.la,
    year: input.year,
    isDryRun,
    replaceRecorded: input.replaceRecorded ?? false,
    viewer,
    uploads,
  });
  return { kind: 'started', started };
}

/** The words for an import year that is out of range. */
export function yearOutOfRange(lastYear: number): string {
  return `Returns can be imported for the collection years ${FIRST_YEAR} to ${lastYear}.`;
}
