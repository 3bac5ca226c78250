import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';
import type { WorkerRole } from '../employment/employment.entity.ts';

/** Whose posts count. */
export interface StaffWanted {
  readonly laCode: string;
  readonly employerKind: 'local-authority' | 'practice';
  /** The employer; null for every practice that serves the authority. */
  readonly employerId: string | null;
  /** Null for every role. */
  readonly roles: readonly WorkerRole[] | null;
  readonly on: PlainDate;
}

/** Who holds a post. */
export interface StaffMember {
  readonly workerId: string;
  readonly name: string;
}

/** Those who hold such a post on the day, each once; of the posts the viewer may read. */
export function findStaff(
  db: Db,
  { laCode, employerKind, employerId, roles, on }: StaffWanted,
): Promise<StaffMember[]> {
  return db.query(
    `SELECT DISTINCT e.worker_id AS "workerId", w.name
       FROM present_employment e JOIN worker w ON w.la_code = e.la_code AND w.id = e.worker_id
      WHERE e.la_code = $1 AND e.employer_kind = $2 AND ($3::text IS NULL OR e.employer_id = $3)
        AND ($4::text[] IS NULL OR e.role = ANY ($4)) AND e.started_on <= $5
        AND (e.ended_on IS NULL OR e.ended_on >= $5)
      ORDER BY w.name, e.worker_id`,
    [laCode, employerKind, employerId, roles, on],
  );
}

/** An invitation to write down. `recipient` is sealed and in base64. */
export interface InvitationRow {
  readonly id: string;
  readonly laCode: string;
  readonly waveId: string;
  readonly group: SurveyGroup;
  readonly practiceId: string | null;
  readonly recipientCode: string;
  readonly recipient: string;
}

/** Writes down those who are not invited to the wave yet; answers their ids. As the platform itself. */
export async function insertInvitations(db: Db, rows: readonly InvitationRow[]): Promise<string[]> {
  const added = await db.query<{ id: string }>(
    `INSERT INTO survey_invitation (la_code, id, wave_id, group_code, practice_id, recipient_code, recipient)
     SELECT "laCode", id, "waveId", "group", "practiceId", "recipientCode", decode(recipient, 'base64')
       FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, id text, "waveId" text, "group" text,
            "practiceId" text, "recipientCode" text, recipient text)
     ON CONFLICT DO NOTHING RETURNING id`,
    [JSON.stringify(rows)],
  );
  return added.map(({ id }) => id);
}

/** Everybody invited to a group; of a practice, those its managers invited. As the platform itself. */
export function findInvited(
  db: Db,
  { laCode, waveId, group, practiceId }: Omit<InvitationRow, 'id' | 'recipientCode' | 'recipient'>,
): Promise<{ id: string; recipient: Buffer }[]> {
  return db.query(
    `SELECT id, recipient FROM survey_invitation
      WHERE la_code = $1 AND wave_id = $2 AND group_code = $3 AND ($4::text IS NULL OR practice_id = $4)
        AND recipient IS NOT NULL
      ORDER BY id`,
    [laCode, waveId, group, practiceId],
  );
}

/** Writes down the hashes of links. As the platform itself. */
export async function insertLinks(
  db: Db,
  rows: readonly { secretHash: string; laCode: string; waveId: string; invitationId: string }[],
): Promise<void> {
  await db.query(
    `INSERT INTO survey_link (secret_hash, la_code, wave_id, invitation_id)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS t ("secretHash" text, "laCode" text, "waveId" text, "invitationId" text)`,
    [JSON.stringify(rows)],
  );
}

/** Writes down e-mails to be sent; `letter` is sealed and in base64. As the platform itself. */
export async function insertMessages(
  db: Db,
  rows: readonly { id: string; laCode: string; waveId: string; letter: string; dueAt: Date }[],
): Promise<void> {
  await db.query(
    `INSERT INTO survey_message (la_code, id, wave_id, letter, attempts, due_at)
     SELECT "laCode", id, "waveId", decode(letter, 'base64'), 0, "dueAt"
       FROM jsonb_to_recordset($1::jsonb)
         AS t ("laCode" text, id text, "waveId" text, letter text, "dueAt" timestamptz)`,
    [JSON.stringify(rows)],
  );
}
