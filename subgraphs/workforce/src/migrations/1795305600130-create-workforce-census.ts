import { allowChange, guardBy, inRelation, ofOwnAuthority, viewerIs, type TableRule } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rows hold personal data: the authority's analysts' and managers' alone. Figures may be made of them for whoever stands in relation to it. */
const OF_AUTHORITY: readonly TableRule[] = [
  { audience: 'la', access: 'write', condition: `${ofOwnAuthority} AND ${viewerIs('la-analyst', 'la-manager')}` },
  // They may ask, and are shown none.
  { audience: 'practice', access: 'read', condition: 'false' },
  { audience: 'inspector', access: 'read', condition: 'false' },
  { audience: 'named', access: 'read', condition: 'false' },
  { audience: 'figures', access: 'read', condition: inRelation },
];

/**
 * Creates `workforce_census` with its workers and faults. Workers of a census need no name, and the platform makes
 * workers and employments of what a census says.
 */
export class CreateWorkforceCensus1795305600130 implements MigrationInterface {
  readonly name = 'CreateWorkforceCensus1795305600130';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(TABLES);
    for (const table of ['workforce_census', 'workforce_census_worker', 'workforce_census_fault']) {
      await guardBy(queryRunner, table, OF_AUTHORITY);
    }
    await queryRunner.query('ALTER TABLE worker ALTER COLUMN name DROP NOT NULL');
    const audience = 'service';
    await allowChange(queryRunner, { table: 'worker', audience, condition: 'name IS NULL' });
    const condition = `source = 'CENSUS' AND employer_kind = 'local-authority'`;
    await allowChange(queryRunner, { table: 'employment', audience, condition });
    await allowChange(queryRunner, { table: 'employment', audience, columns: ['superseded_at'], condition });
  }

  async down(): Promise<void> {
    throw new Error('Workers without a name, and the censuses that name them, would be lost.');
  }
}

const TABLES = `
  CREATE TABLE workforce_census (
    la_code text NOT NULL,
    id text NOT NULL,
    year integer NOT NULL,
    status text NOT NULL,
    file_name text NOT NULL,
    digest text NOT NULL,
    imported_at timestamptz NOT NULL,
    imported_by text NOT NULL,
    superseded_at timestamptz,
    workers_read integer NOT NULL,
    workers_loaded integer NOT NULL,
    in_post integer NOT NULL,
    leavers integer NOT NULL,
    agency integer NOT NULL,
    fault_count integer NOT NULL,
    authority_block text,
    authority jsonb NOT NULL,
    notes text[] NOT NULL,
    CONSTRAINT pk_workforce_census PRIMARY KEY (la_code, id),
    CONSTRAINT ck_workforce_census_id CHECK (starts_with(id, la_code || '.')),
    CONSTRAINT ck_workforce_census_status CHECK (status IN ('HELD', 'SUPERSEDED', 'CHECKED', 'REFUSED')),
    CONSTRAINT ck_workforce_census_superseded CHECK ((status = 'SUPERSEDED') = (superseded_at IS NOT NULL))
  );
  CREATE UNIQUE INDEX uq_workforce_census_held ON workforce_census (la_code, year) WHERE status = 'HELD';
  CREATE TABLE workforce_census_worker (
    la_code text NOT NULL,
    census_id text NOT NULL,
    number integer NOT NULL,
    line integer NOT NULL,
    worker_id text NOT NULL,
    plain_number text NOT NULL,
    is_agency boolean NOT NULL,
    fte double precision,
    fte_before double precision,
    started_on date,
    ended_on date,
    cases integer,
    days_lost double precision,
    cells jsonb NOT NULL,
    CONSTRAINT pk_workforce_census_worker PRIMARY KEY (la_code, census_id, number),
    CONSTRAINT fk_workforce_census_worker_census FOREIGN KEY (la_code, census_id)
      REFERENCES workforce_census (la_code, id) ON DELETE CASCADE
  );
  CREATE INDEX ix_workforce_census_worker_number ON workforce_census_worker (la_code, plain_number);
  CREATE TABLE workforce_census_fault (
    la_code text NOT NULL,
    census_id text NOT NULL,
    position integer NOT NULL,
    rule text NOT NULL,
    worker integer,
    line integer,
    fields text[] NOT NULL,
    message text NOT NULL,
    keeps_worker_out boolean NOT NULL,
    CONSTRAINT pk_workforce_census_fault PRIMARY KEY (la_code, census_id, position),
    CONSTRAINT fk_workforce_census_fault_census FOREIGN KEY (la_code, census_id)
      REFERENCES workforce_census (la_code, id) ON DELETE CASCADE
  );
`;
