import { GraphQLError, isObjectType, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { BoundedCache } from '../bounded-cache.ts';
import type { Db } from '../database/database.ts';
import { UnavailableError } from '../errors.ts';
import { silentLogger } from '../logger.ts';
import { maskGraphErrors, type MaskingContext } from '../mask-errors.ts';
import { TouchLog } from '../touched.ts';
import type { Viewer } from '../viewer.ts';
import { prepareOperation, type Operation, type Rejection } from './operation.ts';
import type { GraphRequest, SubgraphOptions } from './subgraph.ts';

const MOST_OPERATIONS_KEPT = 1_000;
const TIME_LIMIT_MS = 30_000;

/** Runs operations for a viewer: one transaction each, read only for queries, all or nothing for mutations. */
export class Executor<Context> {
  readonly #schema: GraphQLSchema;
  readonly #options: SubgraphOptions<Context>;
  readonly #operations = new BoundedCache<Operation | Rejection>(MOST_OPERATIONS_KEPT);
  readonly #fieldNames: ReadonlySet<string>;

  constructor(schema: GraphQLSchema, options: SubgraphOptions<Context>) {
    this.#schema = schema;
    this.#fieldNames = fieldNamesOf(schema);
    this.#options = options;
  }

  /** Answers `request` as `viewer`. Never rejects: what goes wrong is in the answer, masked. */
  async execute(request: GraphRequest, viewer: Viewer): Promise<ExecutionResult> {
    const masking = this.#masking(viewer);
    const touched = new TouchLog();
    try {
      const operation = this.#prepared(request.query);
      if ('errors' in operation) return { errors: operation.errors };
      const result = await this.#run(operation, request.variables ?? {}, { viewer, touched });
      // Variables that do not fit: nothing was run.
      if (!('data' in result)) return answerOf(result, operation, masking);
      if (operation.kind === 'mutation' && result.errors?.length) touched.undo();
      return { ...answerOf(result, operation, masking), extensions: { touched: touched.touched() } };
    } catch (error) {
      const errors = maskGraphErrors([asGraphError(error)], masking);
      touched.undo();
      return { data: null, errors, extensions: { touched: touched.touched() } };
    }
  }

  #prepared(query: string): Operation | Rejection {
    return this.#operations.getOrMake(query, () => prepareOperation(this.#schema, query));
  }

  async #run(
    operation: Operation,
    variables: object,
    { viewer, touched }: { viewer: Viewer; touched: TouchLog },
  ): Promise<ExecutionResult> {
    const { database, clock, createContext } = this.#options;
    const work = (db: Db) =>
      withinTime(async () => operation.run(createContext({ viewer, db, database, clock, touched }), variables));
    if (operation.kind === 'query') return database.read(viewer, work);
    return this.#mutate(viewer, work);
  }

  /** A mutation that answers an error changes nothing: the error undoes its transaction and then becomes the answer. */
  async #mutate(viewer: Viewer, work: (db: Db) => Promise<ExecutionResult>): Promise<ExecutionResult> {
    let failed: ExecutionResult | null = null;
    try {
      return await this.#options.database.write(viewer, async (db) => {
        const result = await work(db);
        // Variables that do not fit have run nothing, and are told as they are.
        if (!result.errors?.length || !('data' in result)) return result;
        failed = { data: null, errors: result.errors };
        throw new RolledBack();
      });
    } catch (error) {
      if (failed !== null && error instanceof RolledBack) return failed;
      throw error;
    }
  }

  /** The name of the operation stays out of the log: whoever writes a query of their own may put anything there. */
  #masking(viewer: Viewer): MaskingContext {
    const { logger, name } = this.#options;
    const fields = { subgraph: name, requestId: viewer.requestId, role: viewer.role };
    return { logger: logger ?? silentLogger, fields, isField: (name) => this.#fieldNames.has(name) };
  }
}

class RolledBack extends Error {}

function fieldNamesOf(schema: GraphQLSchema): ReadonlySet<string> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type));
  return new Set(types.flatMap((type) => Object.keys(type.getFields())));
}

function answerOf(result: ExecutionResult, operation: Operation, masking: MaskingContext): ExecutionResult {
  if (!result.errors?.length) return result;
  if (!('data' in result)) return { errors: result.errors.map(withoutValue) };
  const data = operation.kind === 'mutation' ? null : (result.data ?? null);
  return { data, errors: maskGraphErrors(result.errors, masking) };
}

/** GraphQL quotes the value of a variable that has the wrong type; the value stays here. */
function withoutValue({ message }: GraphQLError): GraphQLError {
  const name = /Variable "\$(\w+)"/.exec(message)?.[1] ?? '';
  return new GraphQLError(`The variable $${name} does not have a value of the type the operation asks for.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  });
}

function asGraphError(error: unknown): GraphQLError {
  return new GraphQLError('', { originalError: error instanceof Error ? error : new Error('Not an Error.') });
}

/** A resolver that never answers must not hold its connection for ever. */
async function withinTime<T>(work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new UnavailableError('The answer takes too long.')), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
