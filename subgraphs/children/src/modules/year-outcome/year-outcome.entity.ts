import { EntitySchema } from 'typeorm';
import { accessColumns, type AccessColumns } from '../access-columns.ts';

/**
 * What one return says of a year in the life of a child looked after for all of it: a row of the table OC2. A cell left
 * blank is null: not known, or not asked of a child of that age.
 */
export interface YearOutcomeEntity extends AccessColumns {
  laCode: string;
  childId: string;
  collectionYear: number;
  /** `SDQ_SCORE`, 0 to 40: the higher, the more difficulties. */
  sdqScore: number | null;
  /** `CONVICTED`: convicted, or cautioned as a youth, in the year. */
  isConvicted: boolean | null;
  /** `HEALTH_CHECK`: development checks up to date. */
  isDevelopmentChecked: boolean | null;
  /** `IMMUNISATIONS`: up to date. */
  isImmunised: boolean | null;
  /** `TEETH_CHECK`: by a dentist in the year. */
  isTeethChecked: boolean | null;
  /** `HEALTH_ASSESSMENT`: as often as is due in the year. */
  isHealthAssessed: boolean | null;
  /** `SUBSTANCE_MISUSE`: a problem was found. */
  isMisusingSubstances: boolean | null;
}

export const yearOutcomeEntity = new EntitySchema<YearOutcomeEntity>({
  name: 'YearOutcome',
  tableName: 'year_outcome',
  columns: {
    laCode: { name: 'la_code', type: 'text', primary: true, primaryKeyConstraintName: 'pk_year_outcome' },
    childId: { name: 'child_id', type: 'text', primary: true, primaryKeyConstraintName: 'pk_year_outcome' },
    collectionYear: {
      name: 'collection_year',
      type: 'integer',
      primary: true,
      primaryKeyConstraintName: 'pk_year_outcome',
    },
    sdqScore: { name: 'sdq_score', type: 'integer', nullable: true },
    isConvicted: { name: 'is_convicted', type: 'boolean', nullable: true },
    isDevelopmentChecked: { name: 'is_development_checked', type: 'boolean', nullable: true },
    isImmunised: { name: 'is_immunised', type: 'boolean', nullable: true },
    isTeethChecked: { name: 'is_teeth_checked', type: 'boolean', nullable: true },
    isHealthAssessed: { name: 'is_health_assessed', type: 'boolean', nullable: true },
    isMisusingSubstances: { name: 'is_misusing_substances', type: 'boolean', nullable: true },
    ...accessColumns,
  },
});
