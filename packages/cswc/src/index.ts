export { checkCensus, type CheckedCensus } from './checking/check-census.ts';
export { type CensusFault, type CensusRule } from './checking/fault.ts';
export {
  censusCodes,
  censusMeaningOf,
  isCensusCode,
  type CensusCode,
  type CensusCodeSet,
} from './code-sets/code-sets.ts';
export { censusRates, type CensusRates } from './components/census-rates.ts';
export {
  censusComponents,
  type CensusComponents,
  type CensusToCount,
  type ComponentName,
  type Group,
  type LeftOut,
} from './components/components.ts';
export { standingOf, type Standing } from './components/standing.ts';
export { authorityField, authorityFields, type AuthorityTag } from './fields/authority-fields.ts';
export { isCollectedIn, type AskedOf, type CensusCells, type CensusField } from './fields/census-field.ts';
export { censusPeriod } from './fields/census-period.ts';
export { censusWorkerOf, type CensusWorker } from './fields/census-worker.ts';
export { plainNumber } from '@mainstay/primitives';
export { workerField, workerFields, type WorkerTag } from './fields/worker-fields.ts';
export {
  absenceRate,
  agencyCoverRate,
  agencyRate,
  averageCaseload,
  caseholderShare,
  turnoverRate,
  vacancyAgencyCoverRate,
  vacancyRate,
  workingDaysOf,
  type Rate,
} from './rates/rates.ts';
export { type CensusFile, type CensusRow, type ReadCensus } from './reading/census-file.ts';
export { readCensus } from './reading/read-census.ts';
export { authorityNumberOf, authorityOfNumber } from './reference/authority-numbers.ts';
export { censusRule, censusRules } from './rules/rules.ts';
export { writeCensus, type CensusToWrite } from './writing/write-census.ts';
export { writeCensusFaults } from './writing/write-census-faults.ts';
