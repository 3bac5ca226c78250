import type { DataSource, EntityManager, EntitySchema, MigrationInterface } from 'typeorm';
import type { Clock } from '@mainstay/primitives';
import type { Logger } from '../logger.ts';
import type { Viewer } from '../viewer.ts';

/** The three subgraphs. */
export type SubgraphName = 'children' | 'workforce' | 'contracts';

/** The parts of the platform that own a database: the three subgraphs, and the gateway, which keeps sessions and the audit. */
export type DatabaseName = SubgraphName | 'gateway';

/** What one transaction may do with the database. Statements run one after the other, in the order they are asked for. */
export interface Db {
  /** Runs one statement with parameters `$1…` and answers its rows (for UPDATE and DELETE those of RETURNING). Dates arrive as `YYYY-MM-DD`, bigint as text. */
  query<Row = Record<string, unknown>>(sql: string, params?: readonly unknown[]): Promise<Row[]>;
  /**
   * Runs `work` in the same transaction with the rights of the platform itself, past what the viewer may see and write: for
   * what a viewer may bring about without seeing all of it. Decide first whether they may. Every other statement of the
   * transaction waits until `work` is done and then runs as the viewer again; `work` uses the `Db` it is given, and no
   * manager.
   */
  asPlatform<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** TypeORM's manager in the same transaction. `save()` is forbidden: it overwrites what others changed. */
  readonly manager: EntityManager;
}

/** Limits of one transaction, for work that is known to take longer than a request. */
export interface TransactionOptions {
  /** How long one statement may run; 15 seconds for reads, 60 for writes, 600 for the platform itself. */
  readonly statementTimeoutMs?: number;
}

/** The one door to a subgraph's database. Each method is one transaction, rolled back when `work` throws. */
export interface Database {
  readonly name: DatabaseName;
  /** Read only, as the viewer: row-level security shows what the viewer's audience may see. */
  read<T>(viewer: Viewer, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * Reads and writes as the viewer.
   *
   * @throws ForbiddenError for inspectors, integrators and viewers under a broken glass, who change nothing.
   */
  write<T>(viewer: Viewer, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Read only, with the wider sight that figures need. Only counts may leave `work`, never rows. */
  figures<T>(viewer: Viewer, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** The platform itself: feeds, imports' progress, clearing away. */
  service<T>(work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /**
   * One statement of the platform itself in one round trip, without parameters: every value in it must be written with
   * `literal`. For what every request waits for: it takes none of the connections that reading and writing use.
   */
  serviceStatement(sql: string, options?: TransactionOptions): Promise<void>;
  /** The owner of the tables, past row-level security: demonstration data and tests, never a request. */
  owner<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** The pool of the application's login, for entity metadata; every statement goes through the methods above. */
  readonly dataSource: DataSource;
  /** The database roles of this database's audiences. */
  readonly roles: Roles;
  /** The statements that would make the tables what the entities say; empty when migrations and entities agree. */
  schemaDrift(): Promise<string[]>;
  close(): Promise<void>;
}

/** The database roles of one subgraph's database, one for each audience. None of them can log in or owns anything. */
export interface Roles {
  readonly la: string;
  readonly practice: string;
  readonly inspector: string;
  /** Those who see named children only: IROs, and anybody under a broken glass. */
  readonly named: string;
  readonly figures: string;
  readonly service: string;
}

/** An audience with a database role of its own. */
export type DatabaseAudience = keyof Roles;

/** A TypeORM migration class. */
export type Migration = new () => MigrationInterface;

/** What `openDatabase` needs. */
export interface OpenDatabaseOptions {
  readonly name: DatabaseName;
  /** URL of the database for its owner: a superuser, or the database's owner with CREATEROLE. */
  readonly url: string;
  /** The platform's secret: the application's password and the key of the signed context are derived from it. */
  readonly secret: string;
  readonly clock: Clock;
  readonly entities: readonly EntitySchema[];
  /** Migration classes in any order; the time in their names orders them. */
  readonly migrations: readonly Function[];
  /** Connections for requests; 8 when left out. */
  readonly poolSize?: number;
  /** Told every statement of `work` before it runs, without parameters. */
  readonly onStatement?: (sql: string) => void;
  readonly logger?: Logger;
}
