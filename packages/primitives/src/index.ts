export { assertUnreachable } from './assert-unreachable.ts';
export { fixedClock, systemClock, type Clock } from './clock.ts';
export { delegatedFunctions, type DelegatedFunction } from './delegated-function.ts';
export {
  addDays,
  ageOn,
  collectionYear,
  collectionYearOf,
  daysBetween,
  formatBritishDate,
  isPlainDate,
  parseBritishDate,
  plainDate,
  type Period,
  type PlainDate,
} from './plain-date.ts';
export { survivalOf, type Followed, type Survival, type SurvivalPoint } from './survival.ts';
export { addWorkingDays, bankHolidays, isWorkingDay, type BankHoliday } from './working-days.ts';
export { formsOfNumber, isSameNumber, plainNumber } from './worker-number.ts';
