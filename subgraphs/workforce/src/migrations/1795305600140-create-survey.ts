import { allowChange, guardBy, inRelation, ofOwnAuthority, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Creates `survey` and `survey_wave`, which organisers read and write, and what belongs to asking and answering
 * (`survey_ledger`, `survey_invitation`, `survey_link`, `survey_message`), which no viewer reads at all: the platform
 * itself reads and writes them, and what matters in them is sealed. There is no table with a row for an answer.
 */
export class CreateSurvey1795305600140 implements MigrationInterface {
  readonly name = 'CreateSurvey1795305600140';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(DESIGN);
    await queryRunner.query(ASKING);
    const reads = `${ofOwnAuthority} AND ${viewerIs('la-manager', 'la-analyst', 'la-commissioner')}`;
    const writes = `${ofOwnAuthority} AND ${viewerIs('la-manager', 'la-analyst')}`;
    for (const table of ['survey', 'survey_wave']) {
      await guardBy(queryRunner, table, [
        { audience: 'la', access: 'read', condition: reads },
        { audience: 'practice', access: 'read', condition: `${inRelation} AND ${viewerIs('swp-manager')}` },
        { audience: 'service', access: 'write', condition: 'true' },
      ]);
      await allowChange(queryRunner, { table, audience: 'la', condition: writes });
    }
    const [design, days] = [['title', 'about', 'scale_ids', 'licensed_items', 'least_respondents'], waveColumns];
    await allowChange(queryRunner, { table: 'survey', audience: 'la', columns: design, condition: writes });
    await allowChange(queryRunner, { table: 'survey_wave', audience: 'la', columns: days, condition: writes });
    for (const table of ['survey_ledger', 'survey_invitation', 'survey_link', 'survey_message']) {
      await guardBy(queryRunner, table, [{ audience: 'service', access: 'write', condition: 'true' }]);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE survey_message, survey_link, survey_invitation, survey_ledger, survey_wave, survey',
    );
  }
}

const waveColumns = ['opens_on', 'closes_on', 'closed_at'];

const DESIGN = `
  CREATE TABLE survey (
    la_code text NOT NULL,
    id text NOT NULL,
    key text NOT NULL,
    title text NOT NULL,
    about text NOT NULL,
    scale_ids text[] NOT NULL,
    licensed_items jsonb NOT NULL,
    group_codes text[] NOT NULL,
    least_respondents integer NOT NULL,
    created_at timestamptz NOT NULL,
    created_by text NOT NULL,
    CONSTRAINT pk_survey PRIMARY KEY (la_code, id),
    CONSTRAINT uq_survey_la_code_key UNIQUE (la_code, key),
    CONSTRAINT ck_survey_id CHECK (starts_with(id, la_code || '.')),
    CONSTRAINT ck_survey_least_respondents CHECK (least_respondents >= 10 AND least_respondents <= 50)
  );
  CREATE TABLE survey_wave (
    la_code text NOT NULL,
    id text NOT NULL,
    survey_id text NOT NULL,
    number integer NOT NULL,
    opens_on date NOT NULL,
    closes_on date NOT NULL,
    closed_at timestamptz,
    CONSTRAINT pk_survey_wave PRIMARY KEY (la_code, id),
    CONSTRAINT fk_survey_wave_survey FOREIGN KEY (la_code, survey_id) REFERENCES survey (la_code, id),
    CONSTRAINT ck_survey_wave_number CHECK (number IN (1, 2)),
    CONSTRAINT ck_survey_wave_days CHECK (closes_on >= opens_on)
  );`;

const ASKING = `
  CREATE TABLE survey_ledger (
    la_code text NOT NULL,
    wave_id text NOT NULL,
    group_code text NOT NULL,
    public_key text NOT NULL,
    private_key bytea NOT NULL,
    issued bytea NOT NULL,
    box bytea NOT NULL,
    CONSTRAINT pk_survey_ledger PRIMARY KEY (la_code, wave_id, group_code),
    CONSTRAINT fk_survey_ledger_wave FOREIGN KEY (la_code, wave_id) REFERENCES survey_wave (la_code, id)
  );
  CREATE TABLE survey_invitation (
    la_code text NOT NULL,
    id text NOT NULL,
    wave_id text NOT NULL,
    group_code text NOT NULL,
    practice_id text,
    recipient_code text NOT NULL,
    recipient bytea,
    CONSTRAINT pk_survey_invitation PRIMARY KEY (la_code, id),
    CONSTRAINT uq_survey_invitation_recipient UNIQUE (la_code, wave_id, recipient_code),
    CONSTRAINT fk_survey_invitation_wave FOREIGN KEY (la_code, wave_id) REFERENCES survey_wave (la_code, id)
  );
  CREATE TABLE survey_link (
    secret_hash text NOT NULL,
    la_code text NOT NULL,
    wave_id text NOT NULL,
    invitation_id text NOT NULL,
    CONSTRAINT pk_survey_link PRIMARY KEY (secret_hash),
    CONSTRAINT fk_survey_link_invitation FOREIGN KEY (la_code, invitation_id) REFERENCES survey_invitation (la_code, id)
  );
  CREATE INDEX ix_survey_link_la_code_wave_id ON survey_link (la_code, wave_id);
  CREATE TABLE survey_message (
    la_code text NOT NULL,
    id text NOT NULL,
    wave_id text NOT NULL,
    letter bytea NOT NULL,
    attempts integer NOT NULL,
    due_at timestamptz NOT NULL,
    CONSTRAINT pk_survey_message PRIMARY KEY (la_code, id),
    CONSTRAINT fk_survey_message_wave FOREIGN KEY (la_code, wave_id) REFERENCES survey_wave (la_code, id)
  );
  CREATE INDEX ix_survey_message_due_at ON survey_message (due_at);`;
