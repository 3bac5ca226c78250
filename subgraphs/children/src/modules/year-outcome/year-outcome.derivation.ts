import { column, type ReturnedRow } from '../../history/child-returns.ts';

/** What one year's return says of the child's health and offending in that year. */
export interface DerivedYearOutcome {
  collectionYear: number;
  sdqScore: number | null;
  isConvicted: boolean | null;
  isDevelopmentChecked: boolean | null;
  isImmunised: boolean | null;
  isTeethChecked: boolean | null;
  isHealthAssessed: boolean | null;
  isMisusingSubstances: boolean | null;
}

const read = {
  SDQ_SCORE: column('OC2', 'SDQ_SCORE'),
  CONVICTED: column('OC2', 'CONVICTED'),
  HEALTH_CHECK: column('OC2', 'HEALTH_CHECK'),
  IMMUNISATIONS: column('OC2', 'IMMUNISATIONS'),
  TEETH_CHECK: column('OC2', 'TEETH_CHECK'),
  HEALTH_ASSESSMENT: column('OC2', 'HEALTH_ASSESSMENT'),
  SUBSTANCE_MISUSE: column('OC2', 'SUBSTANCE_MISUSE'),
};

/** What each year's table OC2 says of the child, oldest first. A cell that is no answer is not known. */
export function deriveYearOutcomes(rows: readonly ReturnedRow[]): DerivedYearOutcome[] {
  const byYear = new Map<number, DerivedYearOutcome>();
  for (const row of rows) {
    byYear.set(row.year, {
      collectionYear: row.year,
      sdqScore: scoreOf(read.SDQ_SCORE(row)),
      isConvicted: answerOf(read.CONVICTED(row)),
      isDevelopmentChecked: answerOf(read.HEALTH_CHECK(row)),
      isImmunised: answerOf(read.IMMUNISATIONS(row)),
      isTeethChecked: answerOf(read.TEETH_CHECK(row)),
      isHealthAssessed: answerOf(read.HEALTH_ASSESSMENT(row)),
      isMisusingSubstances: answerOf(read.SUBSTANCE_MISUSE(row)),
    });
  }
  return [...byYear.values()].toSorted((one, other) => one.collectionYear - other.collectionYear);
}

const HIGHEST_SCORE = 40;

function scoreOf(cell: string | null): number | null {
  if (cell === null || !/^\d{1,2}$/.test(cell)) return null;
  const score = Number(cell);
  return score <= HIGHEST_SCORE ? score : null;
}

function answerOf(cell: string | null): boolean | null {
  if (cell === '1') return true;
  return cell === '0' ? false : null;
}
