import type { DataSource, QueryRunner } from 'typeorm';
import { MainstayError, UnavailableError } from '../errors.ts';
import type { Db } from './database.ts';
import { literal, quoted } from './roles.ts';

/** Who a transaction's statements run as. */
export interface Becoming {
  /** The role to become; null to stay the login. */
  readonly role: string | null;
  /** What `sec.enter` is given; made when it is entered, for it holds for seconds only. */
  readonly context: () => string;
}

/** How one transaction begins. */
export interface TransactionStart extends Becoming {
  readonly isReadOnly: boolean;
  /** Who `asPlatform` runs as. */
  readonly platform: Becoming;
  readonly statementTimeoutMs: number;
  readonly onStatement?: ((sql: string) => void) | undefined;
}

const LOCK_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 60_000;

/**
 * Runs `work` in one transaction on one connection. The transaction begins with the first statement, so work that asks
 * nothing of the database takes no connection; it commits when `work` is done and rolls back when `work` throws.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  start: TransactionStart,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  const queryRunner = dataSource.createQueryRunner();
  const transaction = new Transaction(queryRunner, start);
  try {
    const answer = await work(transaction.db);
    await transaction.commit();
    return answer;
  } catch (error) {
    await transaction.rollBack();
    throw readable(error);
  } finally {
    await queryRunner.release();
  }
}

/**
 * Runs one statement without parameters in a transaction of its own, begun and committed in one message: one round trip.
 */
export async function inOneMessage(dataSource: DataSource, start: TransactionStart, sql: string): Promise<void> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    start.onStatement?.(sql);
    await queryRunner.query(`START TRANSACTION${openingOf(start)}; ${sql}; COMMIT`);
  } catch (error) {
    // A connection that was lost has lost its transaction too.
    await queryRunner.query('ROLLBACK').catch(() => {});
    throw readable(error);
  } finally {
    await queryRunner.release();
  }
}

/** Follows START TRANSACTION in the same message: one round trip makes the transaction the viewer's. */
function openingOf({ isReadOnly, role, context, statementTimeoutMs }: TransactionStart): string {
  return [
    isReadOnly ? ' READ ONLY' : '',
    ...(role ? [`SET LOCAL ROLE ${quoted(role)}`] : []),
    // Statements here take milliseconds: compiling a long one to machine code first takes seconds.
    'SET LOCAL jit = off',
    `SET LOCAL statement_timeout = ${statementTimeoutMs}`,
    `SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`,
    `SET LOCAL idle_in_transaction_session_timeout = ${IDLE_TIMEOUT_MS}`,
    `SELECT sec.enter(${literal(context())})`,
  ].join('; ');
}

/** What a query runner does with a statement. */
type RunStatement = QueryRunner['query'];

/** Makes the rest of the transaction somebody's, in one round trip. */
function becoming({ role, context }: Becoming): string {
  const become = role ? `SET LOCAL ROLE ${quoted(role)}` : 'RESET ROLE';
  return `${become}; SELECT sec.enter(${literal(context())})`;
}

class Transaction {
  readonly db: Db;
  readonly #queryRunner: QueryRunner;
  readonly #start: TransactionStart;
  readonly #run: RunStatement;
  #begun: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #isOver = false;
  #isConnected = false;

  constructor(queryRunner: QueryRunner, start: TransactionStart) {
    this.#queryRunner = queryRunner;
    this.#start = start;
    this.#run = queryRunner.query.bind(queryRunner) as RunStatement;
    // TypeORM's query builders and manager come through here too, so nothing of theirs escapes order or transaction.
    queryRunner.query = ((sql: string, parameters?: unknown[], structured?: boolean) =>
      this.#statement(sql, parameters, structured)) as RunStatement;
    this.db = {
      query: (sql, params) => this.#rows(sql, params),
      asPlatform: (work) => this.#asPlatform(work),
      manager: queryRunner.manager,
    };
  }

  async commit(): Promise<void> {
    this.#isOver = true;
    await this.#last;
    if (this.#begun) await this.#queryRunner.commitTransaction();
  }

  async rollBack(): Promise<void> {
    this.#isOver = true;
    await this.#last;
    if (!this.#begun) return;
    try {
      if (this.#queryRunner.isTransactionActive) await this.#queryRunner.rollbackTransaction();
      // TypeORM takes a transaction whose first statement failed for one that never began; the server does not.
      else if (this.#isConnected) await this.#run('ROLLBACK');
    } catch {
      // The connection is gone, and the transaction with it: the error that led here is the one to tell.
    }
  }

  async #rows<Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> {
    const result: unknown = await this.#queryRunner.query(sql, [...params], true);
    return ((result as { records?: Row[] }).records ?? []) as Row[];
  }

  /** The whole of `work` is one turn: no statement of the viewer's can come between. */
  async #asPlatform<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.#isOver) throw new Error('A statement came after its transaction had ended: something was not awaited.');
    return this.#inOrder(async () => {
      await (this.#begun ??= this.#queryRunner.startTransaction());
      await this.#run(becoming(this.#start.platform));
      const platform = new PlatformTurn(this.#queryRunner, (sql, params) => {
        this.#start.onStatement?.(sql);
        return this.#run(sql, [...params], true);
      });
      try {
        return await work(platform.db);
      } finally {
        await platform.end();
        // A transaction that failed meanwhile can only be rolled back: nothing runs as the platform after this.
        await this.#run(becoming(this.#start)).catch(() => {
          this.#isOver = true;
        });
      }
    });
  }

  async #statement(sql: string, parameters?: unknown[], structured?: boolean): Promise<unknown> {
    if (sql === 'START TRANSACTION') return this.#open(sql);
    if (sql === 'COMMIT' || sql === 'ROLLBACK') return this.#inOrder(() => this.#run(sql));
    if (this.#isOver) throw new Error('A statement came after its transaction had ended: something was not awaited.');
    return this.#inOrder(async () => {
      await (this.#begun ??= this.#queryRunner.startTransaction());
      this.#start.onStatement?.(sql);
      return this.#run(sql, parameters, structured as true);
    });
  }

  /** One connection takes one statement at a time; whoever asks next waits, whatever became of the one before. */
  #inOrder<T>(run: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(run).catch((error: unknown) => {
      throw readable(error);
    });
    this.#last = turn.catch(() => {});
    return turn;
  }

  async #open(startTransaction: string): Promise<unknown> {
    await this.#queryRunner.connect();
    this.#isConnected = true;
    return this.#run(`${startTransaction}${openingOf(this.#start)}`);
  }
}

/** The statements of one turn of the platform, one after the other. */
class PlatformTurn {
  readonly db: Db;
  #last: Promise<unknown> = Promise.resolve();
  #isOver = false;

  constructor(
    queryRunner: QueryRunner,
    run: (sql: string, params: readonly unknown[]) => Promise<{ records?: unknown[] }>,
  ) {
    const query = <Row>(sql: string, params: readonly unknown[] = []): Promise<Row[]> => {
      if (this.#isOver) throw new Error('A statement came after its turn had ended: something was not awaited.');
      const turn = this.#last
        .then(() => run(sql, params))
        .then(
          ({ records }) => (records ?? []) as Row[],
          (error: unknown) => {
            throw readable(error);
          },
        );
      this.#last = turn.catch(() => {});
      return turn;
    };
    this.db = { query, asPlatform: (work) => work(this.db), manager: queryRunner.manager };
  }

  async end(): Promise<void> {
    this.#isOver = true;
    await this.#last;
  }
}

/** SQLSTATE classes and codes that mean "not now": no connection, shutting down, out of time, waited too long. */
const NOT_NOW = /^(08...|53...|57P0[1-4]|57014|55P03|40001|40P01|25P03)$/;
const NO_CONNECTION = /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)$/;

/** An error of the database that trying again may mend becomes `UnavailableError`; all others stay what they are. */
function readable(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof MainstayError) return error;
  const code = codeOf(error);
  // TypeORM lets go of a connection that was cut; the transaction finds it gone.
  const isLost =
    error.name === 'QueryRunnerAlreadyReleasedError' ||
    /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
  if (!NOT_NOW.test(code) && !NO_CONNECTION.test(code) && !isLost) return error;
  return new UnavailableError('The database does not answer in time. Try again in a moment.', { cause: error });
}

function codeOf(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : '';
}
