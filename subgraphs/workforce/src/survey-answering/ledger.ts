import type { Db } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';
import { createHash, randomInt } from 'node:crypto';
import type { SurveyLedgerRow } from '../modules/survey/survey.sealed-entities.ts';
import { isSigned, newSigningKeys, signBlinded, type SigningKeys } from './blind-signature.ts';
import type { Seal } from './seal.ts';

/** Answers of one person, in the order of the questions. */
export type AnswerRow = readonly (number | null)[];

/** Which ledger. */
export interface LedgerKey {
  readonly laCode: string;
  readonly waveId: string;
  readonly group: SurveyGroup;
}

interface Box {
  /** Answers, in an order drawn anew whenever one is added. */
  readonly answers: readonly AnswerRow[];
  /** Hashes of spent credentials, by their value. */
  readonly spent: readonly string[];
}

/** By the invitation's id, the hash of what was blinded for it. */
type Issued = Readonly<Record<string, string>>;

const COLUMNS = `la_code AS "laCode", wave_id AS "waveId", group_code AS "groupCode", public_key AS "publicKey",
  private_key AS "privateKey", issued, box`;
const place = (part: string, { laCode, waveId, group }: LedgerKey): string => `${part}/${laCode}/${waveId}/${group}`;
/** Of the bytes: one number can be written in several ways. */
const hashOf = (text: string): string =>
  createHash('sha256').update(Buffer.from(text, 'base64url')).digest('base64url');

/** A ledger to make: empty, with a key pair of its own; in the demonstration it may come with answers, and closed. */
export interface NewLedger extends LedgerKey {
  readonly answers?: readonly AnswerRow[];
  readonly signingKeys?: SigningKeys;
}

/** Makes the ledgers of waves. As the platform itself. */
export async function createLedgers(db: Db, seal: Seal, ledgers: readonly NewLedger[]): Promise<void> {
  const rows = await Promise.all(
    ledgers.map(async ({ answers = [], signingKeys, ...key }) => {
      const { publicKey, privateKey } = signingKeys ?? (await newSigningKeys());
      const sealed = (part: string, value: unknown) => seal.close(value, place(part, key)).toString('base64');
      const box: Box = { answers: shuffled(answers), spent: [] };
      const parts = { privateKey: sealed('key', privateKey), issued: sealed('issued', {}), box: sealed('box', box) };
      return { ...key, publicKey, ...parts };
    }),
  );
  await db.query(
    `INSERT INTO survey_ledger (la_code, wave_id, group_code, public_key, private_key, issued, box)
     SELECT "laCode", "waveId", "group", "publicKey", decode("privateKey", 'base64'), decode(issued, 'base64'),
            decode(box, 'base64')
       FROM jsonb_to_recordset($1::jsonb) AS t ("laCode" text, "waveId" text, "group" text, "publicKey" text,
            "privateKey" text, issued text, box text)`,
    [JSON.stringify(rows)],
  );
}

/** The ledgers of these waves. As the platform itself. */
export function findLedgers(db: Db, waveIds: readonly string[]): Promise<SurveyLedgerRow[]> {
  return db.query(`SELECT ${COLUMNS} FROM survey_ledger WHERE wave_id = ANY ($1) ORDER BY wave_id, group_code`, [
    [...waveIds],
  ]);
}

/** Every ledger, held until the transaction ends. As the platform itself. */
export function findEveryLedger(db: Db): Promise<SurveyLedgerRow[]> {
  return db.query(`SELECT ${COLUMNS} FROM survey_ledger FOR UPDATE`);
}

/** What the parts of a ledger are sealed for. */
export function ledgerPlaces(key: LedgerKey): { readonly key: string; readonly issued: string; readonly box: string } {
  return { key: place('key', key), issued: place('issued', key), box: place('box', key) };
}

/**
 * Signs what an invitation's browser blinded, once: the same again is signed again, anything else is not. As the platform
 * itself.
 */
export async function issueCredential(
  db: Db,
  seal: Seal,
  { key, invitationId, blinded }: { key: LedgerKey; invitationId: string; blinded: string },
): Promise<{ readonly blindSignature: string } | 'issued-already' | 'unreadable'> {
  const row = await heldLedger(db, key);
  const issued = seal.open<Issued>(row.issued, place('issued', key));
  const [before, now] = [issued[invitationId], hashOf(blinded)];
  if (before !== undefined && before !== now) return 'issued-already';
  const privateKey = seal.open<string>(row.privateKey, place('key', key));
  const blindSignature = signBlinded({ publicKey: row.publicKey, privateKey }, blinded);
  if (blindSignature === null) return 'unreadable';
  if (before === undefined) {
    const all = Object.entries({ ...issued, [invitationId]: now }).toSorted(([a], [b]) => (a < b ? -1 : 1));
    await store(db, key, { issued: seal.close(Object.fromEntries(all), place('issued', key)) });
  }
  return { blindSignature };
}

/** Puts answers into the box when the credential is good and was not spent. As the platform itself. */
export async function takeAnswers(
  db: Db,
  seal: Seal,
  taken: { key: LedgerKey; credential: { message: string; signature: string }; answers: AnswerRow },
): Promise<'received' | 'no-credential' | 'answered-already'> {
  const { key, credential, answers } = taken;
  const row = await heldLedger(db, key);
  if (!isSigned(row.publicKey, credential)) return 'no-credential';
  const box = seal.open<Box>(row.box, place('box', key));
  const spent = hashOf(credential.message);
  if (box.spent.includes(spent)) return 'answered-already';
  const next: Box = { answers: shuffled([...box.answers, answers]), spent: [...box.spent, spent].toSorted() };
  await store(db, key, { box: seal.close(next, place('box', key)) });
  return 'received';
}

/** What is in the box. Never called of a wave that has not closed: `answersOfClosedWaves` sees to it. */
export function openBox(seal: Seal, row: SurveyLedgerRow): readonly AnswerRow[] {
  const key = { laCode: row.laCode, waveId: row.waveId, group: row.groupCode };
  return seal.open<Box>(row.box, place('box', key)).answers;
}

/** A random order, each as likely as any other (Fisher and Yates), by the system's source of chance. */
export function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = randomInt(last + 1);
    [mixed[last], mixed[other]] = [mixed[other] as Item, mixed[last] as Item];
  }
  return mixed;
}

async function heldLedger(db: Db, { laCode, waveId, group }: LedgerKey): Promise<SurveyLedgerRow> {
  const [row] = await db.query<SurveyLedgerRow>(
    `SELECT ${COLUMNS} FROM survey_ledger WHERE la_code = $1 AND wave_id = $2 AND group_code = $3 FOR UPDATE`,
    [laCode, waveId, group],
  );
  if (!row) throw new Error('A wave is without a ledger.');
  return row;
}

async function store(
  db: Db,
  { laCode, waveId, group }: LedgerKey,
  { issued = null, box = null }: { issued?: Buffer | null; box?: Buffer | null },
): Promise<void> {
  await db.query(
    `UPDATE survey_ledger SET issued = coalesce($4, issued), box = coalesce($5, box)
      WHERE la_code = $1 AND wave_id = $2 AND group_code = $3`,
    [laCode, waveId, group, issued, box],
  );
}
