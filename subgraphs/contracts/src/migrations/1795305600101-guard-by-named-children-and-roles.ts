import { guardBy } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LAS, NOT_HIDDEN, OF_PRACTICE_ITSELF, openToManagers } from './guards.ts';

/**
 * Guards the tables again: for those who see named children only, for children restricted to others, and to the instant at
 * which an allocation begins and ends. An authority's commissioners and managers alone allocate children, and end
 * allocations and contracts; nobody deletes any, and nobody but the platform writes to the outbox.
 */
export class GuardByNamedChildrenAndRoles1795305600101 implements MigrationInterface {
  readonly name = 'GuardByNamedChildrenAndRoles1795305600101';

  async up(queryRunner: QueryRunner): Promise<void> {
    await guardPractices(queryRunner);
    await guardContracts(queryRunner);
    await guardAllocations(queryRunner);
    // The triggers tell as the owner, so nobody else need be able to make anything up.
    await guardBy(queryRunner, 'outbox', [{ audience: 'service', access: 'write', condition: 'true' }]);
  }

  async down(): Promise<void> {
    throw new Error('A guard that knows fewer viewers would show them more.');
  }
}

async function guardPractices(queryRunner: QueryRunner): Promise<void> {
  const hosts = `host_la_codes && ${LAS}`;
  await guardBy(queryRunner, 'practice', [
    { audience: 'la', access: 'read', condition: '(SELECT sec.la()) = ANY (host_la_codes)' },
    { audience: 'practice', access: 'read', condition: 'id = (SELECT sec.practice())' },
    { audience: 'inspector', access: 'read', condition: hosts },
    { audience: 'named', access: 'read', condition: `${hosts} AND ${OF_PRACTICE_ITSELF('id')}` },
    { audience: 'service', access: 'write', condition: 'true' },
  ]);
}

async function guardContracts(queryRunner: QueryRunner): Promise<void> {
  await guardBy(queryRunner, 'contract', [
    { audience: 'la', access: 'read', condition: 'la_code = (SELECT sec.la())' },
    { audience: 'practice', access: 'read', condition: 'practice_id = (SELECT sec.practice())' },
    { audience: 'inspector', access: 'read', condition: `la_code = ANY (${LAS})` },
    { audience: 'named', access: 'read', condition: `la_code = ANY (${LAS}) AND ${OF_PRACTICE_ITSELF('practice_id')}` },
    { audience: 'service', access: 'write', condition: 'true' },
  ]);
  const ending = ['ends_on', 'ended_at', 'ended_by', 'end_reason'];
  await openToManagers(queryRunner, 'contract', { roles: ['la-commissioner', 'la-manager'], update: ending });
}

async function guardAllocations(queryRunner: QueryRunner): Promise<void> {
  const named = 'child_id = ANY ((SELECT sec.named())::text[])';
  await guardBy(queryRunner, 'allocation', [
    { audience: 'la', access: 'read', condition: `la_code = (SELECT sec.la()) AND ${NOT_HIDDEN('child_id')}` },
    {
      audience: 'practice',
      access: 'read',
      condition: `practice_id = (SELECT sec.practice()) AND access_from <= (SELECT sec.now())
                  AND access_until > (SELECT sec.now()) AND ${NOT_HIDDEN('child_id')}`,
    },
    {
      audience: 'inspector',
      access: 'read',
      condition: `la_code = ANY (${LAS}) AND ${named} AND ${NOT_HIDDEN('child_id')}`,
    },
    {
      audience: 'named',
      access: 'read',
      condition: `la_code = ANY (${LAS}) AND ${named} AND ${OF_PRACTICE_ITSELF('practice_id')}`,
    },
    { audience: 'service', access: 'write', condition: 'true' },
  ]);
  await openToManagers(queryRunner, 'allocation', {
    roles: ['la-commissioner', 'la-manager'],
    insert: true,
    update: ['ended_on', 'ended_at', 'ended_by', 'end_reason'],
    and: NOT_HIDDEN('child_id'),
  });
  // An allocation's id begins with the 30 characters of its child's.
  const noneHidden = `NOT EXISTS (SELECT FROM unnest(allocation_ids) AS made (id)
                                   WHERE left(made.id, 30) = ANY ((SELECT sec.hidden())::text[]))`;
  await guardBy(queryRunner, 'allocation_request', [
    { audience: 'la', access: 'append-read', condition: `la_code = (SELECT sec.la()) AND ${noneHidden}` },
  ]);
}
