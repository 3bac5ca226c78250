import { internalSubject, type Viewer } from '@mainstay/subgraph-kit';
import type { TestDatabase } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChildrenSubgraph } from '../../index.ts';
import {
  ask,
  birmingham,
  clock,
  emptyDatabase,
  practiceWorker,
  startDatabase,
  startSubgraph,
  tokenFor,
} from '../../testing/children-world.ts';
import { aFile, episodesFile, headerFile } from '../../testing/return-texts.ts';
import { importReturn } from '../import-903/import-903.run.ts';
import { loadPostcodes } from './postcode.service.ts';

let database: TestDatabase;
let subgraph: ChildrenSubgraph;

beforeAll(async () => {
  database = await startDatabase();
  subgraph = startSubgraph(database);
});
beforeEach(() => emptyDatabase(database));
afterAll(async () => {
  await subgraph.close();
  await database.close();
});

const HOME = { postcode: 'ZZ11AA', easting: 400_000, northing: 300_000, laCode: 'E08000025' };

const load = () =>
  importReturn(
    { database, clock },
    { viewer: birmingham, year: 2024, files: [headerFile('A1'), episodesFile(['A1', '01/05/2023'])] },
  );

const placed = () =>
  database.read(birmingham, (db) =>
    db.query('SELECT distance_from_home_miles AS miles, is_inside_authority AS inside FROM placement'),
  );

test('a placement lies as far from home as the formula of the return says', async () => {
  await loadPostcodes(database, [
    HOME,
    { postcode: 'ZZ22BB', easting: 430_000, northing: 340_000, laCode: 'E10000016' },
  ]);
  await load();
  // 3-4-5: fifty kilometres, divided by 1.6093.
  expect(await placed()).toEqual([{ miles: 31.1, inside: false }]);
});

test('it is not known how far while a postcode is not in the directory, and worked out once it is', async () => {
  await loadPostcodes(database, [HOME]);
  await load();
  expect(await placed()).toEqual([{ miles: null, inside: null }]);
  await loadPostcodes(database, [{ ...HOME, postcode: 'ZZ22BB' }]);
  expect(await placed()).toEqual([{ miles: 0, inside: true }]);
  await loadPostcodes(database, [{ ...HOME, postcode: 'ZZ22BB', easting: 416_093 }]);
  expect(await placed()).toEqual([{ miles: 10, inside: true }]);
});

const IMPORT = `mutation ($input: ImportPostcodesInput!) { importPostcodes(input: $input) {
  __typename ... on ImportPostcodesSuccess { postcodes rowsPassedOver } ... on UserError { message } } }`;

async function send(lines: string[], viewer: Viewer = birmingham): Promise<string> {
  const params = { name: 'postcodes.csv' };
  const body = (async function* () {
    yield aFile('', lines).bytes;
  })();
  const token = tokenFor(viewer, internalSubject('upload', params));
  return ((await subgraph.callInternal('upload', { token, params, body })) as { id: string }).id;
}

const importPostcodes = (uploadId: string, viewer = birmingham) =>
  ask<{ importPostcodes: object }>(subgraph, viewer, { query: IMPORT, variables: { input: { uploadId } } });

test('an analyst loads a directory from a file', async () => {
  await load();
  const lines = [
    'postcode,easting,northing,la_code',
    'ZZ1 1AA,400000,300000,E08000025',
    'ZZ2 2BB,400000,316093,E08000025',
    'ZZ3,,,',
  ];
  expect(await importPostcodes(await send(lines))).toEqual({
    importPostcodes: { __typename: 'ImportPostcodesSuccess', postcodes: 2, rowsPassedOver: 1 },
  });
  expect(await placed()).toEqual([{ miles: 10, inside: true }]);
});

test('a file that is no directory, or is not there, is told so', async () => {
  expect(await importPostcodes(await send(['CHILD,SEX', 'A1,1']))).toMatchObject({
    importPostcodes: { __typename: 'PostcodeFileError' },
  });
  expect(await importPostcodes('nothing')).toMatchObject({ importPostcodes: { __typename: 'UploadNotFoundError' } });
});

test('a practice cannot load a directory', async () => {
  await expect(importPostcodes('nothing', practiceWorker)).rejects.toThrow('FORBIDDEN');
});
