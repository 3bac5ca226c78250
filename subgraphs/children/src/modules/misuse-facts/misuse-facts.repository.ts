import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';

/** The children of one authority that are asked about. */
export interface ChildrenAsked {
  readonly laCode: string;
  readonly childIds: readonly string[];
}

/** Somebody who was a child's social worker; both days belong to it, and `until` is null while it lasts. */
export interface WorkerPeriod {
  readonly workerId: string;
  readonly from: PlainDate;
  readonly until: PlainDate | null;
}

/** A practice a child was with. */
export interface PracticePeriod {
  readonly practiceId: string;
  /** The first instant. */
  readonly from: Date;
  /** The first instant after it; null while it lasts. */
  readonly until: Date | null;
}

type OfChild<Row> = Row & { readonly childId: string };

/** The present family name of each child that has one. */
export function findFamilyNames(db: Db, { laCode, childIds }: ChildrenAsked): Promise<OfChild<{ text: string }>[]> {
  return db.query(
    `SELECT child_id AS "childId", family_name AS text FROM child_name
     WHERE la_code = $1 AND child_id = ANY ($2::text[]) AND superseded_at IS NULL`,
    [laCode, childIds],
  );
}

/** The postcode of each child's home, as the newest episode that has one says. */
export function findHomePostcodes(db: Db, { laCode, childIds }: ChildrenAsked): Promise<OfChild<{ text: string }>[]> {
  return db.query(
    `SELECT DISTINCT ON (child_id) child_id AS "childId", home_postcode AS text FROM episode
     WHERE la_code = $1 AND child_id = ANY ($2::text[]) AND superseded_at IS NULL AND home_postcode IS NOT NULL
     ORDER BY child_id, started_on DESC, id DESC`,
    [laCode, childIds],
  );
}

/** The social workers each child has had, the earliest first. */
export function findWorkers(db: Db, { laCode, childIds }: ChildrenAsked): Promise<OfChild<WorkerPeriod>[]> {
  return db.query(
    `SELECT child_id AS "childId", worker_id AS "workerId", started_on AS "from", ended_on AS until
     FROM social_worker_episode WHERE la_code = $1 AND child_id = ANY ($2::text[]) ORDER BY started_on, id`,
    [laCode, childIds],
  );
}

/** The practices each child has been with, the earliest first. */
export function findPractices(db: Db, { laCode, childIds }: ChildrenAsked): Promise<OfChild<PracticePeriod>[]> {
  return db.query(
    `SELECT child_id AS "childId", practice_id AS "practiceId",
       started_on::timestamp AT TIME ZONE 'Europe/London' AS "from",
       least(ends_at, (ended_on + 1)::timestamp AT TIME ZONE 'Europe/London') AS until
     FROM allocation WHERE la_code = $1 AND child_id = ANY ($2::text[]) ORDER BY started_on, id`,
    [laCode, childIds],
  );
}
