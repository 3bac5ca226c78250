import type { Role } from '@mainstay/subgraph-kit';
import type { QueryRunner } from 'typeorm';

/** SQL: the authorities the viewer stands in relation to. */
export const LAS = '(SELECT sec.las())::text[]';

/** SQL condition: the child is not restricted to others. */
export const NOT_HIDDEN = (child: string): string => `${child} <> ALL ((SELECT sec.hidden())::text[])`;

/** SQL condition: a practice's staff under a broken glass see of practices their own still. */
export const OF_PRACTICE_ITSELF = (practice: string): string =>
  `((SELECT sec.practice()) IS NULL OR ${practice} = (SELECT sec.practice()))`;

/** What some of an authority's staff may do with rows that all of it reads. */
export interface ManagersMay {
  readonly roles: readonly Role[];
  readonly insert?: boolean;
  /** The columns they may change. */
  readonly update?: readonly string[];
  /** SQL condition of the rows, besides the authority. */
  readonly and?: string;
}

/** In a migration, after the table's guard: lets some roles of an authority's staff add rows, or change some columns. */
export async function openToManagers(queryRunner: QueryRunner, table: string, may: ManagersMay): Promise<void> {
  const [la]: { name: string }[] = await queryRunner.query(`SELECT name FROM sec.role_name WHERE audience = 'la'`);
  const role = `"${la?.name}"`;
  const names = may.roles.map((name) => `'${name}'`).join(', ');
  const rows = `la_code = (SELECT sec.la()) AND (SELECT sec.viewer_role()) IN (${names})${may.and ? ` AND ${may.and}` : ''}`;
  if (may.insert) {
    await queryRunner.query(`CREATE POLICY la_adds ON ${table} FOR INSERT TO ${role} WITH CHECK (${rows});
      GRANT INSERT ON ${table} TO ${role}`);
  }
  if (may.update) {
    await queryRunner.query(`CREATE POLICY la_changes ON ${table} FOR UPDATE TO ${role} USING (${rows}) WITH CHECK (${rows});
      GRANT UPDATE (${may.update.join(', ')}) ON ${table} TO ${role}`);
  }
}
