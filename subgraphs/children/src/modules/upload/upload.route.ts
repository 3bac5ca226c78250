import { randomUUID } from 'node:crypto';
import type { Clock } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal, type Viewer } from '@mainstay/subgraph-kit';
import { importingAuthority } from '../import-903/import-903.policy.ts';
import { completeUpload, deleteUploads, insertChunk, insertUpload } from './upload.repository.ts';

/** The most bytes one upload may have. */
export const LARGEST_UPLOAD = 256 * 1024 * 1024;

/** Bytes stored at a time: the most that an upload under way occupies in memory. */
const CHUNK_SIZE = 512 * 1024;

const LONGEST_NAME = 200;

/** What the route works with. */
export interface UploadRouteOptions {
  readonly database: Database;
  readonly clock: Clock;
  /** The most bytes one upload may have; 256 MB when left out. */
  readonly largest?: number;
}

/**
 * The internal route `upload`: stores a file as it arrives, piece by piece, and answers `{ id, name, size }`.
 *
 * `params.name` is the file's name. For the authority's analysts and managers.
 *
 * @throws ForbiddenError for everybody else; BadInputError when the file is larger than 256 MB.
 */
export function receiveUpload({ database, clock, largest = LARGEST_UPLOAD }: UploadRouteOptions): Internal {
  return async ({ caller, params, body }) => {
    const viewer = caller.kind === 'viewer' ? caller.viewer : null;
    const laCode = viewer && importingAuthority(viewer);
    if (!viewer || !laCode) throw new ForbiddenError('Only analysts and managers of a local authority send files.');

    const name = fileName(params['name'] ?? '');
    const id = `${laCode}.${randomUUID()}`;
    await database.write(viewer, (db) =>
      insertUpload(db, { laCode, id, subject: viewer.subject, name, createdAt: clock.now() }),
    );
    try {
      const size = await storeBody(body, { database, viewer, laCode, id, largest });
      await database.write(viewer, (db) => completeUpload(db, { laCode, id, size }));
      return { id, name, size };
    } catch (error) {
      await database.write(viewer, (db) => deleteUploads(db, laCode, [id]));
      throw error;
    }
  };
}

/** The last part of a path, without characters that would break a line of a report. */
function fileName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, LONGEST_NAME) || 'file'
  );
}

async function storeBody(
  body: AsyncIterable<Uint8Array>,
  to: { database: Database; viewer: Viewer; laCode: string; id: string; largest: number },
): Promise<number> {
  const { database, viewer, laCode, id: uploadId, largest } = to;
  let size = 0;
  let number = 0;
  for await (const bytes of inChunks(body)) {
    size += bytes.length;
    if (size > largest) {
      throw new BadInputError(
        `The file is larger than ${Math.floor(largest / 1024 / 1024)} MB. Send a table of one year in one file, or split it.`,
      );
    }
    await database.write(viewer, (db) => insertChunk(db, { laCode, uploadId, number, bytes }));
    number++;
  }
  return size;
}

/** Cuts a stream into pieces of one size, whatever size it arrives in. */
async function* inChunks(body: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let chunk = new Uint8Array(CHUNK_SIZE);
  let filled = 0;
  for await (const bytes of body) {
    for (let from = 0; from < bytes.length;) {
      const part = bytes.subarray(from, from + CHUNK_SIZE - filled);
      chunk.set(part, filled);
      filled += part.length;
      from += part.length;
      if (filled === CHUNK_SIZE) {
        yield chunk;
        chunk = new Uint8Array(CHUNK_SIZE);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield chunk.subarray(0, filled);
}
