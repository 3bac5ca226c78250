import { isCollectedIn, type AskedOf, type CensusCells, type CensusField } from '../fields/census-field.ts';
import { leaverTags } from '../fields/census-worker.ts';
import { workerFields, type WorkerTag } from '../fields/worker-fields.ts';
import type { WorkerFacts, WorkerRule } from './worker-rule.ts';

/** The fields that have rules of their own where they are missing. */
const apart: ReadonlySet<WorkerTag> = new Set(['AgencyWorker', 'SWENo', ...leaverTags]);

const employedOnly = workerFields.filter(({ askedOf }) => askedOf === 'employed').map(({ tag }) => tag);

/** Rules about who must have which elements. */
export const neededRules: readonly WorkerRule[] = [
  {
    code: 'CW201',
    message: 'Elements that are asked of this worker are missing. Enter them.',
    keepsWorkerOut: false,
    check(facts) {
      const missing = workerFields.filter((field) => isMissing(field, facts)).map(({ tag }) => tag);
      return missing.length === 0 ? [] : [{ fields: missing }];
    },
  },
  {
    code: 'CW202',
    message:
      'The worker left, and the last day, the destination or the reason is missing. Enter all three, or none for somebody who did not leave.',
    keepsWorkerOut: false,
    check({ row, isLeaver }) {
      const missing = leaverTags.filter((tag) => row.cells[tag] === undefined);
      return isLeaver && missing.length > 0 ? [{ fields: missing }] : [];
    },
  },
  {
    code: 'CW203',
    message:
      'An agency worker has elements of those who left. Agency workers are in the census only while they are there: take the elements out, or AgencyWorker is wrong.',
    keepsWorkerOut: false,
    check({ row, worker }) {
      const there = leaverTags.filter((tag) => row.cells[tag] !== undefined);
      return worker.isAgency === true && there.length > 0 ? [{ fields: there }] : [];
    },
  },
  {
    code: 'CW204',
    message:
      'An agency worker has elements that are asked of employees only. Leave them out, or AgencyWorker is wrong.',
    keepsWorkerOut: false,
    check({ row, worker, year }) {
      const there = workerFields.filter(
        (field) => employedOnly.includes(field.tag) && row.cells[field.tag] !== undefined && isCollectedIn(field, year),
      );
      return worker.isAgency === true && there.length > 0 ? [{ fields: there.map(({ tag }) => tag) }] : [];
    },
  },
  {
    code: 'CW205',
    message:
      'An employee has the length of a contract with an agency (ContractWeeks). Leave it out, or AgencyWorker is wrong.',
    keepsWorkerOut: false,
    check: ({ row, worker }) =>
      worker.isAgency === false && row.cells.ContractWeeks !== undefined ? [{ fields: ['ContractWeeks'] }] : [],
  },
];

function isMissing(field: CensusField<WorkerTag>, { row, worker, year, isLeaver }: WorkerFacts): boolean {
  if (apart.has(field.tag) || !isCollectedIn(field, year) || year < (field.askedFrom ?? field.from ?? 0)) return false;
  // Without it, somebody who did not leave is kept out: another rule says so.
  if (field.tag === 'FTE' && !isLeaver) return false;
  if (row.cells[field.tag] !== undefined || hasOther(field, row.cells, year)) return false;
  return isAskedOf(field.askedOf, { isAgency: worker.isAgency === true, isLeaver });
}

/** In the year both forms are taken, either of two tags will do. */
function hasOther(field: CensusField<WorkerTag>, cells: CensusCells, year: number): boolean {
  const other = workerFields.find(({ tag }) => tag === field.instead);
  return other !== undefined && isCollectedIn(other, year) && cells[other.tag] !== undefined;
}

function isAskedOf(askedOf: AskedOf, who: { isAgency: boolean; isLeaver: boolean }): boolean {
  switch (askedOf) {
    case 'everybody':
      return true;
    case 'employed':
      return !who.isAgency;
    case 'leavers':
      return who.isLeaver;
    case 'all-but-leavers':
      return !who.isLeaver;
    case 'nobody':
      return false;
  }
}
