import { childId, type Database, type Db } from '@mainstay/subgraph-kit';
import { type PlainDate, delegatedFunctions, type DelegatedFunction } from '@mainstay/primitives';
import type { Governance } from './modules/practice/practice.entity.ts';

/** Synthetic practices, contracts and allocations. */
export interface DemonstrationContracts {
  readonly practices: readonly {
    id: string;
    name: string;
    governance: Governance;
    parentOrganisation: string | null;
    foundedOn: PlainDate;
  }[];
  readonly contracts: readonly {
    id: string;
    laCode: string;
    practiceId: string;
    startsOn: PlainDate;
    endsOn: PlainDate | null;
    agreedChildren: number;
    tolerance: number;
    /** All functions when left out. */
    delegatedFunctions?: readonly DelegatedFunction[];
  }[];
  readonly allocations: readonly {
    laCode: string;
    /** The authority's own number of the child. */
    localId: string;
    contractId: string;
    startedOn: PlainDate;
    endedOn: PlainDate | null;
  }[];
}

/** An inspection that is open whenever the demonstration runs. */
export interface DemonstrationInspection {
  readonly laCode: string;
  /** What follows the authority's code in its id. */
  readonly name: string;
  readonly kind: string;
  readonly inspectorIds: readonly string[];
  readonly openedBy: string;
  /** How many days before today it began. */
  readonly daysBefore: number;
  /** How many days after today it ends. */
  readonly daysAfter: number;
}

/** Rows a statement: far from PostgreSQL's limits, few round trips. */
const BATCH = 2_000;

/**
 * Loads demonstration data when there is no practice yet: all of it, or nothing.
 *
 * @returns whether it was loaded.
 */
export async function loadDemonstration(database: Database, rows: DemonstrationContracts): Promise<boolean> {
  return database.owner(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration', 0))`);
    const [practice] = await db.query('SELECT 1 FROM practice LIMIT 1');
    if (practice) return false;
    await insertPractices(db, rows.practices);
    await insertContracts(db, rows.contracts);
    for (let from = 0; from < rows.allocations.length; from += BATCH) {
      await insertAllocations(db, rows.allocations.slice(from, from + BATCH));
    }
    return true;
  });
}

/** Enters an inspection about the present day, or moves it there; one that the authority closed stays closed. */
export async function openDemonstrationInspection(
  database: Database,
  inspection: DemonstrationInspection,
): Promise<void> {
  const { laCode, name, kind, inspectorIds, openedBy, daysBefore, daysAfter } = inspection;
  await database.owner((db) =>
    db.query(
      `INSERT INTO inspection (la_code, id, kind, from_day, to_day, inspector_ids, opened_at, opened_by)
       VALUES ($1, $1 || '.' || $2, $3, sec.today() - $4::int, sec.today() + $5::int, $6, sec.now(), $7)
       ON CONFLICT (la_code, id) DO UPDATE SET from_day = EXCLUDED.from_day, to_day = EXCLUDED.to_day
        WHERE inspection.closed_at IS NULL`,
      [laCode, name, kind, daysBefore, daysAfter, [...inspectorIds], openedBy],
    ),
  );
}

async function insertPractices(db: Db, practices: DemonstrationContracts['practices']): Promise<void> {
  await db.query(
    `INSERT INTO practice (id, name, governance, parent_organisation, founded_on)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS t (id text, name text, governance text, "parentOrganisation" text, "foundedOn" date)`,
    [JSON.stringify(practices)],
  );
}

async function insertContracts(db: Db, contracts: DemonstrationContracts['contracts']): Promise<void> {
  const rows = contracts.map((contract) => ({ delegatedFunctions, ...contract }));
  await db.query(
    `INSERT INTO contract (la_code, id, practice_id, starts_on, ends_on, agreed_children, agreed_children_tolerance,
                           delegated_functions)
     SELECT * FROM jsonb_to_recordset($1::jsonb)
       AS t ("laCode" text, id text, "practiceId" text, "startsOn" date, "endsOn" date, "agreedChildren" int, tolerance int,
             "delegatedFunctions" text[])`,
    [JSON.stringify(rows)],
  );
}

async function insertAllocations(db: Db, allocations: DemonstrationContracts['allocations']): Promise<void> {
  const rows = allocations.map((allocation) => ({
    ...allocation,
    childId: childId(allocation.laCode, allocation.localId),
  }));
  await db.query(
    `INSERT INTO allocation (la_code, id, child_id, contract_id, started_on, ended_on)
     SELECT "laCode", concat_ws('.', "childId", "contractId", "startedOn"::text), "childId", "contractId", "startedOn", "endedOn"
       FROM jsonb_to_recordset($1::jsonb)
         AS t ("laCode" text, "childId" text, "contractId" text, "startedOn" date, "endedOn" date)`,
    [JSON.stringify(rows)],
  );
}
