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
