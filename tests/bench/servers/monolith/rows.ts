// What the monolith reads: plain SQL as the owner of the tables, past row-level security, one statement for all keys.
import DataLoader from 'dataloader';
import pg from 'pg';

export interface Authority {
  id: string;
  name: string;
  region: { code: string; name: string };
}
export interface Practice {
  id: string;
  name: string;
  laCode: string;
}
export interface Contract {
  id: string;
  laCode: string;
  practiceId: string;
  startsOn: string;
  endsOn: string | null;
}
export interface Child {
  id: string;
  laCode: string;
  localId: string;
  contractId: string;
}
export interface Placement {
  childId: string;
  startedOn: string;
  type: string;
}
export interface Worker {
  id: string;
  name: string | null;
}
export interface Registration {
  workerId: string;
  status: string;
  expiresOn: string;
}
export interface Employment {
  workerId: string;
  role: string;
  startedOn: string;
  employerKind: 'local-authority' | 'practice';
  employerId: string;
}
/** A worker, or a child, in one authority's records. */
export interface RecordKey {
  laCode: string;
  id: string;
}
export interface Page {
  laCode: string;
  contractId: string;
  first: number;
}

/** The three databases. */
export type Pools = Readonly<Record<'children' | 'workforce' | 'contracts', pg.Pool>>;

/** Five for each database: with the others' pools open too, the server's hundred connections must do for all. */
const POOL_SIZE = 5;

export function openPools(urlOf: (name: keyof Pools) => string): Pools {
  const pool = (name: keyof Pools): pg.Pool => new pg.Pool({ connectionString: urlOf(name), max: POOL_SIZE });
  return { children: pool('children'), workforce: pool('workforce'), contracts: pool('contracts') };
}

const AUTHORITIES = `SELECT la_code AS id, name, json_build_object('code', region_code, 'name', region_name) AS region
  FROM local_authority WHERE la_code = ANY ($1)`;
const PRACTICES_OF = `SELECT practice.id, practice.name, hosts.la_code AS "laCode"
  FROM (SELECT DISTINCT la_code, practice_id FROM contract WHERE la_code = ANY ($1)) AS hosts
  JOIN practice ON practice.id = hosts.practice_id ORDER BY practice.name`;
const PRACTICES = `SELECT id, name FROM practice WHERE id = ANY ($1)`;
const CONTRACTS_OF = `SELECT id, la_code AS "laCode", practice_id AS "practiceId", starts_on::text AS "startsOn",
  ends_on::text AS "endsOn" FROM contract WHERE practice_id = ANY ($1) ORDER BY starts_on DESC, id`;
const CHILDREN_OF = `SELECT asked.contract_id AS "contractId", listed.*
  FROM unnest($1::text[], $2::text[], $3::int[]) AS asked (la_code, contract_id, up_to)
  CROSS JOIN LATERAL (
    SELECT child.id, child.la_code AS "laCode", child.local_id AS "localId" FROM allocation
    JOIN child ON child.la_code = allocation.la_code AND child.id = allocation.child_id
    WHERE allocation.la_code = asked.la_code AND allocation.contract_id = asked.contract_id
      AND allocation.started_on <= $4 AND (allocation.ended_on IS NULL OR allocation.ended_on >= $4)
    ORDER BY child.local_id, child.id LIMIT asked.up_to) AS listed`;
const COUNTS_OF = `SELECT allocation.contract_id AS "contractId", count(*)::int AS total FROM allocation
  JOIN child ON child.la_code = allocation.la_code AND child.id = allocation.child_id
  WHERE allocation.la_code = ANY ($1) AND allocation.contract_id = ANY ($2)
    AND allocation.started_on <= $3 AND (allocation.ended_on IS NULL OR allocation.ended_on >= $3)
  GROUP BY 1`;
const PLACEMENTS_ON = `SELECT child_id AS "childId", started_on::text AS "startedOn", type FROM placement
  WHERE la_code = ANY ($1) AND child_id = ANY ($2) AND started_on <= $3 AND (ended_on IS NULL OR ended_on > $3)
  ORDER BY is_temporary, started_on, id`;
const WORKERS_ON = `SELECT child_id AS "childId", worker_id AS "workerId" FROM social_worker_episode AS held
  WHERE la_code = ANY ($1) AND child_id = ANY ($2) AND started_on <= $3 AND (ended_on IS NULL OR ended_on >= $3)
    AND EXISTS (SELECT FROM episode WHERE episode.la_code = held.la_code AND episode.child_id = held.child_id
      AND superseded_at IS NULL AND episode.started_on <= $3 AND (episode.ended_on IS NULL OR episode.ended_on > $3))
  ORDER BY started_on, ended_on, id`;
const WORKERS = `SELECT id, name FROM worker WHERE la_code = ANY ($1) AND id = ANY ($2)`;
const REGISTRATIONS = `SELECT worker_id AS "workerId", status, expires_on::text AS "expiresOn" FROM registration
  WHERE la_code = ANY ($1) AND worker_id = ANY ($2) AND superseded_at IS NULL AND NOT is_withdrawn`;
const EMPLOYMENTS = `SELECT worker_id AS "workerId", role, started_on::text AS "startedOn",
  employer_kind AS "employerKind", employer_id AS "employerId" FROM present_employment
  WHERE la_code = ANY ($1) AND worker_id = ANY ($2) ORDER BY started_on DESC, id`;

/** The loaders of one request. */
export function loadersOf({ children, workforce, contracts }: Pools, today: string) {
  const authority = byId<Authority>((ids) => rows(contracts, AUTHORITIES, [ids]));
  const practice = byId<Omit<Practice, 'laCode'>>((ids) => rows(contracts, PRACTICES, [ids]));
  return {
    authority,
    practice,
    practicesOf: listBy<string, Practice>(
      (row) => row.laCode,
      (codes) => rows(contracts, PRACTICES_OF, [codes]),
    ),
    contractsOf: listBy<string, Contract>(
      (row) => row.practiceId,
      (ids) => rows(contracts, CONTRACTS_OF, [ids]),
    ),
    childrenOf: new DataLoader<Page, Child[]>(async (pages) => {
      const columns = [pages.map((p) => p.laCode), pages.map((p) => p.contractId), pages.map((p) => p.first)];
      const found = Map.groupBy(await rows<Child>(children, CHILDREN_OF, [...columns, today]), (c) => c.contractId);
      return pages.map((page) => found.get(page.contractId) ?? []);
    }),
    countOf: new DataLoader<Contract, number>(async (of) => {
      const values = [[...new Set(of.map((c) => c.laCode))], of.map((c) => c.id), today];
      const found = await rows<{ contractId: string; total: number }>(children, COUNTS_OF, values);
      const totals = new Map(found.map((row) => [row.contractId, row.total]));
      return of.map((contract) => totals.get(contract.id) ?? 0);
    }),
    placementsOn: ofRecords<Placement>(
      (row) => row.childId,
      (keys) => rows(children, PLACEMENTS_ON, [...keys, today]),
    ),
    workersOn: ofRecords<{ childId: string; workerId: string }>(
      (row) => row.childId,
      (keys) => rows(children, WORKERS_ON, [...keys, today]),
    ),
    worker: ofRecords<Worker>(
      (row) => row.id,
      (keys) => rows(workforce, WORKERS, keys),
    ),
    registration: ofRecords<Registration>(
      (row) => row.workerId,
      (keys) => rows(workforce, REGISTRATIONS, keys),
    ),
    employments: ofRecords<Employment>(
      (row) => row.workerId,
      (keys) => rows(workforce, EMPLOYMENTS, keys),
    ),
  };
}

export type Loaders = ReturnType<typeof loadersOf>;

async function rows<Row>(pool: pg.Pool, sql: string, values: readonly unknown[]): Promise<Row[]> {
  return (await pool.query(sql, [...values])).rows as Row[];
}

function byId<Row extends { id: string }>(fetch: (ids: readonly string[]) => Promise<Row[]>) {
  return new DataLoader<string, Row | null>(async (ids) => {
    const found = new Map((await fetch(ids)).map((row) => [row.id, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
}

function listBy<Key, Row>(keyOf: (row: Row) => Key, fetch: (keys: readonly Key[]) => Promise<Row[]>) {
  return new DataLoader<Key, Row[]>(async (keys) => {
    const found = Map.groupBy(await fetch(keys), keyOf);
    return keys.map((key) => found.get(key) ?? []);
  });
}

function ofRecords<Row>(keyOf: (row: Row) => string, fetch: (keys: [string[], string[]]) => Promise<Row[]>) {
  return new DataLoader<RecordKey, Row[], string>(
    async (keys) => {
      const laCodes = [...new Set(keys.map((key) => key.laCode))];
      const found = Map.groupBy(await fetch([laCodes, keys.map((key) => key.id)]), keyOf);
      return keys.map((key) => found.get(key.id) ?? []);
    },
    { cacheKeyFn: (key) => `${key.laCode} ${key.id}` },
  );
}
