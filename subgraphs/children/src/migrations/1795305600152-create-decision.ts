import { allowChange, guardTable, inRelation, ofOwnAuthority, restrictAdding, viewerIs } from '@mainstay/subgraph-kit';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { guardRecordTable, recordedColumnsSql, recordedConstraintsSql, recordedIndexesSql } from './record-access.ts';

/** Who may agree or refuse what: the same as `decision.policy.ts` says. */
const MAY_DECIDE = `
  (may_decide_own OR asked_by <> (SELECT sec.subject()))
  AND CASE
    WHEN jsonb_array_length(decider_ids) > 0 THEN decider_ids ? (SELECT sec.subject())
    WHEN level = 'WORKER' THEN true
    WHEN level = 'PRACTICE_MANAGER' THEN ${viewerIs('swp-manager', 'la-manager')}
    WHEN level = 'LA_MANAGER' THEN ${viewerIs('la-manager')}
    ELSE false
  END`;

/** Creates `decision` and `decision_rule`: what is asked about children, and who may decide what. */
export class CreateDecision1795305600152 implements MigrationInterface {
  readonly name = 'CreateDecision1795305600152';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await guardRecordTable(queryRunner, { table: 'decision', needs: 'CARE_PLANNING' });
    await restrictAdding(queryRunner, {
      table: 'decision',
      audiences: ['la', 'practice'],
      condition: `status NOT IN ('AGREED', 'REFUSED') OR is_withdrawn OR (${MAY_DECIDE})`,
    });

    const table = 'decision_rule';
    await guardTable(queryRunner, { table, la: 'read', practice: inRelation, service: 'read' });
    const condition = `${ofOwnAuthority} AND ${viewerIs('la-manager')}`;
    const own = 'set_by = (SELECT sec.subject())';
    await allowChange(queryRunner, { table, audience: 'la', condition: `${condition} AND ${own}` });
    await allowChange(queryRunner, { table, audience: 'la', columns: ['superseded_at'], condition });
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE decision_rule, decision');
  }
}

const tables = `
  CREATE TABLE decision (
    ${recordedColumnsSql},
    type text NOT NULL,
    question text NOT NULL,
    child_wishes text,
    child_wishes_not_known text,
    status text NOT NULL,
    level text NOT NULL,
    asked_level text NOT NULL,
    may_decide_own boolean NOT NULL,
    decider_ids jsonb NOT NULL,
    needed_by date,
    due_on date NOT NULL,
    asked_by text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    answer text,
    ${recordedConstraintsSql('decision')},
    CONSTRAINT ck_decision_decided CHECK (
      (status IN ('AGREED', 'REFUSED', 'WITHDRAWN')) = (decided_at IS NOT NULL AND decided_by IS NOT NULL)
    )
  );
  ${recordedIndexesSql('decision')}
  CREATE INDEX ix_decision_asked ON decision (la_code, asked_at) WHERE superseded_at IS NULL AND NOT is_withdrawn;
  CREATE TABLE decision_rule (
    la_code text NOT NULL,
    id text NOT NULL,
    type text NOT NULL,
    level text NOT NULL,
    may_decide_own boolean NOT NULL,
    days integer NOT NULL,
    decider_ids jsonb NOT NULL,
    set_by text NOT NULL,
    set_at timestamptz NOT NULL,
    superseded_at timestamptz,
    CONSTRAINT pk_decision_rule PRIMARY KEY (la_code, id)
  );
  CREATE UNIQUE INDEX uq_decision_rule_in_force ON decision_rule (la_code, type) WHERE superseded_at IS NULL;
`;
