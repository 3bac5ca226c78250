import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardStaffRecordTable } from './staff-record-access.ts';

/** SQL: the indexes, of present versions. */
const INDEXES = `
  DROP INDEX ix_employment_la_code_worker_id, ix_employment_la_code_employer_id, ix_employment_employer_id;
  CREATE UNIQUE INDEX uq_employment_present ON employment (la_code, id) WHERE superseded_at IS NULL;
  CREATE UNIQUE INDEX uq_employment_entry ON employment (la_code, recorded_by, entry_key) WHERE entry_key IS NOT NULL;
  CREATE INDEX ix_employment_employer ON employment (employer_id) WHERE superseded_at IS NULL;
  CREATE INDEX ix_employment_la_code_worker_id ON employment (la_code, worker_id) WHERE superseded_at IS NULL;
  CREATE INDEX ix_employment_la_code_employer_id ON employment (la_code, employer_id) WHERE superseded_at IS NULL;
  CREATE INDEX ix_employment_post_id ON employment (post_id) WHERE superseded_at IS NULL AND post_id IS NOT NULL;`;

/** SQL: the present versions of employments that were not taken back. */
const VIEW = `
  CREATE VIEW present_employment WITH (security_invoker = true) AS
    SELECT la_code, id, version, worker_id, employer_kind, employer_id, role, full_time_equivalent, engagement,
           engagement = 'AGENCY' AS is_agency, post_id, census_role, started_on, ended_on, start_origin,
           leaver_destination, reason_for_leaving, began_by_transfer, ended_by_transfer, source, recorded_by,
           recorded_at
      FROM employment WHERE superseded_at IS NULL AND NOT is_withdrawn;`;

/**
 * Makes an employment a fact with versions, that managers record, with what the workforce census asks of it. Its readers
 * read the view `present_employment`, which row-level security of `employment` holds on.
 */
export class VersionEmployment1795305600104 implements MigrationInterface {
  readonly name = 'VersionEmployment1795305600104';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE employment
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD COLUMN recorded_by text NOT NULL DEFAULT 'platform',
        ADD COLUMN superseded_at timestamptz,
        ADD COLUMN reason text,
        ADD COLUMN is_withdrawn boolean NOT NULL DEFAULT false,
        ADD COLUMN entry_key text,
        ADD COLUMN engagement text,
        ADD COLUMN post_id text,
        ADD COLUMN census_role text,
        ADD COLUMN start_origin text,
        ADD COLUMN leaver_destination text,
        ADD COLUMN reason_for_leaving text,
        ADD COLUMN began_by_transfer text,
        ADD COLUMN ended_by_transfer text,
        ADD COLUMN source text NOT NULL DEFAULT 'RECORDED';
      UPDATE employment SET engagement = CASE WHEN is_agency THEN 'AGENCY' ELSE 'EMPLOYEE' END;
      ALTER TABLE employment
        DROP COLUMN is_agency,
        ALTER COLUMN engagement SET NOT NULL,
        ALTER COLUMN version DROP DEFAULT,
        ALTER COLUMN recorded_by DROP DEFAULT,
        ALTER COLUMN recorded_at DROP DEFAULT,
        ALTER COLUMN is_withdrawn DROP DEFAULT,
        ALTER COLUMN source DROP DEFAULT,
        DROP CONSTRAINT pk_employment,
        DROP CONSTRAINT ck_employment_role,
        ADD CONSTRAINT pk_employment PRIMARY KEY (la_code, id, version),
        ADD CONSTRAINT ck_employment_corrected CHECK ((version = 1) = (reason IS NULL)),
        ADD CONSTRAINT ck_employment_role CHECK (role IN ('SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER',
          'PERSONAL_ADVISER', 'PLACEMENT_WORKER', 'ADMINISTRATOR', 'EDUCATION_SUPPORT', 'RESEARCH_SUPPORT',
          'LEGAL_SUPPORT', 'STUDENT', 'DIRECTOR')),
        ADD CONSTRAINT ck_employment_engagement CHECK (engagement IN ('EMPLOYEE', 'PARTNER', 'AGENCY', 'STUDENT')),
        ADD CONSTRAINT ck_employment_student CHECK ((role = 'STUDENT') = (engagement = 'STUDENT')),
        ADD CONSTRAINT ck_employment_census_role CHECK (census_role IN ('SENIOR_MANAGER', 'MIDDLE_MANAGER',
          'FIRST_LINE_MANAGER', 'SENIOR_PRACTITIONER', 'CASE_HOLDER', 'QUALIFIED_WITHOUT_CASES')),
        ADD CONSTRAINT ck_employment_start_origin CHECK (start_origin IN ('NEWLY_QUALIFIED', 'OTHER_AUTHORITY',
          'OUTSIDE_ENGLAND', 'AGENCY', 'OTHER_SOCIAL_WORK', 'OTHER_SOCIAL_CARE', 'NO_SOCIAL_CARE', 'OTHER', 'NOT_KNOWN',
          'NOT_YET_COLLECTED')),
        ADD CONSTRAINT ck_employment_leaver_destination CHECK (leaver_destination IN ('OTHER_AUTHORITY',
          'OUTSIDE_ENGLAND', 'AGENCY', 'OTHER_SOCIAL_WORK', 'OTHER_SOCIAL_CARE', 'NO_SOCIAL_CARE', 'OTHER', 'NOT_KNOWN',
          'NOT_YET_COLLECTED')),
        ADD CONSTRAINT ck_employment_reason_for_leaving CHECK (reason_for_leaving IN ('RESIGNATION',
          'VOLUNTARY_REDUNDANCY', 'COMPULSORY_REDUNDANCY', 'DISMISSED', 'RETIRED', 'DECEASED', 'MOVED_WITHIN_AUTHORITY',
          'OTHER', 'NOT_KNOWN', 'NOT_YET_COLLECTED')),
        ADD CONSTRAINT ck_employment_source CHECK (source IN ('RECORDED', 'CENSUS'));
    `);
    await queryRunner.query(INDEXES);
    await queryRunner.query(VIEW);
    await guardStaffRecordTable(queryRunner, { table: 'employment' });
    const roles: { name: string }[] = await queryRunner.query(
      `SELECT name FROM sec.role_name WHERE audience IN ('la', 'practice', 'inspector', 'named', 'figures', 'service')`,
    );
    const names = roles.map(({ name }) => `"${name}"`).join(', ');
    await queryRunner.query(`GRANT SELECT ON present_employment TO ${names}`);
  }

  async down(): Promise<void> {
    throw new Error('Versions that were recorded would be lost.');
  }
}
