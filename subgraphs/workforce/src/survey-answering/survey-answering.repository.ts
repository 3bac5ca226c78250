import type { Db } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';
import { secretHashOf } from '../modules/survey-invitation/survey-invitation.service.ts';
import type { SurveyRow, SurveyWaveRow } from '../modules/survey/survey.entity.ts';
import { laCodeOf } from '../modules/survey/survey.repository.ts';

/** What a wave asks of a group. */
export interface WaveAsked
  extends
    Pick<SurveyRow, 'laCode' | 'title' | 'about' | 'scaleIds' | 'licensedItems' | 'leastRespondents'>,
    Pick<SurveyWaveRow, 'number' | 'opensOn' | 'closesOn' | 'closedAt'> {
  readonly waveId: string;
  readonly group: SurveyGroup;
}

/** What a link leads to. */
export interface Asked extends WaveAsked {
  readonly invitationId: string;
  readonly publicKey: string;
}

const columns = `s.la_code AS "laCode", s.title, s.about, s.scale_ids AS "scaleIds", s.licensed_items AS "licensedItems",
  s.least_respondents AS "leastRespondents", w.id AS "waveId", w.number, w.opens_on::text AS "opensOn",
  w.closes_on::text AS "closesOn", w.closed_at AS "closedAt", g.group_code AS "group"`;

/** What the link with this secret leads to; null when there is none. As the platform itself. */
export async function findAsked(db: Db, secret: string): Promise<Asked | null> {
  const rows = await db.query<Asked>(
    `SELECT ${columns}, i.id AS "invitationId", g.public_key AS "publicKey"
       FROM survey_link l
       JOIN survey_invitation i ON i.la_code = l.la_code AND i.id = l.invitation_id
       JOIN survey_wave w ON w.la_code = i.la_code AND w.id = i.wave_id
       JOIN survey s ON s.la_code = w.la_code AND s.id = w.survey_id
       JOIN survey_ledger g ON g.la_code = w.la_code AND g.wave_id = w.id AND g.group_code = i.group_code
      WHERE l.secret_hash = $1`,
    [secretHashOf(secret)],
  );
  return rows[0] ?? null;
}

/** What a wave asks of a group, held so that it does not close meanwhile; null when there is none. As the platform itself. */
export async function findWaveAsked(
  db: Db,
  { waveId, group }: { waveId: string; group: SurveyGroup },
): Promise<WaveAsked | null> {
  const rows = await db.query<WaveAsked>(
    `SELECT ${columns}
       FROM survey_wave w
       JOIN survey s ON s.la_code = w.la_code AND s.id = w.survey_id
       JOIN survey_ledger g ON g.la_code = w.la_code AND g.wave_id = w.id
      WHERE w.la_code = $1 AND w.id = $2 AND g.group_code = $3
        FOR SHARE OF w`,
    [laCodeOf(waveId), waveId, group],
  );
  return rows[0] ?? null;
}
