import { readdirSync } from 'node:fs';
import { moduleFaults } from '@mainstay/subgraph-kit/testing';
import { describe, expect, test } from 'vitest';
import { migrations } from './migrations/index.ts';
import { conceptsWithoutGraph, modules } from './modules/index.ts';

const modulesFolder = new URL('modules/', import.meta.url);

/**
 * Names that differ on purpose: a return and an import are several tables, each named after what one row of it is; legal
 * statuses are held as periods; a postcode is looked up and never shown; a reviewing officer is shown as a person, a sample as
 * its children.
 */
const NAMED_OTHERWISE = [
  'legal-status: no type LegalStatus',
  'legal-status: its entity is called LegalStatusPeriod',
  'legal-status: its table is called legal_status_period',
  'return-903: its entity is called ReturnRow',
  'return-903: its table is called return_row',
  'return-903: its table is called return_table',
  'import-903: its table is called return_fault',
  'postcode: no type Postcode',
  'independent-reviewing-officer: no type IndependentReviewingOfficer',
  'inspection-sample: no type InspectionSample',
];

test('every concept of the graph is found by its name and described', () => {
  const folders = Object.keys(conceptsWithoutGraph).map((name) => `${name}: not in modules/index.ts`);
  const faults = moduleFaults(modules, modulesFolder).filter((fault) => !folders.includes(fault));
  expect(faults).toEqual(NAMED_OTHERWISE);
});

describe.each(Object.entries(conceptsWithoutGraph))('%s, which has no part in the graph', (name, entities) => {
  test('has files and tables of its name', () => {
    const files = readdirSync(new URL(`${name}/`, modulesFolder));
    expect(files.filter((file) => !file.startsWith(`${name}.`))).toEqual([]);
    const table = name.replaceAll('-', '_');
    expect(entities.filter(({ options }) => !options.tableName?.startsWith(table))).toEqual([]);
  });
});

test('every migration is listed, in the order of its time, and named after what it does', () => {
  const files = readdirSync(new URL('migrations/', import.meta.url)).filter((file) => /^\d/.test(file));
  expect(files.filter((file) => !/^\d{13}-(create|add|drop|rename|backfill|index)-[a-z0-9-]+\.ts$/.test(file))).toEqual(
    [],
  );
  expect(migrations.map(({ name }) => name.slice(-13))).toEqual(files.toSorted().map((file) => file.slice(0, 13)));
});
