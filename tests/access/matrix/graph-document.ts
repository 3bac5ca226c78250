import {
  getNamedType,
  isEnumType,
  isObjectType,
  isRequiredArgument,
  isScalarType,
  isUnionType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { statement } from './statement.ts';

/** Deep enough for a page's entries and their codes; what lies further down has rows of its own. */
const DEEPEST = 4;

/** What to ask below a field so that all of it is read: its leaves, and those of the values in it; of entities, the id. */
export function selectionOf(schema: GraphQLSchema, field: GraphQLField<unknown, unknown>, depth = 0): string {
  const type = getNamedType(field.type);
  if (isScalarType(type) || isEnumType(type)) return '';
  if (isUnionType(type)) {
    const members = schema
      .getPossibleTypes(type)
      .map((member) => `... on ${member.name} ${below(schema, member, depth)}`);
    return `{ __typename ${members.join(' ')} }`;
  }
  if (!isObjectType(type)) return '{ __typename }';
  return below(schema, type, depth);
}

/** An entity with rows of its own says who sees its fields there; what is reached here is that it is there. */
function below(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string {
  return type.name in statement ? '{ id }' : leaves(schema, type, depth);
}

function leaves(schema: GraphQLSchema, type: GraphQLObjectType, depth: number): string {
  const fields = Object.values(type.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const parts = fields.flatMap((field) => {
    const named = getNamedType(field.type);
    if (isScalarType(named) || isEnumType(named)) return [field.name];
    if (depth >= DEEPEST) return [];
    const args = field.args.some(({ name }) => name === 'first') ? '(first: 2)' : '';
    return [`${field.name}${args} ${selectionOf(schema, field, depth + 1)}`];
  });
  return `{ __typename ${parts.join(' ')} }`;
}

/** True when an answer holds anything: a list or page with entries or a total above 0, a value that is not null. */
export function isSeen(value: unknown): boolean {
  if (value === null || value === undefined) return false;
  if (Array.isArray(value)) return value.some(isSeen);
  if (typeof value !== 'object') return true;
  const { edges, totalCount, result } = value as { edges?: unknown[]; totalCount?: number; result?: unknown };
  if (edges !== undefined) return edges.length > 0 || (totalCount ?? 0) > 0;
  // A measure that is withheld says so, and no more.
  if (result !== undefined) return (result as { __typename: string }).__typename !== 'Suppressed';
  return true;
}
