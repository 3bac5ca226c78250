import { guardBy, guardTable } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Guards the tables again. Workers and registrations: for reviewing officers and those under a broken glass too, whose
 * children's records name workers. Posts: of an authority, for its staff but the reviewing officers, its machines and its
 * inspectors; of a practice, for its managers. Figures may be made of the posts that serve an authority and of a practice's
 * own, for whoever stands in relation to it.
 */
export class GuardByNamedChildrenAndRoles1795305600100 implements MigrationInterface {
  readonly name = 'GuardByNamedChildrenAndRoles1795305600100';

  async up(queryRunner: QueryRunner): Promise<void> {
    const served = 'la_code = ANY ((SELECT sec.las())::text[])';
    for (const table of ['worker', 'registration']) {
      await guardTable(queryRunner, { table, la: 'read', practice: served, inspector: 'read' });
    }
    const own = `employer_kind = 'practice' AND employer_id = (SELECT sec.practice())`;
    await guardBy(queryRunner, 'employment', [
      { audience: 'la', access: 'read', condition: 'la_code = (SELECT sec.la())' },
      { audience: 'practice', access: 'read', condition: `${own} AND (SELECT sec.viewer_role()) = 'swp-manager'` },
      { audience: 'inspector', access: 'read', condition: served },
      // They may ask, and are shown none.
      { audience: 'named', access: 'read', condition: 'false' },
      { audience: 'figures', access: 'read', condition: `(${served} OR ${own})` },
      { audience: 'service', access: 'read', condition: 'true' },
    ]);
  }

  async down(): Promise<void> {
    throw new Error('A guard that knows fewer viewers would show them more.');
  }
}
