import { censusPeriod } from '../fields/census-period.ts';
import { censusWorkerOf } from '../fields/census-worker.ts';
import type { CensusFile, CensusRow } from '../reading/census-file.ts';
import { coverAboveAgency } from '../rules/across.rules.ts';
import { fileRules } from '../rules/file.rules.ts';
import { workerRules } from '../rules/rules.ts';
import { workersTwice } from '../rules/twice.rules.ts';
import type { CensusFault, CensusRule, Finding } from './fault.ts';

/** A census that was checked. */
export interface CheckedCensus {
  /** Those of the file first, then worker by worker. */
  readonly faults: readonly CensusFault[];
  /** The workers that no fault keeps out, in the order of the file. */
  readonly loadable: readonly CensusRow[];
}

/** Checks a census by the rules of its year. */
export function checkCensus(census: CensusFile): CheckedCensus {
  const faults: CensusFault[] = [];
  for (const rule of fileRules) {
    for (const { line, ...finding } of rule.check(census)) {
      faults.push(faultOf(rule, finding, { worker: null, line: line ?? census.authorityLine }));
    }
  }
  if (coverAboveAgency.breaks(census)) {
    const finding = { fields: ['NoAgencyFTE'] };
    faults.push(faultOf(coverAboveAgency, finding, { worker: null, line: census.authorityLine }));
  }
  const twice = workersTwice(census.workers);
  const loadable: CensusRow[] = [];
  for (const row of census.workers) {
    const own = faultsOfWorker(row, census.year, twice.get(row.number));
    faults.push(...own);
    if (!own.some(({ keepsWorkerOut }) => keepsWorkerOut)) loadable.push(row);
  }
  return { faults, loadable };
}

function faultsOfWorker(row: CensusRow, year: number, twice: CensusRule | undefined): CensusFault[] {
  const worker = censusWorkerOf(row.cells);
  const isLeaver = worker.isAgency === false && worker.hasLeaverFields;
  const facts = { row, worker, year, period: censusPeriod(year), isLeaver };
  const at = { worker: row.number, line: row.line };
  const faults = workerRules.flatMap((rule) => Array.from(rule.check(facts), (finding) => faultOf(rule, finding, at)));
  return twice ? [...faults, faultOf(twice, { fields: ['SWENo'] }, at)] : faults;
}

function faultOf(
  { code, message, keepsWorkerOut }: CensusRule,
  finding: Finding,
  at: Pick<CensusFault, 'worker' | 'line'>,
): CensusFault {
  return { rule: code, ...at, fields: finding.fields, message: finding.message ?? message, keepsWorkerOut };
}
