import type { DataSource } from 'typeorm';
import { appDatabaseUrl } from '../environment.ts';
import { ForbiddenError } from '../errors.ts';
import { silentLogger, type Logger } from '../logger.ts';
import type { Viewer } from '../viewer.ts';
import { createDataSource } from './data-source.ts';
import type { Database, DatabaseAudience, Db, OpenDatabaseOptions, Roles, TransactionOptions } from './database.ts';
import { migrate, withMigrationLock } from './migrate.ts';
import { prepareDatabase, type PreparedDatabase } from './prepare-database.ts';
import {
  contextKey,
  contextOf,
  databaseAudienceOf,
  signContext,
  type DatabaseContext,
  type Moment,
} from './signed-context.ts';
import { inOneMessage, inTransaction, type TransactionStart } from './transaction.ts';

const POOL_SIZE = 8;
const FIGURES_POOL_SIZE = 4;
const READ_TIMEOUT_MS = 15_000;
const WRITE_TIMEOUT_MS = 60_000;
const SERVICE_TIMEOUT_MS = 600_000;

/**
 * Prepares a subgraph's database as its owner (roles, context functions, migrations; one process at a time), then opens
 * it for the application's login.
 *
 * @throws Error that says what to do when the server is too old, out of reach, or the owner lacks a right.
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const logger = options.logger ?? silentLogger;
  const opened: DataSource[] = [];
  const open = async (source: DataSource): Promise<DataSource> => {
    opened.push(await connected(source, options));
    return source;
  };
  try {
    const owner = await open(ownerDataSource(options, logger));
    const prepared = await prepareAndMigrate(owner, options, logger);
    const url = appDatabaseUrl(options.name) ?? appUrl(options.url, prepared);
    const app = await open(appDataSource(options, logger, url));
    const figures = await open(figuresDataSource(options, logger, url));
    return new OpenDatabase(options, { owner, app, figures, roles: prepared.roles });
  } catch (error) {
    await Promise.all(opened.map((source) => source.destroy()));
    throw error;
  }
}

async function prepareAndMigrate(owner: DataSource, options: OpenDatabaseOptions, logger: Logger) {
  const appLogin = loginOf(appDatabaseUrl(options.name));
  return withMigrationLock(owner, async (queryRunner) => {
    const prepared = await prepareDatabase(queryRunner, { name: options.name, secret: options.secret, appLogin });
    const done = await migrate(owner);
    if (done.length > 0) logger.info('database migrated', { subgraph: options.name, count: done.length });
    return prepared;
  });
}

class OpenDatabase implements Database {
  readonly name: Database['name'];
  readonly dataSource: DataSource;
  readonly roles: Roles;
  readonly #options: OpenDatabaseOptions;
  readonly #owner: DataSource;
  readonly #figures: DataSource;
  readonly #key: Buffer;

  constructor(
    options: OpenDatabaseOptions,
    parts: { owner: DataSource; app: DataSource; figures: DataSource; roles: Roles },
  ) {
    this.name = options.name;
    this.dataSource = parts.app;
    this.roles = parts.roles;
    this.#options = options;
    this.#owner = parts.owner;
    this.#figures = parts.figures;
    this.#key = contextKey(options.secret, options.name);
  }

  async read<T>(viewer: Viewer, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T> {
    return this.#as(
      databaseAudienceOf(viewer),
      viewer,
      { isReadOnly: true, timeoutMs: READ_TIMEOUT_MS, ...options },
      work,
    );
  }

  async write<T>(viewer: Viewer, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T> {
    if (viewer.audience === 'inspector' || viewer.role === 'integrator') {
      throw new ForbiddenError('Inspectors and integrators read only.');
    }
    if (viewer.breakGlass) throw new ForbiddenError('Under a broken glass the record is read only.');
    return this.#as(
      databaseAudienceOf(viewer),
      viewer,
      { isReadOnly: false, timeoutMs: WRITE_TIMEOUT_MS, ...options },
      work,
    );
  }

  async figures<T>(viewer: Viewer, work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T> {
    const who = { role: this.roles.figures, context: this.#contextOf(viewer, 'figures') };
    return this.#run(this.#figures, who, { isReadOnly: true, timeoutMs: READ_TIMEOUT_MS, ...options }, work);
  }

  async service<T>(work: (db: Db) => Promise<T>, options?: TransactionOptions): Promise<T> {
    const limits = { isReadOnly: false, timeoutMs: SERVICE_TIMEOUT_MS, ...options };
    return this.#run(this.dataSource, { role: this.roles.service, context: this.#nobody('service') }, limits, work);
  }

  async serviceStatement(sql: string, options?: TransactionOptions): Promise<void> {
    const who = { role: this.roles.service, context: this.#nobody('service') };
    const limits = { isReadOnly: false, timeoutMs: SERVICE_TIMEOUT_MS, ...options };
    // Every request waits for these: they must not wait themselves for a connection that a long query holds.
    await inOneMessage(this.#figures, this.#startOf(who, limits), sql);
  }

  async owner<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const limits = { isReadOnly: false, timeoutMs: SERVICE_TIMEOUT_MS };
    return this.#run(this.#owner, { role: null, context: this.#nobody('owner') }, limits, work);
  }

  async schemaDrift(): Promise<string[]> {
    const { upQueries } = await this.#owner.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => query);
  }

  async close(): Promise<void> {
    const open = [this.dataSource, this.#figures, this.#owner].filter((source) => source.isInitialized);
    await Promise.all(open.map((source) => source.destroy()));
  }

  #as<T>(audience: DatabaseAudience, viewer: Viewer, limits: Limits, work: (db: Db) => Promise<T>): Promise<T> {
    const who = { role: this.roles[audience], context: this.#contextOf(viewer, audience) };
    return this.#run(this.dataSource, who, limits, work);
  }

  #nobody(audience: DatabaseContext['audience']): DatabaseContext {
    return {
      ...this.#moment(),
      audience,
      la: null,
      las: [],
      practice: null,
      role: null,
      subject: null,
      named: [],
      hidden: [],
    };
  }

  #contextOf(viewer: Viewer, audience: DatabaseAudience): DatabaseContext {
    return contextOf(viewer, { audience, name: this.name, moment: this.#moment() });
  }

  #moment(): Moment {
    const { clock } = this.#options;
    return { today: clock.today(), now: clock.now() };
  }

  #run<T>(
    source: DataSource,
    who: { role: string | null; context: DatabaseContext },
    limits: Limits,
    work: (db: Db) => Promise<T>,
  ): Promise<T> {
    return inTransaction(source, this.#startOf(who, limits), work);
  }

  #startOf(who: { role: string | null; context: DatabaseContext }, limits: Limits): TransactionStart {
    return {
      isReadOnly: limits.isReadOnly,
      role: who.role,
      context: () => signContext(who.context, this.#key),
      platform: { role: this.roles.service, context: () => signContext(this.#nobody('service'), this.#key) },
      statementTimeoutMs: limits.statementTimeoutMs ?? limits.timeoutMs,
      onStatement: this.#options.onStatement,
    };
  }
}

interface Limits extends TransactionOptions {
  readonly isReadOnly: boolean;
  readonly timeoutMs: number;
}

function ownerDataSource(options: OpenDatabaseOptions, logger: Logger): DataSource {
  return createDataSource({
    url: options.url,
    applicationName: `mainstay-${options.name}-owner`,
    size: 3,
    entities: options.entities,
    migrations: options.migrations,
    logger,
  });
}

/**
 * Figures have connections of their own: a request asks for them while it holds one already, and requests that wait
 * for each other's second connection would wait for ever.
 */
function figuresDataSource(options: OpenDatabaseOptions, logger: Logger, url: string): DataSource {
  return createDataSource({
    url,
    applicationName: `mainstay-${options.name}-figures`,
    size: Math.min(FIGURES_POOL_SIZE, options.poolSize ?? POOL_SIZE),
    entities: [],
    logger,
  });
}

function appDataSource(options: OpenDatabaseOptions, logger: Logger, url: string): DataSource {
  return createDataSource({
    url,
    applicationName: `mainstay-${options.name}`,
    size: options.poolSize ?? POOL_SIZE,
    entities: options.entities,
    logger,
  });
}

async function connected(source: DataSource, { name }: OpenDatabaseOptions): Promise<DataSource> {
  try {
    return await source.initialize();
  } catch (cause) {
    const variable = `${name.toUpperCase()}_DATABASE_URL`;
    throw new Error(`The database of ${name} cannot be opened. Check ${variable} and that its server runs.`, { cause });
  }
}

function appUrl(ownerUrl: string, { app }: PreparedDatabase): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(app.user);
  url.password = encodeURIComponent(app.password ?? '');
  return url.toString();
}

function loginOf(url: string | undefined): string | null {
  return url ? decodeURIComponent(new URL(url).username) : null;
}
