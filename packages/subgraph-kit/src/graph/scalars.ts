import { GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { BadInputError } from '../errors.ts';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** `Date`: a day on the calendar. Resolvers answer and receive `PlainDate`, never a JavaScript Date. */
export const dateScalar = new GraphQLScalarType<PlainDate, string>({
  name: 'Date',
  serialize: (value) => {
    if (typeof value === 'string' && isPlainDate(value)) return value;
    throw new TypeError('A resolver answered something that is not a day where the schema says Date.');
  },
  parseValue: toDate,
  parseLiteral: (node) => toDate(textOf(node)),
});

/** `DateTime`: an instant. Resolvers answer a JavaScript Date or an ISO 8601 text, and receive a Date. */
export const dateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  serialize: (value) => {
    const instant = value instanceof Date ? value : new Date(typeof value === 'string' ? value : Number.NaN);
    if (!Number.isNaN(instant.getTime())) return instant.toISOString();
    throw new TypeError('A resolver answered something that is not an instant where the schema says DateTime.');
  },
  parseValue: toInstant,
  parseLiteral: (node) => toInstant(textOf(node)),
});

function toDate(value: unknown): PlainDate {
  if (typeof value === 'string' && isPlainDate(value)) return value;
  throw new BadInputError('A Date is a day that exists, written YYYY-MM-DD.');
}

function toInstant(value: unknown): Date {
  const instant = new Date(typeof value === 'string' && INSTANT.test(value) ? value : Number.NaN);
  if (!Number.isNaN(instant.getTime())) return instant;
  throw new BadInputError('A DateTime is an instant written like 2025-04-02T09:30:00Z.');
}

function textOf(node: ValueNode): string | null {
  return node.kind === Kind.STRING ? node.value : null;
}
