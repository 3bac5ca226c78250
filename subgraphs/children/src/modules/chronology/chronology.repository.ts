import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { About, ChronologySource } from './chronology.source.ts';

/** The entries that are wanted of one child. */
export interface ChronologyQuestion {
  readonly laCode: string;
  readonly childId: string;
  readonly from: PlainDate | null;
  /** The last day: today at the latest, for what is yet to come is no history. */
  readonly to: PlainDate;
  /** Null for the present. */
  readonly knownAt: Date | null;
  /** What the viewer may see and asked for, in the order in which entries of one day are told. */
  readonly sources: readonly ChronologySource[];
}

/** An entry as it is read; its source gives it words. */
export interface ChronologyRow {
  /** The place of its source among those asked. */
  readonly place: number;
  readonly id: string;
  readonly day: PlainDate;
  readonly about: About;
  readonly version: number | null;
  readonly recordedAt: Date | null;
  readonly reason: string | null;
}

/** The place of an entry in the list. */
export type ChronologyPlace = readonly [day: string, place: number, id: string];

/** A page of a chronology, oldest first: one statement over all parts. */
export async function findChronologyPage(
  db: Db,
  question: ChronologyQuestion,
  page: { readonly after: ChronologyPlace | null; readonly limit: number },
): Promise<ChronologyRow[]> {
  if (question.sources.length === 0) return [];
  return db.query<ChronologyRow>(
    `SELECT place, id, day, about, version, recorded_at AS "recordedAt", reason
     FROM (${entriesSql(question.sources)}) entry
     WHERE ${WITHIN} AND ($6::date IS NULL OR (day, place, id) > ($6::date, $7::int, $8::text))
     ORDER BY day, place, id LIMIT $9`,
    [...valuesOf(question), ...(page.after ?? [null, null, null]), page.limit],
  );
}

/** How many entries there are. */
export async function countChronology(db: Db, question: ChronologyQuestion): Promise<number> {
  if (question.sources.length === 0) return 0;
  const [row] = await db.query<{ total: number }>(
    `SELECT count(*)::int AS total FROM (${entriesSql(question.sources)}) entry WHERE ${WITHIN}`,
    valuesOf(question),
  );
  return row?.total ?? 0;
}

const WITHIN = '($3::date IS NULL OR day >= $3) AND day <= $4::date';

function valuesOf({ laCode, childId, from, to, knownAt }: ChronologyQuestion): unknown[] {
  return [laCode, childId, from, to, knownAt];
}

/** Versions known at `$5`, or those of the present where it is null. */
const KNOWN = `(
  $5::timestamptz IS NULL AND t.superseded_at IS NULL
  OR t.recorded_at <= $5 AND (t.superseded_at IS NULL OR t.superseded_at > $5)
)`;

function entriesSql(sources: readonly ChronologySource[]): string {
  return sources.map(sourceSql).join('\nUNION ALL\n');
}

function sourceSql({ table, day, about, where, id = 't.id', origin }: ChronologySource, place: number): string {
  const isRecorded = origin === 'RECORDED';
  const pairs = Object.entries(about).map(([name, sql]) => `'${name}', ${sql}`);
  const [version, at, reason] = isRecorded
    ? ['t.version', 't.recorded_at', 't.reason']
    : ['NULL::int', 'NULL::timestamptz', 'NULL::text'];
  const isVersioned = isRecorded || table === 'episode';
  return `SELECT ${place} AS place, ${id} AS id, (${day})::date AS day, jsonb_build_object(${pairs.join(', ')}) AS about,
      ${version} AS version, ${at} AS recorded_at, ${reason} AS reason
    FROM ${table} t
    WHERE t.la_code = $1 AND t.child_id = $2 AND ${day} IS NOT NULL
      ${isVersioned ? `AND ${KNOWN}` : ''} ${isRecorded ? 'AND NOT t.is_withdrawn' : ''} ${where ? `AND ${where}` : ''}`;
}
