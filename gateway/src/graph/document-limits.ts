import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Limits } from './limits.ts';
import { withoutValues } from './without-values.ts';

interface Shape {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
}

const nothing: Shape = { depth: 0, aliases: 0, directives: 0 };

/**
 * Parses `query`, and refuses it when it is larger in any way than the limits allow. It knows nothing of the schema, so
 * it is cheap: it never looks at a part of the document twice, however often fragments spread it.
 * Throws GraphQLError with the code GRAPHQL_PARSE_FAILED or the code of the limit.
 */
export function parseWithinLimits(query: string, limits: Limits): DocumentNode {
  const document = parseTokens(query, limits.tokens);
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const measure = shapeReader(fragments);
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    refuseAbove(
      'ROOT_FIELDS_LIMIT_EXCEEDED',
      'fields at the top',
      rootFields(definition.selectionSet, fragments),
      limits.rootFields,
    );
    const shape = measure(definition.selectionSet);
    refuseAbove('DEPTH_LIMIT_EXCEEDED', 'fields inside one another', shape.depth, limits.depth);
    refuseAbove('ALIASES_LIMIT_EXCEEDED', 'aliases', shape.aliases, limits.aliases);
    refuseAbove('DIRECTIVES_LIMIT_EXCEEDED', 'directives', shape.directives, limits.directives);
  }
  return document;
}

function parseTokens(query: string, maxTokens: number): DocumentNode {
  try {
    return parse(query, { maxTokens, noLocation: false });
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const isTooLong = /contains more tha[nt] \d+ tokens/.test(error.message);
    if (isTooLong) throw limitError('TOKENS_LIMIT_EXCEEDED', `more than ${maxTokens} tokens`);
    throw new GraphQLError(withoutValues(error.message), {
      source: error.source,
      positions: error.positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED' },
    });
  }
}

/** Measures selection sets; each fragment once. A fragment that spreads itself counts as nothing: validation refuses it. */
function shapeReader(fragments: ReadonlyMap<string, FragmentDefinitionNode>): (set: SelectionSetNode) => Shape {
  const known = new Map<string, Shape>();
  const ofFragment = (name: string): Shape => {
    const measured = known.get(name);
    if (measured) return measured;
    const fragment = fragments.get(name);
    known.set(name, nothing);
    const shape = fragment ? read(fragment.selectionSet) : nothing;
    known.set(name, shape);
    return shape;
  };
  const read = (set: SelectionSetNode): Shape => {
    let { depth, aliases, directives } = nothing;
    for (const selection of set.selections) {
      directives += selection.directives?.length ?? 0;
      const isField = selection.kind === Kind.FIELD;
      if (isField && selection.alias) aliases += 1;
      const inner = innerShape(selection.kind === Kind.FRAGMENT_SPREAD ? selection.name.value : selection.selectionSet);
      depth = Math.max(depth, inner.depth + (isField ? 1 : 0));
      aliases += inner.aliases;
      directives += inner.directives;
    }
    return { depth, aliases, directives };
  };
  const innerShape = (inner: string | SelectionSetNode | undefined): Shape => {
    if (inner === undefined) return nothing;
    return typeof inner === 'string' ? ofFragment(inner) : read(inner);
  };
  return read;
}

function rootFields(
  set: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  seen = new Set<string>(),
): number {
  let count = 0;
  for (const selection of set.selections) {
    if (selection.kind === Kind.FIELD) count += 1;
    else if (selection.kind === Kind.INLINE_FRAGMENT) count += rootFields(selection.selectionSet, fragments, seen);
    else if (!seen.has(selection.name.value)) {
      const fragment = fragments.get(selection.name.value);
      if (fragment) count += rootFields(fragment.selectionSet, fragments, seen.add(selection.name.value));
    }
  }
  return count;
}

function refuseAbove(code: string, what: string, count: number, most: number): void {
  if (count > most) throw limitError(code, `${count} ${what}; at most ${most} are allowed`);
}

/** The request is larger than is allowed. */
export function limitError(code: string, what: string): GraphQLError {
  return new GraphQLError(`The operation has ${what}. Ask for less, or in several requests.`, { extensions: { code } });
}
