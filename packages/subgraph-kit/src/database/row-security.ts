import type { QueryRunner } from 'typeorm';
import type { DatabaseAudience } from './database.ts';
import { literal, quoted } from './roles.ts';

/** What an audience may do with the rows it is shown. `write` includes reading. */
export type Access = 'read' | 'write';

/** Who may see and change which rows of a table. An audience that is left out sees nothing. */
export interface TableGuard {
  /** The table. It has a column `la_code` unless no audience is guarded by the authority. */
  readonly table: string;
  /**
   * The column with the id of the child that a row is about. Rows of children restricted to others are then hidden from
   * every audience, and those who see named children only see no others. Left out for tables that are about no child:
   * those who see named children read of them what their authority's staff do.
   */
  readonly child?: string;
  /** The rows whose `la_code` is the viewer's authority. */
  readonly la?: Access;
  /**
   * The rows of children allocated to the viewer's practice now (`access_practice_id`, `access_from`, `access_until`) by
   * an authority it has a live contract with; or an SQL condition: the rows a practice may read.
   */
  readonly practice?: Access | (string & {});
  /**
   * The rows of the authority under inspection, while the window is open; or an SQL condition: those of them that an
   * inspector reads of children outside the sample as well. Needs `child`.
   */
  readonly inspector?: 'read' | (string & {});
  /** All rows, for the platform itself. */
  readonly service?: Access;
  /** SQL condition of the rows that figures may be made of; `true` for all. */
  readonly figures?: string;
}

const OWN_AUTHORITY = 'la_code = (SELECT sec.la())';
const IN_RELATION = 'la_code = ANY ((SELECT sec.las())::text[])';
const ALLOCATED_NOW =
  `access_practice_id = (SELECT sec.practice()) AND ${IN_RELATION} ` +
  'AND access_from <= (SELECT sec.now()) AND access_until > (SELECT sec.now())';
const namedSql = (child: string): string => `${child} = ANY ((SELECT sec.named())::text[])`;
const notHiddenSql = (child: string): string => `${child} <> ALL ((SELECT sec.hidden())::text[])`;

/** What one audience may do with which rows. `append` is to add rows without reading any, `append-read` to add and read. */
export interface TableRule {
  readonly audience: DatabaseAudience;
  readonly access: Access | 'append' | 'append-read';
  /** SQL condition of the rows; `true` for all. It holds only with a context signed for the audience. */
  readonly condition: string;
}

/**
 * Puts a table under row-level security: ENABLE and FORCE, one policy and the grants for each audience, and one policy
 * for the owner, whose migrations and triggers see all. Run it in the migration that creates the table, and again in one
 * that changes who may see it: what was said before is forgotten.
 */
export async function guardTable(queryRunner: QueryRunner, guard: TableGuard): Promise<void> {
  await guardBy(queryRunner, guard.table, rulesOf(guard));
}

/**
 * Opens a table without anything confidential in it, such as a directory of postcodes, to every audience's reading;
 * the platform itself may write it.
 */
export async function openTable(queryRunner: QueryRunner, table: string): Promise<void> {
  const readers = (['la', 'practice', 'inspector', 'named', 'figures'] as const).map((audience): TableRule => ({
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
  await forget(queryRunner, table, roles);
  await queryRunner.query(`
    ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY;
    ALTER TABLE ${name} FORCE ROW LEVEL SECURITY;
    REVOKE ALL ON ${name} FROM PUBLIC;
    CREATE POLICY owner ON ${name} TO CURRENT_USER USING (true) WITH CHECK (true);
  `);
  for (const { audience, access, condition } of rules) {
    const [role, rows] = [quoted(roles[audience]), signedFor(audience, condition)];
    for (const [index, policy] of policiesFor(access, role, rows).entries()) {
      await queryRunner.query(`CREATE POLICY ${audience}${index === 0 ? '' : `_${index + 1}`} ON ${name} ${policy}`);
    }
    await queryRunner.query(`GRANT ${GRANTS[access]} ON ${name} TO ${role}`);
    if (access !== 'read') await grantSequences(queryRunner, table, roles[audience]);
  }
}

const GRANTS: Readonly<Record<TableRule['access'], string>> = {
  read: 'SELECT',
  append: 'INSERT',
  'append-read': 'SELECT, INSERT',
  write: 'SELECT, INSERT, UPDATE, DELETE',
};

function policiesFor(access: TableRule['access'], role: string, rows: string): string[] {
  const reading = `FOR SELECT TO ${role} USING (${rows})`;
  const adding = `FOR INSERT TO ${role} WITH CHECK (${rows})`;
  switch (access) {
    case 'read':
      return [reading];
    case 'append':
      return [adding];
    case 'append-read':
      return [reading, adding];
    case 'write':
      return [`TO ${role} USING (${rows}) WITH CHECK (${rows})`];
  }
}

function rulesOf(guard: TableGuard): TableRule[] {
  const rules: TableRule[] = [];
  if (guard.la) rules.push({ audience: 'la', access: guard.la, condition: unhidden(guard, OWN_AUTHORITY) });
  if (guard.practice) rules.push(practiceRule(guard, guard.practice));
  if (guard.inspector) {
    rules.push({ audience: 'inspector', access: 'read', condition: unhidden(guard, inspectedSql(guard)) });
  }
  if (guard.la || guard.inspector) {
    const named = guard.child ? `${IN_RELATION} AND ${namedSql(guard.child)}` : IN_RELATION;
    rules.push({ audience: 'named', access: 'read', condition: unhidden(guard, named) });
  }
  if (guard.service) {
    rules.push({ audience: 'service', access: guard.service, condition: 'true' });
  }
  if (guard.figures) {
    rules.push({ audience: 'figures', access: 'read', condition: unhidden(guard, `(${guard.figures})`) });
  }
  return rules;
}

function practiceRule(guard: TableGuard, practice: string): TableRule {
  if (practice === 'read' || practice === 'write') {
    return { audience: 'practice', access: practice, condition: unhidden(guard, ALLOCATED_NOW) };
  }
  return { audience: 'practice', access: 'read', condition: unhidden(guard, `(${practice})`) };
}

function inspectedSql({ inspector, child }: TableGuard): string {
  if (!inspector || inspector === 'read') return IN_RELATION;
  if (!child) throw new Error('What an inspector reads beyond the sample needs the column of the child.');
  return `${IN_RELATION} AND (${inspector} OR ${namedSql(child)})`;
}

function unhidden({ child }: TableGuard, condition: string): string {
  return child ? `${condition} AND ${notHiddenSql(child)}` : condition;
}

/**
 * A condition that names no code of the viewer's would hold without a context, and one that names `sec.las()` with that
 * of another audience. Those that compare with `sec.la()` or an allocation need no such help, and every guarded row is
 * spared it.
 */
function signedFor(audience: DatabaseAudience, condition: string): string {
  if ([OWN_AUTHORITY, ALLOCATED_NOW].some((codes) => condition.startsWith(codes))) return condition;
  const signed = `(SELECT sec.audience()) = ${literal(audience)}`;
  return condition === 'true' ? signed : `${signed} AND (${condition})`;
}

async function forget(
  queryRunner: QueryRunner,
  table: string,
  roles: Readonly<Record<DatabaseAudience, string>>,
): Promise<void> {
  const policies: { name: string }[] = await queryRunner.query(
    'SELECT polname AS name FROM pg_policy WHERE polrelid = $1::regclass',
    [quoted(table)],
  );
  for (const { name } of policies) await queryRunner.query(`DROP POLICY ${quoted(name)} ON ${quoted(table)}`);
  await queryRunner.query(`REVOKE ALL ON ${quoted(table)} FROM ${Object.values(roles).map(quoted).join(', ')}`);
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
