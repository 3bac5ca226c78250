import type { Db } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';
import { findEveryLedger, ledgerPlaces } from './ledger.ts';
import type { Seal } from './seal.ts';

/**
 * Seals everything of surveys with the present secret: run while the secret is being changed, so that nothing depends on
 * the one before when it is thrown away. As the platform itself.
 */
export async function resealSurveys(db: Db, seal: Seal): Promise<void> {
  const again = (sealed: Buffer, place: string) => seal.close(seal.open(sealed, place), place).toString('base64');
  const ledgers = (await findEveryLedger(db)).map((row) => {
    const { laCode, waveId, groupCode: group } = row;
    const places = ledgerPlaces({ laCode, waveId, group: group satisfies SurveyGroup });
    const issued = again(row.issued, places.issued);
    return { laCode, waveId, group, key: again(row.privateKey, places.key), issued, box: again(row.box, places.box) };
  });
  await db.query(
    `UPDATE survey_ledger l
        SET private_key = decode(t.key, 'base64'), issued = decode(t.issued, 'base64'), box = decode(t.box, 'base64')
       FROM jsonb_to_recordset($1::jsonb)
         AS t ("laCode" text, "waveId" text, "group" text, key text, issued text, box text)
      WHERE l.la_code = t."laCode" AND l.wave_id = t."waveId" AND l.group_code = t."group"`,
    [JSON.stringify(ledgers)],
  );
  for (const { table, column, place } of LETTERS) {
    const rows = await db.query<{ id: string; sealed: Buffer }>(
      `SELECT id, ${column} AS sealed FROM ${table} WHERE ${column} IS NOT NULL FOR UPDATE`,
    );
    const sealed = rows.map((row) => ({ id: row.id, sealed: again(row.sealed, `${place}/${row.id}`) }));
    await db.query(
      `UPDATE ${table} l SET ${column} = decode(t.sealed, 'base64')
         FROM jsonb_to_recordset($1::jsonb) AS t (id text, sealed text) WHERE l.id = t.id`,
      [JSON.stringify(sealed)],
    );
  }
}

const LETTERS = [
  { table: 'survey_invitation', column: 'recipient', place: 'recipient' },
  { table: 'survey_message', column: 'letter', place: 'letter' },
] as const;
