import type { Db } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';
import type { SurveyRow, SurveyWaveRow } from './survey.entity.ts';

const columns = `la_code AS "laCode", id, key, title, about, scale_ids AS "scaleIds", licensed_items AS "licensedItems",
  group_codes AS "groupCodes", least_respondents AS "leastRespondents", created_at AS "createdAt",
  created_by AS "createdBy"`;
const waveColumns = `la_code AS "laCode", id, survey_id AS "surveyId", number, opens_on::text AS "opensOn",
  closes_on::text AS "closesOn", closed_at AS "closedAt"`;

/** The surveys of these authorities, the newest first. */
export function findSurveysOf(db: Db, laCodes: readonly string[]): Promise<SurveyRow[]> {
  return db.query(`SELECT ${columns} FROM survey WHERE la_code = ANY ($1) ORDER BY created_at DESC, id`, [
    [...laCodes],
  ]);
}

/** The surveys with these ids. */
export function findSurveys(db: Db, ids: readonly string[]): Promise<SurveyRow[]> {
  return db.query(`SELECT ${columns} FROM survey WHERE la_code = ANY ($1) AND id = ANY ($2)`, [
    ids.map(laCodeOf),
    [...ids],
  ]);
}

/** The survey an authority designed under this key; null when it did not. */
export async function findSurveyByKey(db: Db, laCode: string, key: string): Promise<SurveyRow | null> {
  const rows = await db.query<SurveyRow>(`SELECT ${columns} FROM survey WHERE la_code = $1 AND key = $2`, [
    laCode,
    key,
  ]);
  return rows[0] ?? null;
}

/** The waves of these surveys, in order. */
export function findWaves(db: Db, surveyIds: readonly string[]): Promise<SurveyWaveRow[]> {
  return db.query(
    `SELECT ${waveColumns} FROM survey_wave WHERE la_code = ANY ($1) AND survey_id = ANY ($2)
      ORDER BY survey_id, number`,
    [surveyIds.map(laCodeOf), [...surveyIds]],
  );
}

/** The waves of a survey, held until the transaction ends. As the platform itself. */
export async function holdWaves(db: Db, surveyId: string): Promise<void> {
  await db.query('SELECT 1 FROM survey_wave WHERE la_code = $1 AND survey_id = $2 FOR UPDATE', [
    laCodeOf(surveyId),
    surveyId,
  ]);
}

/** Adds a design. */
export async function insertSurvey(db: Db, survey: SurveyRow): Promise<void> {
  const { laCode, id, key, title, about, scaleIds, licensedItems, groupCodes } = survey;
  await db.query(
    `INSERT INTO survey (la_code, id, key, title, about, scale_ids, licensed_items, group_codes, least_respondents,
                         created_at, created_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      laCode,
      id,
      key,
      title,
      about,
      scaleIds,
      JSON.stringify(licensedItems),
      groupCodes,
      survey.leastRespondents,
      survey.createdAt,
      survey.createdBy,
    ],
  );
}

/** Adds the waves of a design. */
export async function insertWaves(db: Db, waves: readonly SurveyWaveRow[]): Promise<void> {
  await db.query(
    `INSERT INTO survey_wave (la_code, id, survey_id, number, opens_on, closes_on)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS t ("laCode" text, id text, "surveyId" text, number integer, "opensOn" date, "closesOn" date)`,
    [JSON.stringify(waves)],
  );
}

/** Changes a design. */
export async function updateSurvey(db: Db, survey: SurveyRow): Promise<void> {
  const { laCode, id, title, about, scaleIds, licensedItems, leastRespondents } = survey;
  await db.query(
    `UPDATE survey SET title = $3, about = $4, scale_ids = $5, licensed_items = $6, least_respondents = $7
      WHERE la_code = $1 AND id = $2`,
    [laCode, id, title, about, scaleIds, JSON.stringify(licensedItems), leastRespondents],
  );
}

/** Changes the days of a wave, or closes it. */
export async function updateWave(db: Db, { laCode, id, opensOn, closesOn, closedAt }: SurveyWaveRow): Promise<void> {
  await db.query(
    'UPDATE survey_wave SET opens_on = $3, closes_on = $4, closed_at = $5 WHERE la_code = $1 AND id = $2',
    [laCode, id, opensOn, closesOn, closedAt],
  );
}

/** How many of one group are invited to a wave. */
export interface InvitedCount {
  readonly waveId: string;
  readonly group: SurveyGroup;
  readonly invited: number;
}

/** How many are invited to these waves, by group. As the platform itself. */
export function countInvited(db: Db, waveIds: readonly string[]): Promise<InvitedCount[]> {
  return db.query(
    `SELECT wave_id AS "waveId", group_code AS "group", count(*)::integer AS invited
       FROM survey_invitation WHERE la_code = ANY ($1) AND wave_id = ANY ($2) GROUP BY wave_id, group_code`,
    [waveIds.map(laCodeOf), [...waveIds]],
  );
}

/** The authority that an id begins with. */
export function laCodeOf(id: string): string {
  return id.split('.', 1)[0] ?? '';
}
