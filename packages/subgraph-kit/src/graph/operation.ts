import {
  GraphQLError,
  Kind,
  NoSchemaIntrospectionCustomRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';

/** An operation that is ready to run: parsed, validated and compiled to JavaScript. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly name: string | null;
  run(context: unknown, variables: object): Promise<ExecutionResult> | ExecutionResult;
}

/** Why an operation cannot run. */
export interface Rejection {
  readonly errors: readonly GraphQLError[];
}

const MOST_TOKENS = 20_000;
const VALIDATION_RULES = [...specifiedRules, NoSchemaIntrospectionCustomRule];

/** Makes an operation of a document's text, or says why it cannot. A document holds one operation. */
export function prepareOperation(schema: GraphQLSchema, source: string): Operation | Rejection {
  const document = parsed(source);
  if ('errors' in document) return document;
  const invalid = validate(schema, document, VALIDATION_RULES, { maxErrors: 5 });
  if (invalid.length > 0) return rejection(invalid, 'GRAPHQL_VALIDATION_FAILED');
  const operations = document.definitions.filter((part) => part.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1) return refused('A request to a subgraph holds one operation.');
  if (operation.operation === 'subscription') return refused('A subgraph answers no subscriptions.');
  return compiled(schema, document, operation);
}

function parsed(source: string): DocumentNode | Rejection {
  try {
    return parse(source, { maxTokens: MOST_TOKENS, noLocation: false });
  } catch (error) {
    if (error instanceof GraphQLError) return rejection([error], 'GRAPHQL_PARSE_FAILED');
    throw error;
  }
}

function compiled(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Operation | Rejection {
  const query = compileQuery(schema, document, operation.name?.value, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(query)) {
    const [error] = query.errors ?? [];
    throw new Error('A valid operation could not be compiled.', { cause: error });
  }
  return {
    kind: operation.operation as 'query' | 'mutation',
    name: operation.name?.value ?? null,
    run: (context, variables) => query.query(undefined, context, variables as Record<string, unknown>),
  };
}

function refused(message: string): Rejection {
  return rejection([new GraphQLError(message)], 'GRAPHQL_VALIDATION_FAILED');
}

function rejection(errors: readonly GraphQLError[], code: string): Rejection {
  return { errors: errors.map(({ message }) => new GraphQLError(message, { extensions: { code } })) };
}
