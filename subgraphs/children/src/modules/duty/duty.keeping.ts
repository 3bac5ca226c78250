import { laCodeOfChild, type Db } from '@mainstay/subgraph-kit';
import type { PlainDate } from '@mainstay/primitives';
import { dutyKinds } from '../../duties/duty-kind.ts';
import type { MadeDuty } from '../../duties/made-duty.ts';
import { insertRows, type ColumnValue, type InsertColumn } from '../../history/insert-rows.ts';

/** The duties of one child, as they were worked out. */
export interface DutiesMade {
  readonly childId: string;
  readonly duties: readonly MadeDuty[];
}

/** Whose duties are kept. */
export interface KeptFor {
  readonly laCodes: readonly string[];
  readonly childIds: readonly string[];
}

/**
 * Makes others who work out the duties of these children wait until the transaction ends, so that of two at a time the
 * second counts what the first recorded.
 */
export async function holdDuties(db: Db, childIds: readonly string[]): Promise<void> {
  await db.query(
    `SELECT pg_advisory_xact_lock(hashtextextended('duty ' || held.id, 0))
     FROM (SELECT DISTINCT id FROM unnest($1::text[]) AS asked (id) ORDER BY id) AS held`,
    [childIds],
  );
}

/**
 * Makes the duties of these children those made, from the instant `at` on, and takes the children for up to date. What is as
 * it was stays as it is; what is no longer so is superseded, or forgotten when nobody can have known it for an instant. A day
 * that another version of the same rule set stays: a rule that changes does not rewrite what was due.
 */
export async function keepDuties(
  db: Db,
  of: KeptFor,
  { made, at }: { readonly made: readonly DutiesMade[]; readonly at: Date },
): Promise<void> {
  const held = await findHeld(db, of);
  const added: NewDuty[] = [];
  for (const { childId, duties } of made) {
    for (const duty of duties) {
      const id = `${childId}.duty-${duty.key}`;
      const before = held.get(id);
      const isOtherVersion = before !== undefined && before.ruleVersion !== duty.ruleVersion;
      const row: NewDuty = {
        childId,
        id,
        at,
        ...duty,
        ...(isOtherVersion ? { ruleVersion: before.ruleVersion, dueOn: before.dueOn } : {}),
      };
      if (before?.content === contentOf(row)) held.delete(id);
      else added.push(row);
    }
  }
  // What is left in the map is so no longer: replaced by another row, or gone altogether.
  await supersede(db, of, { ids: [...held.keys()], at });
  await insertRows(db, 'duty', { rows: added, columns: [...KEY, ...CONTENT] });
  await db.query('DELETE FROM duty_stale WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[])', [
    of.laCodes,
    of.childIds,
  ]);
}

interface NewDuty extends Omit<MadeDuty, 'key'> {
  readonly childId: string;
  readonly id: string;
  readonly at: Date;
}

const KEY: readonly InsertColumn<NewDuty>[] = [
  { name: 'la_code', type: 'text', value: ({ childId }) => laCodeOfChild(childId) },
  { name: 'child_id', type: 'text', value: ({ childId }) => childId },
  { name: 'id', type: 'text', value: ({ id }) => id },
  { name: 'made_at', type: 'timestamptz', value: ({ at }) => at },
];

const CONTENT: readonly (InsertColumn<NewDuty> & { readonly value: (duty: NewDuty) => ColumnValue })[] = [
  { name: 'kind', type: 'text', value: ({ kind }) => kind },
  { name: 'rule', type: 'text', value: ({ rule }) => rule },
  { name: 'rule_version', type: 'integer', value: ({ ruleVersion }) => ruleVersion },
  { name: 'since', type: 'date', value: ({ since }) => since },
  { name: 'due_on', type: 'date', value: ({ dueOn }) => dueOn },
  { name: 'met_on', type: 'date', value: ({ metOn }) => metOn },
  { name: 'met_by', type: 'text', value: ({ metBy }) => metBy },
  { name: 'ended_on', type: 'date', value: ({ endedOn }) => endedOn },
  { name: 'ended_because', type: 'text', value: ({ endedBecause }) => endedBecause },
  { name: 'is_first', type: 'boolean', value: ({ isFirst }) => isFirst },
  { name: 'is_before_record', type: 'boolean', value: ({ isBeforeRecord }) => isBeforeRecord },
  { name: 'rank', type: 'integer', value: ({ kind }) => dutyKinds[kind].rank },
  { name: 'needs', type: 'text', value: ({ kind }) => dutyKinds[kind].needs },
];

const SEPARATOR = '\u001f';

function contentOf(duty: NewDuty): string {
  return CONTENT.map(({ value }) => value(duty) ?? '').join(SEPARATOR);
}

interface Held {
  readonly ruleVersion: number;
  readonly dueOn: PlainDate;
  /** What the row says, in the words of `contentOf`. */
  readonly content: string;
}

/** The present duties of the children, by id. */
async function findHeld(db: Db, { laCodes, childIds }: KeptFor): Promise<Map<string, Held>> {
  const content = CONTENT.map(({ name, type }) =>
    type === 'date' ? `to_char(${name}, 'YYYY-MM-DD')` : `${name}::text`,
  );
  const rows = await db.query<Held & { id: string }>(
    `SELECT id, rule_version AS "ruleVersion", due_on AS "dueOn",
       array_to_string(ARRAY[${content.join(', ')}], E'\\x1f', '') AS content
     FROM duty WHERE la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND superseded_at IS NULL`,
    [laCodes, childIds],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

async function supersede(
  db: Db,
  { laCodes, childIds }: KeptFor,
  { ids, at }: { readonly ids: readonly string[]; readonly at: Date },
): Promise<void> {
  if (ids.length === 0) return;
  const of = `la_code = ANY ($1::text[]) AND child_id = ANY ($2::text[]) AND id = ANY ($3::text[]) AND superseded_at IS NULL`;
  const values = [laCodes, childIds, ids, at];
  await db.query(`DELETE FROM duty WHERE ${of} AND made_at >= $4::timestamptz`, values);
  await db.query(`UPDATE duty SET superseded_at = $4::timestamptz WHERE ${of}`, values);
}
