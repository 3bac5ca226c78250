import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/** Something of a child's health: `HealthEventKind` of the graph. */
export type HealthEventKind =
  | 'INITIAL_ASSESSMENT'
  | 'REVIEW_ASSESSMENT'
  | 'DENTAL_CHECK'
  | 'IMMUNISATIONS'
  | 'DEVELOPMENT_CHECK'
  | 'SDQ'
  | 'SUBSTANCE_MISUSE'
  | 'GP_VISIT'
  | 'EMERGENCY_VISIT'
  | 'DAYS_OFF_SCHOOL'
  | 'MEASUREMENT';

/** Whether an assessment or check was done: `HealthOutcome` of the graph. */
export type HealthOutcome = 'DONE' | 'DECLINED' | 'NOT_ATTENDED';

/** Who completed a strengths and difficulties questionnaire: `SdqInformant` of the graph. */
export type SdqInformant = 'CARER' | 'TEACHER' | 'YOUNG_PERSON';

/** What came of a substance misuse problem that was identified: `SubstanceIntervention` of the graph. */
export type SubstanceIntervention = 'RECEIVED' | 'OFFERED_AND_REFUSED' | 'NOT_OFFERED';

/** A band of weight for height, age and sex, as the National Child Measurement Programme names them: `WeightBand` of the graph. */
export type WeightBand = 'UNDERWEIGHT' | 'HEALTHY' | 'OVERWEIGHT' | 'VERY_OVERWEIGHT';

/**
 * Something of a child's health: an assessment, check, visit, score or measurement. The SSDA903 table OC2 is made
 * from these. @see SSDA903 table OC2; Care Planning, Placement and Case Review (England) Regulations 2010, regulation
 * 7
 */
export interface HealthEventEntity extends RecordedRow {
  /** What it was. */
  kind: HealthEventKind;
  /** The day. */
  happenedOn: PlainDate;
  /** Whether an assessment or dental check was done; null for other kinds. */
  outcome: HealthOutcome | null;
  /** Whether immunisations or development checks were up to date on the day; null for other kinds. */
  isUpToDate: boolean | null;
  upToDateNotKnown: string | null;
  /** Total difficulties score, 0 to 40; null when there is none. */
  sdqScore: number | null;
  /** Why there is no score (`SDQ_REASON`); null when there is one. */
  sdqReason: string | null;
  /** Who completed the questionnaire; null when there is no score. */
  sdqCompletedBy: SdqInformant | null;
  /** Whether a substance misuse problem was identified; null for other kinds. */
  isMisusing: boolean | null;
  substanceMisuseNotKnown: string | null;
  /** What came of a problem that was identified; null when none was. */
  intervention: SubstanceIntervention | null;
  /** Days away from school because of illness, from this day on; null for other kinds. */
  daysOff: number | null;
  /** Height, in millimetres; null when not measured. */
  heightMillimetres: number | null;
  /** Weight, in grams; null when not measured. */
  weightGrams: number | null;
  /** The weight band as whoever measured recorded it; null when it is not known, or for other kinds. */
  weightBand: WeightBand | null;
  weightBandNotKnown: string | null;
  /** Anything else that matters. */
  note: string | null;
}

export const healthEventEntity = new EntitySchema<HealthEventEntity>({
  name: 'HealthEvent',
  tableName: 'health_event',
  columns: {
    ...recordedColumns('health_event'),
    kind: { name: 'kind', type: 'text' },
    happenedOn: { name: 'happened_on', type: 'date' },
    outcome: { name: 'outcome', type: 'text', nullable: true },
    isUpToDate: { name: 'is_up_to_date', type: 'boolean', nullable: true },
    upToDateNotKnown: { name: 'up_to_date_not_known', type: 'text', nullable: true },
    sdqScore: { name: 'sdq_score', type: 'integer', nullable: true },
    sdqReason: { name: 'sdq_reason', type: 'text', nullable: true },
    sdqCompletedBy: { name: 'sdq_completed_by', type: 'text', nullable: true },
    isMisusing: { name: 'is_misusing', type: 'boolean', nullable: true },
    substanceMisuseNotKnown: { name: 'substance_misuse_not_known', type: 'text', nullable: true },
    intervention: { name: 'intervention', type: 'text', nullable: true },
    daysOff: { name: 'days_off', type: 'integer', nullable: true },
    heightMillimetres: { name: 'height_millimetres', type: 'integer', nullable: true },
    weightGrams: { name: 'weight_grams', type: 'integer', nullable: true },
    weightBand: { name: 'weight_band', type: 'text', nullable: true },
    weightBandNotKnown: { name: 'weight_band_not_known', type: 'text', nullable: true },
    note: { name: 'note', type: 'text', nullable: true },
  },
  ...recordedKeys('health_event'),
});
