import type { Database } from '@mainstay/subgraph-kit';
import { isSigned, readHeads, type AuditHead } from './audit-head.ts';
import type { AuditKeys } from './audit-keys.ts';
import type { Findings } from './chain-findings.ts';

/** Heads compared together. */
const pageSize = 1_000;

/** For each key, by its name, the last place that a good head was signed at with it. */
export type SignedUpTo = ReadonlyMap<string, number>;

/** What heads are compared with. */
export interface HeadComparison {
  readonly database: Database;
  readonly keys: AuditKeys;
  /** The authority whose heads they are; empty for the platform. */
  readonly laCode: string;
  readonly findings: Findings;
  /** Takes down how far good heads were signed with each key. */
  readonly signedUpTo: Map<string, number>;
}

/**
 * Compares all heads in an authority's file with the chain as it is now. `kept` is the place of the head that this process
 * put there last; null for none.
 */
export async function compareHeadsKept(
  comparison: HeadComparison,
  { folder, kept }: { folder: string; kept: number | null },
): Promise<void> {
  let last = 0;
  try {
    last = await compareFile(comparison, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error;
    comparison.findings.add('removed', null, `The file of heads cannot be read (${code}).`);
    return;
  }
  if (kept === null || last >= kept) return;
  const message = `The file of heads ends at ${last}; the platform had put the head at ${kept} there: lines were removed.`;
  comparison.findings.add('removed', kept, message);
}

/** Answers the place of the last head in the file. */
async function compareFile(comparison: HeadComparison, folder: string): Promise<number> {
  const la = comparison.laCode || 'platform';
  let last = 0;
  for await (const page of readHeads(folder, la, pageSize)) {
    await compareHeads(comparison, page, 'a file');
    await findMissing(comparison, page);
    for (const head of page) last = Math.max(last, head?.sequence ?? 0);
  }
  return last;
}

/** A head goes to the database first: one that only the file has was removed there. */
async function findMissing({ database, laCode, findings }: HeadComparison, heads: readonly (AuditHead | null)[]) {
  const sequences = heads.flatMap((head) => head?.sequence ?? []);
  const missing = await database.service((db) =>
    db.query<{ sequence: string }>(
      `SELECT kept.sequence FROM unnest($2::bigint[]) AS kept(sequence)
       WHERE NOT EXISTS (SELECT FROM audit_event_head h WHERE h.la_code = $1 AND h.sequence = kept.sequence)
       ORDER BY kept.sequence`,
      [laCode, sequences],
    ),
  );
  for (const { sequence } of missing) {
    findings.add('removed', Number(sequence), `The signed head at ${sequence} was removed from the database.`);
  }
}

/** Compares all heads in the database with the chain as it is now. */
export async function compareHeadsStored(comparison: HeadComparison): Promise<void> {
  const { database, laCode } = comparison;
  let after = 0;
  for (;;) {
    const page = await database.service((db) =>
      db.query<AuditHead & { readonly sequence: number | string }>(
        `SELECT CASE la_code WHEN '' THEN 'platform' ELSE la_code END AS la, sequence, hash,
           to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, key_id AS key, signature
         FROM audit_event_head WHERE la_code = $1 AND sequence > $2 ORDER BY sequence LIMIT $3`,
        [laCode, after, pageSize],
      ),
    );
    const heads = page.map((head) => ({ ...head, sequence: Number(head.sequence) }));
    await compareHeads(comparison, heads, 'the database');
    after = heads.at(-1)?.sequence ?? after;
    if (heads.length < pageSize) return;
  }
}

/** Compares signed heads with the chain as it is now. `where` says in the findings where they are kept. */
export async function compareHeads(
  { database, keys, laCode, findings, signedUpTo }: HeadComparison,
  heads: readonly (AuditHead | null)[],
  where: string,
): Promise<void> {
  const whole = heads.filter((head) => head !== null);
  if (whole.length < heads.length) findings.add('head-not-signed', null, `A line of ${where} of heads is no head.`);
  const rows = await database.service((db) =>
    db.query<{ sequence: string; hash: string; last: string }>(
      `SELECT sequence, hash, last FROM (SELECT max(sequence) AS last FROM audit_event_seal WHERE la_code = $1) l
       LEFT JOIN audit_event_seal s ON s.la_code = $1 AND s.sequence = ANY ($2::bigint[])`,
      [laCode, whole.map(({ sequence }) => sequence)],
    ),
  );
  const hashes = new Map(rows.map(({ sequence, hash }) => [Number(sequence), hash]));
  const last = Number(rows[0]?.last ?? 0);
  for (const head of whole) {
    const isOwn = head.la === (laCode || 'platform');
    if (!isOwn || isSigned(head, keys) !== true) {
      findings.add('head-not-signed', head.sequence, `A head in ${where} is not signed with a key of the platform.`);
    } else if (head.sequence > last) {
      findings.add(
        'cut-off',
        last + 1,
        `The chain ends at ${last}; it was signed up to ${head.sequence} on ${head.at}: what came after ${last} was removed.`,
      );
    } else if (hashes.get(head.sequence) !== head.hash) {
      findings.add(
        'recomputed',
        head.sequence,
        `The chain up to ${head.sequence} is another than the one signed on ${head.at}: it was computed again.`,
      );
    } else {
      signedUpTo.set(head.key, Math.max(head.sequence, signedUpTo.get(head.key) ?? 0));
    }
  }
}
