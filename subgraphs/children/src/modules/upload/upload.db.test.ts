import { BadInputError, ForbiddenError, type Caller } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  clock,
  emptyDatabase,
  practiceWorker,
  sandwell,
  startDatabase,
} from '../../testing/children-world.ts';
import { findUploads, readUpload } from './upload.repository.ts';
import { uploadContentRoute } from './upload.content-route.ts';
import { receiveUpload } from './upload.route.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await startDatabase();
});
beforeEach(() => emptyDatabase(database));
afterAll(() => database.close());

const MEGABYTE = 1024 * 1024;
const viewedBy = (viewer = birmingham): Caller => ({ kind: 'viewer', viewer });

/** Bytes that no two places of which look alike, in pieces of an odd size. */
const bytes = Uint8Array.from({ length: 1_300_000 }, (_, index) => (index * 31 + (index >> 8)) % 256);
async function* pieces(size = 70_001): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const receive = (name: string, { caller = viewedBy(), largest = 2 * MEGABYTE } = {}) =>
  receiveUpload({ database, clock, largest })({ caller, params: { name }, body: pieces() }) as Promise<{
    id: string;
    name: string;
    size: number;
  }>;

const uploadsOf = (viewer = birmingham, id = '') =>
  database.read(viewer, (db) =>
    findUploads(db, { laCode: BIRMINGHAM, subject: viewer.subject }, { ids: [id], since: new Date(0) }),
  );

test('a file is kept word for word, whatever pieces it arrives in', async () => {
  const sent = await receive('episodes.csv');
  expect(sent).toMatchObject({ name: 'episodes.csv', size: bytes.length });
  const [upload] = await uploadsOf(birmingham, sent.id);
  const read = await database.read(birmingham, (db) => readUpload(db, upload!));
  expect(Buffer.compare(read, bytes)).toBe(0);
});

test('a file that is too large is refused, and nothing of it is kept', async () => {
  await expect(receive('large.csv', { largest: MEGABYTE })).rejects.toThrow(BadInputError);
  expect(await database.read(birmingham, (db) => db.query('SELECT upload_id FROM upload_chunk'))).toEqual([]);
});

test('a file is its sender\u2019s alone', async () => {
  const { id } = await receive('episodes.csv');
  expect(await uploadsOf({ ...birmingham, subject: 'colleague' }, id)).toEqual([]);
  expect(await uploadsOf(sandwell, id)).toEqual([]);
});

test('a name keeps its last part only', async () => {
  expect((await receive('C:\\returns\\2024\\header.csv')).name).toBe('header.csv');
  expect((await receive('../\n')).name).toBe('file');
});

test('nobody but analysts and managers sends files, the platform itself included', async () => {
  await expect(receive('x.csv', { caller: viewedBy(practiceWorker) })).rejects.toThrow(ForbiddenError);
  await expect(receive('x.csv', { caller: { kind: 'service', name: 'x', requestId: 'x' } })).rejects.toThrow(
    ForbiddenError,
  );
});

test('a file is handed to another subgraph for its sender alone', async () => {
  const { id } = await receive('figures.csv');
  const contentFor = (caller: Caller) =>
    uploadContentRoute({ database, clock })({ caller, params: { id }, body: pieces() });
  expect(await contentFor(viewedBy())).toEqual({
    name: 'figures.csv',
    content: Buffer.from(bytes).toString('base64'),
  });
  expect(await contentFor(viewedBy({ ...birmingham, subject: 'colleague' }))).toBeNull();
  expect(await contentFor(viewedBy(sandwell))).toBeNull();
  await expect(contentFor(viewedBy(practiceWorker))).rejects.toThrow(ForbiddenError);
  await expect(contentFor({ kind: 'service', name: 'x', requestId: 'x' })).rejects.toThrow(ForbiddenError);
});
