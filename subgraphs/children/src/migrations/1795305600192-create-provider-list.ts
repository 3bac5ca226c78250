import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardBy, ofOwnAuthority, type TableRule, viewerIs } from '@mainstay/subgraph-kit';

/**
 * Creates `provider_list`, the versions of Ofsted's list of providers that an authority has loaded, and
 * `provider_list_setting`, the settings in each. Both are the authority's analysts' and managers' own; the platform reads
 * them to judge returns.
 */
export class CreateProviderList1795305600192 implements MigrationInterface {
  readonly name = 'CreateProviderList1795305600192';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE provider_list (
        la_code text NOT NULL,
        id text NOT NULL,
        file_name text NOT NULL,
        as_at date,
        setting_count integer NOT NULL,
        loaded_at timestamptz NOT NULL,
        loaded_by text NOT NULL,
        superseded_at timestamptz,
        CONSTRAINT pk_provider_list PRIMARY KEY (la_code, id)
      );
      CREATE UNIQUE INDEX uq_provider_list_present ON provider_list (la_code) WHERE superseded_at IS NULL;
      CREATE TABLE provider_list_setting (
        la_code text NOT NULL,
        list_id text NOT NULL,
        urn text NOT NULL,
        postcode text,
        area_code text,
        area_name text,
        placement_codes text[] NOT NULL,
        provider_codes text[] NOT NULL,
        registered_on date,
        registration_ended_on date,
        CONSTRAINT pk_provider_list_setting PRIMARY KEY (la_code, list_id, urn),
        CONSTRAINT fk_provider_list_setting_provider_list FOREIGN KEY (la_code, list_id)
          REFERENCES provider_list (la_code, id) ON DELETE CASCADE
      );
      CREATE INDEX ix_provider_list_setting_postcode
        ON provider_list_setting (la_code, list_id, replace(postcode, ' ', ''));
    `);
    const rules: TableRule[] = [
      { audience: 'la', access: 'write', condition: `${ofOwnAuthority} AND ${viewerIs('la-analyst', 'la-manager')}` },
      { audience: 'service', access: 'write', condition: 'true' },
    ];
    await guardBy(queryRunner, 'provider_list', rules);
    await guardBy(queryRunner, 'provider_list_setting', rules);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE provider_list_setting, provider_list');
  }
}
