import {
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type NamedTypeNode,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';

/** An operation with values for its variables that the schema accepts and that stand for nothing. */
export interface PlaceholderOperation {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown>;
}

/**
 * The operations of a registered document, ready to be planned before anybody asks: parsed, validated and planned
 * once, they cost the first user nothing. None for a document that does not parse.
 */
export function placeholderOperations(query: string, schema: GraphQLSchema): PlaceholderOperation[] {
  return operationsOf(query).map((operation) => ({
    query,
    operationName: operation.name?.value,
    variables: placeholders(operation, schema),
  }));
}

function operationsOf(query: string): OperationDefinitionNode[] {
  try {
    return parse(query).definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  } catch {
    return [];
  }
}

function placeholders(operation: OperationDefinitionNode, schema: GraphQLSchema): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
    if (defaultValue) continue;
    const known = inputType(type, schema);
    if (known) values[variable.name.value] = placeholder(known);
  }
  return values;
}

function inputType(type: TypeNode, schema: GraphQLSchema): GraphQLInputType | undefined {
  return typeFromAST(schema, type as NamedTypeNode) as GraphQLInputType | undefined;
}

function placeholder(type: GraphQLInputType): unknown {
  if (!isNonNullType(type)) return null;
  const inner = type.ofType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]?.name;
  if (isInputObjectType(inner)) {
    const fields = Object.values(inner.getFields()).filter(
      (field) => isNonNullType(field.type) && field.defaultValue === undefined,
    );
    return Object.fromEntries(fields.map((field) => [field.name, placeholder(field.type)]));
  }
  return scalarPlaceholders[inner.name] ?? '2000-01-01';
}

const scalarPlaceholders: Readonly<Record<string, unknown>> = { Int: 1, Float: 1, Boolean: true, ID: '-', String: '-' };
