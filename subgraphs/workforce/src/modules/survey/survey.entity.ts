import type { PlainDate } from '@mainstay/primitives';
import type { LicensedItems, SurveyGroup } from '@mainstay/survey-bank';
import { EntitySchema } from 'typeorm';

/** The groups of a survey: the values of the GraphQL enum `SurveyGroup`. */
export const surveyGroups = ['PRACTICE', 'HOST_LA', 'COMPARISON'] as const satisfies readonly SurveyGroup[];

/** One row of `survey`: a design. */
export interface SurveyRow {
  readonly laCode: string;
  /** Begins with the authority's code. */
  readonly id: string;
  /** Names the design for whoever sent it, so that it is made once. */
  readonly key: string;
  readonly title: string;
  readonly about: string;
  readonly scaleIds: string[];
  readonly licensedItems: LicensedItems[];
  readonly groupCodes: SurveyGroup[];
  readonly leastRespondents: number;
  readonly createdAt: Date;
  readonly createdBy: string;
}

/** One row of `survey_wave`. */
export interface SurveyWaveRow {
  readonly laCode: string;
  /** The survey's id, a point and the number. */
  readonly id: string;
  readonly surveyId: string;
  readonly number: number;
  readonly opensOn: PlainDate;
  readonly closesOn: PlainDate;
  /** When it was closed before its last day; null when it was not. */
  readonly closedAt: Date | null;
}

const text = 'text' as const;

/** A design of a survey. */
export const surveyEntity = new EntitySchema<SurveyRow>({
  name: 'Survey',
  tableName: 'survey',
  columns: {
    laCode: { name: 'la_code', type: text, primary: true, primaryKeyConstraintName: 'pk_survey' },
    id: { type: text, primary: true, primaryKeyConstraintName: 'pk_survey' },
    key: { type: text },
    title: { type: text },
    about: { type: text },
    scaleIds: { name: 'scale_ids', type: text, array: true },
    licensedItems: { name: 'licensed_items', type: 'jsonb' },
    groupCodes: { name: 'group_codes', type: text, array: true },
    leastRespondents: { name: 'least_respondents', type: 'integer' },
    createdAt: { name: 'created_at', type: 'timestamptz' },
    createdBy: { name: 'created_by', type: text },
  },
  uniques: [{ name: 'uq_survey_la_code_key', columns: ['laCode', 'key'] }],
  checks: [
    { name: 'ck_survey_id', expression: `starts_with(id, la_code || '.')` },
    { name: 'ck_survey_least_respondents', expression: 'least_respondents >= 10 AND least_respondents <= 50' },
  ],
});

/** A point in time of a survey. */
export const surveyWaveEntity = new EntitySchema<SurveyWaveRow>({
  name: 'SurveyWave',
  tableName: 'survey_wave',
  columns: {
    laCode: { name: 'la_code', type: text, primary: true, primaryKeyConstraintName: 'pk_survey_wave' },
    id: { type: text, primary: true, primaryKeyConstraintName: 'pk_survey_wave' },
    surveyId: { name: 'survey_id', type: text },
    number: { type: 'integer' },
    opensOn: { name: 'opens_on', type: 'date' },
    closesOn: { name: 'closes_on', type: 'date' },
    closedAt: { name: 'closed_at', type: 'timestamptz', nullable: true },
  },
  checks: [
    { name: 'ck_survey_wave_number', expression: 'number IN (1, 2)' },
    { name: 'ck_survey_wave_days', expression: 'closes_on >= opens_on' },
  ],
  foreignKeys: [
    {
      name: 'fk_survey_wave_survey',
      target: 'Survey',
      columnNames: ['laCode', 'surveyId'],
      referencedColumnNames: ['laCode', 'id'],
    },
  ],
});
