import { notHidden, ofOwnAuthority, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['la-analyst', 'la-commissioner', 'la-manager'] as const;

/** Lets an authority's social workers break the glass, and lets those named for a restricted record read the restriction. */
export class AddLaWorkerToBreakGlass1795305600131 implements MigrationInterface {
  readonly name = 'AddLaWorkerToBreakGlass1795305600131';

  async up(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, [...BEFORE, 'la-worker']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await allow(queryRunner, BEFORE);
  }
}

async function allow(queryRunner: QueryRunner, roles: readonly string[]): Promise<void> {
  const byViewer = 'broken_by = (SELECT sec.subject()) AND broken_by_role = (SELECT sec.viewer_role())';
  const breaking = `${ofOwnAuthority} AND practice_id IS NULL AND ${byViewer} AND ${viewerIs(...roles)}`;
  await queryRunner.query(
    `ALTER POLICY la_add ON break_glass WITH CHECK ((SELECT sec.audience()) = 'la' AND (${breaking}))`,
  );
  for (const table of ['restriction', 'restriction_person']) {
    const reading = `${ofOwnAuthority} AND ${notHidden} AND ${viewerIs(...roles, 'la-iro')}`;
    await queryRunner.query(`ALTER POLICY la ON ${table} USING (${reading})`);
  }
}
