import { openTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Creates `published_figure`: what was published of authorities, regions and England. Everybody reads it. */
export class CreatePublishedFigure1795305600120 implements MigrationInterface {
  readonly name = 'CreatePublishedFigure1795305600120';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE published_figure (
        year integer NOT NULL,
        code text NOT NULL,
        geography text NOT NULL,
        name text NOT NULL,
        region_code text,
        dfe_code text,
        returned_with text[] NOT NULL DEFAULT '{}',
        figures jsonb NOT NULL,
        edition integer NOT NULL,
        loaded_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_published_figure PRIMARY KEY (year, code),
        CONSTRAINT ck_published_figure_geography CHECK (geography IN ('ENGLAND', 'REGION', 'LOCAL_AUTHORITY')),
        CONSTRAINT ck_published_figure_dfe_code CHECK ((dfe_code IS NULL) = (geography <> 'LOCAL_AUTHORITY')),
        CONSTRAINT ck_published_figure_edition CHECK (edition >= year)
      );
      CREATE INDEX ix_published_figure_code ON published_figure (code);
      CREATE UNIQUE INDEX uq_published_figure_dfe_code ON published_figure (dfe_code, year);
    `);
    await openTable(queryRunner, 'published_figure');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE published_figure');
  }
}
