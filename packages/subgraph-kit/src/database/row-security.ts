import type { QueryRunner } from 'typeorm';
import type { DatabaseAudience } from './database.ts';
import { literal, quoted } from './roles.ts';

/** What an audience may do with the rows it is shown. `write` includes reading. */
export type Access = 'read' | 'write';

/** Who may see and change which rows of a table. An audience that is left out sees nothing. */
export interface TableGuard {
  /** The table. It has a column `la_code` unless no audience is guarded by the authority. */
  readonly table: string;
  /** The rows whose `la_code` is the viewer's authority. */
  readonly la?: Access;
  /**
   * The rows of children allocated to the viewer's practice today (`access_practice_id`, `access_from`,
   * `access_until`); or an SQL condition: the rows a practice may read.
   */
  readonly practice?: Access | (string & {});
  /** The rows of the authority under inspection, while the window is open. */
  readonly inspector?: 'read';
  /** All rows, for the platform itself. */
  readonly service?: Access;
  /** SQL condition of the rows that figures may be made of; `true` for all. */
  readonly figures?: string;
}

const OWN_AUTHORITY = 'la_code = (SELECT sec.la())';
const ALLOCATED_TODAY =
  'access_practice_id = (SELECT sec.practice()) AND access_from <= (SELECT sec.today()) AND access_until >= (SELECT sec.today())';

/** What one audience may do with which rows. `append` is to add rows without reading any. */
export interface TableRule {
  readonly audience: DatabaseAudience;
  readonly access: Access | 'append';
  /** SQL condition of the rows; `true` for all. It holds only with a context signed for the audience. */
  readonly condition: string;
}

/**
 * Puts a table under row-level security: ENABLE and FORCE, one policy and the grants for each audience, and one policy
 * for the owner, whose migrations and triggers see all. Run it in the migration that creates the table.
 */
export async function guardTable(queryRunner: QueryRunner, guard: TableGuard): Promise<void> {
  await guardBy(queryRunner, guard.table, rulesOf(guard));
}

/**
 * Opens a table without anything confidential in it, such as a directory of postcodes, to every audience's reading;
 * the platform itself may write it.
 */
export async function openTable(queryRunner: QueryRunner, table: string): Promise<void> {
  const readers = (['la', 'practice', 'inspector', 'figures'] as const).map((audience): TableRule => ({
    audience,
    access: 'read',
    condition: 'true',
  }));
  await guardBy(queryRunner, table, [...readers, { audience: 'service', access: 'write', condition: 'true' }]);
}

/** Guards a table by rules of its own. */
export async function guardBy(queryRunner: QueryRunner, table: string, rules: readonly TableRule[]): Promise<void> {
  const name = quoted(table);
  const roles = await roleNames(queryRunner);
  await queryRunner.query(`
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
    REVOKE ALL ON ${name} FROM PUBLIC;
    CREATE POLICY owner ON ${name} TO CURRENT_USER USING (true) WITH CHECK (true);
  `);
  for (const { audience, access, condition } of rules) {
    const [role, rows] = [quoted(roles[audience]), signedFor(audience, condition)];
    await queryRunner.query(`
      CREATE POLICY ${audience} ON ${name} ${policyFor(access, role, rows)};
      GRANT ${GRANTS[access]} ON ${name} TO ${role};
    `);
    if (access !== 'read') await grantSequences(queryRunner, table, roles[audience]);
  }
}

const GRANTS: Readonly<Record<TableRule['access'], string>> = {
  read: 'SELECT',
  append: 'INSERT',
  write: 'SELECT, INSERT, UPDATE, DELETE',
};

function policyFor(access: TableRule['access'], role: string, rows: string): string {
  switch (access) {
    case 'read':
      return `FOR SELECT TO ${role} USING (${rows})`;
    case 'append':
      return `FOR INSERT TO ${role} WITH CHECK (${rows})`;
    case 'write':
      return `TO ${role} USING (${rows}) WITH CHECK (${rows})`;
  }
}

function rulesOf(guard: TableGuard): TableRule[] {
  const rules: TableRule[] = [];
  if (guard.la) rules.push({ audience: 'la', access: guard.la, condition: OWN_AUTHORITY });
  if (guard.practice) rules.push(practiceRule(guard.practice));
  if (guard.inspector) rules.push({ audience: 'inspector', access: guard.inspector, condition: OWN_AUTHORITY });
  if (guard.service) {
    rules.push({ audience: 'service', access: guard.service, condition: 'true' });
  }
  if (guard.figures) {
    rules.push({ audience: 'figures', access: 'read', condition: guard.figures });
  }
  return rules;
}

function practiceRule(practice: string): TableRule {
  if (practice === 'read' || practice === 'write') {
    return { audience: 'practice', access: practice, condition: ALLOCATED_TODAY };
  }
  return { audience: 'practice', access: 'read', condition: practice };
}

/**
 * A condition that names no code of the viewer's would hold without a context. Those that compare with `sec.la()` or
 * `sec.practice()` need no such help, and every guarded row is spared it.
 */
function signedFor(audience: DatabaseAudience, condition: string): string {
  if (condition === OWN_AUTHORITY || condition === ALLOCATED_TODAY) return condition;
  const signed = `(SELECT sec.audience()) = ${literal(audience)}`;
  return condition === 'true' ? signed : `${signed} AND (${condition})`;
}

async function roleNames(queryRunner: QueryRunner): Promise<Record<DatabaseAudience, string>> {
  const rows: { audience: DatabaseAudience; name: string }[] = await queryRunner.query(
    'SELECT audience, name FROM sec.role_name',
  );
  return Object.fromEntries(rows.map((row) => [row.audience, row.name])) as Record<DatabaseAudience, string>;
}

async function grantSequences(queryRunner: QueryRunner, table: string, role: string): Promise<void> {
  const sequences: { name: string }[] = await queryRunner.query(
    `SELECT s.oid::regclass::text AS name FROM pg_depend d JOIN pg_class s ON s.oid = d.objid
     WHERE d.classid = 'pg_class'::regclass AND s.relkind = 'S' AND d.refobjid = $1::regclass`,
    [quoted(table)],
  );
  for (const { name } of sequences) await queryRunner.query(`GRANT USAGE ON SEQUENCE ${name} TO ${quoted(role)}`);
}
