import type { QueryRunner } from 'typeorm';
import type { DatabaseAudience } from './database.ts';

/** What one audience may add to a table that it reads by another rule, or change in it. */
export interface AllowedChange {
  readonly table: string;
  readonly audience: DatabaseAudience;
  /** The columns of a row that may be changed; left out where rows are added. */
  readonly columns?: readonly string[];
  /** SQL condition of the rows, before the change and after it. It names a code of the viewer's. */
  readonly condition: string;
}

/**
 * Lets an audience add rows to a guarded table, or change some columns of them: for records that are ended and never
 * deleted, and that fewer people may write than read. `guardTable` and `guardBy` forget it.
 */
export async function allowChange(queryRunner: QueryRunner, allowed: AllowedChange): Promise<void> {
  const { table, audience, columns, condition } = allowed;
  const [role]: { name: string }[] = await queryRunner.query('SELECT name FROM sec.role_name WHERE audience = $1', [
    audience,
  ]);
  if (!role) throw new Error(`The database has no role for ${audience}.`);
  const rows = `(SELECT sec.audience()) = '${audience}' AND (${condition})`;
  if (columns) {
    await queryRunner.query(`
      CREATE POLICY ${audience}_change ON ${table} FOR UPDATE TO "${role.name}" USING (${rows}) WITH CHECK (${rows});
      GRANT UPDATE (${columns.join(', ')}) ON ${table} TO "${role.name}"`);
  } else {
    await queryRunner.query(`
      CREATE POLICY ${audience}_add ON ${table} FOR INSERT TO "${role.name}" WITH CHECK (${rows});
      GRANT INSERT ON ${table} TO "${role.name}"`);
  }
}

/** SQL: rows of the viewer's own authority, for staff who see all of it. */
export const ofOwnAuthority = 'la_code = (SELECT sec.la())';

/** SQL: rows of the authorities the viewer stands in relation to. */
export const inRelation = 'la_code = ANY ((SELECT sec.las())::text[])';

/** SQL: rows about children whose records are not restricted to others. */
export const notHidden = 'child_id <> ALL ((SELECT sec.hidden())::text[])';

/** SQL: rows about children named to the viewer. */
export const namedToViewer = 'child_id = ANY ((SELECT sec.named())::text[])';

/** SQL: the viewer has one of these roles. */
export function viewerIs(...roles: readonly string[]): string {
  return `(SELECT sec.viewer_role()) IN (${roles.map((role) => `'${role}'`).join(', ')})`;
}

/** What audiences may not add to a table, though they may add rows. */
export interface RestrictedAdding {
  readonly table: string;
  readonly audiences: readonly DatabaseAudience[];
  /** SQL condition that every row added by them meets as well. */
  readonly condition: string;
}

/** Narrows what audiences may add to a guarded table: a version that only some of its writers may make. */
export async function restrictAdding(queryRunner: QueryRunner, restricted: RestrictedAdding): Promise<void> {
  const { table, audiences, condition } = restricted;
  const roles: { name: string }[] = await queryRunner.query(
    'SELECT name FROM sec.role_name WHERE audience = ANY ($1::text[])',
    [audiences],
  );
  const names = roles.map(({ name }) => `"${name}"`).join(', ');
  await queryRunner.query(
    `CREATE POLICY narrowed ON ${table} AS RESTRICTIVE FOR INSERT TO ${names} WITH CHECK (${condition})`,
  );
}
