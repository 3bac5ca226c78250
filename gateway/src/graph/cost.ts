import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type ValueNode,
} from 'graphql';

/** What a text of a whole table or return costs, such as `return903Csv`: as much as a file that is sent. */
export const costOfCsv = 1_000;

/** How many entries a list is taken to have that the request does not page. Long lists of the graph are all paged. */
export const assumedListSize = 3;

type Variables = Readonly<Record<string, unknown>>;

/**
 * How many objects an operation can make the platform produce, with the values of its variables:
 *
 * - a field of a scalar or an enum costs nothing, any other costs 1 and what is asked inside it; a whole table as CSV
 *   (`…Csv`) or return as XML (`…Xml`) costs `costOfCsv` besides;
 * - a list costs that for each entry: `first` entries where the field (or the connection around it) has that argument,
 *   times `years` where it has that, the length of `indicators` where that is given, otherwise `assumedListSize`.
 *
 * Fields that the schema does not have cost nothing: validation refuses them afterwards.
 */
export function costOf(o: {
  schema: GraphQLSchema;
  document: DocumentNode;
  operationName?: string | undefined;
  variables: Variables;
}): number {
  const operations = o.document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const operation = operations.find(({ name }) => o.operationName === undefined || name?.value === o.operationName);
  if (!operation) return 0;
  const root = o.schema.getRootType(operation.operation);
  if (!root) return 0;
  const counter = new Counter(o.schema, o.document, valuesOf(operation, o.variables));
  return counter.selection(operation.selectionSet, root, null);
}

/** The variables' values, defaults of the operation included. */
function valuesOf(operation: OperationDefinitionNode, given: Variables): Variables {
  const values: Record<string, unknown> = { ...given };
  for (const { variable, defaultValue } of operation.variableDefinitions ?? []) {
    if (values[variable.name.value] === undefined && defaultValue)
      values[variable.name.value] = literal(defaultValue, {});
  }
  return values;
}

function literal(value: ValueNode, variables: Variables): unknown {
  if (value.kind === Kind.VARIABLE) return variables[value.name.value];
  if (value.kind === Kind.INT) return Number(value.value);
  if (value.kind === Kind.LIST) return value.values.map((entry) => literal(entry, variables));
  return value.kind === Kind.NULL ? null : undefined;
}

class Counter {
  readonly #schema: GraphQLSchema;
  readonly #variables: Variables;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  /** Costs of fragments by name and page size: a fragment is counted once, however often it is spread. */
  readonly #known = new Map<string, number>();

  constructor(schema: GraphQLSchema, document: DocumentNode, variables: Variables) {
    this.#schema = schema;
    this.#variables = variables;
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  /** Cost of a selection on `type`; `page` is the size of the page when the selection is a connection's. */
  selection(set: SelectionSetNode, type: GraphQLNamedType, page: number | null): number {
    let cost = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) cost += this.#field(selection, type, page);
      else if (selection.kind === Kind.FRAGMENT_SPREAD) cost += this.#fragment(selection.name.value, page);
      else {
        const on = selection.typeCondition ? this.#schema.getType(selection.typeCondition.name.value) : type;
        if (on) cost += this.selection(selection.selectionSet, on, page);
      }
    }
    return cost;
  }

  #fragment(name: string, page: number | null): number {
    const key = `${name} ${page}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, 0);
    const fragment = this.#fragments.get(name);
    const type = fragment && this.#schema.getType(fragment.typeCondition.name.value);
    const cost = fragment && type ? this.selection(fragment.selectionSet, type, page) : 0;
    this.#known.set(key, cost);
    return cost;
  }

  #field(field: FieldNode, parent: GraphQLNamedType, page: number | null): number {
    const definition =
      isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[field.name.value] : undefined;
    if (!definition) return 0;
    if (!field.selectionSet) return definition.name.endsWith('Csv') ? costOfCsv : 0;
    const type = getNamedType(definition.type);
    if (!isCompositeType(type)) return 0;
    const size = this.#size(field, definition);
    const isList = isListType(getNullableType(definition.type));
    // Where a return comes from is known once it is built.
    const itself = /(?:Xml|903Sources)$/.test(definition.name) ? 1 + costOfCsv : 1;
    const one = itself + this.selection(field.selectionSet, type, isList ? null : size);
    return isList ? (size ?? page ?? assumedListSize) * one : one;
  }

  /** How many entries the arguments of the field ask for; null when none of them says. */
  #size(field: FieldNode, definition: GraphQLField<unknown, unknown>): number | null {
    const first = this.#argument(field, definition, 'first');
    if (typeof first === 'number') return Math.max(0, first);
    const years = this.#argument(field, definition, 'years');
    const indicators = this.#argument(field, definition, 'indicators');
    if (typeof years !== 'number' && !Array.isArray(indicators)) return null;
    const perYear = Array.isArray(indicators) ? indicators.length : assumedListSize;
    return perYear * (typeof years === 'number' ? Math.max(0, years) : 1);
  }

  #argument(field: FieldNode, definition: GraphQLField<unknown, unknown>, name: string): unknown {
    const declared = definition.args.find((argument) => argument.name === name);
    if (!declared) return undefined;
    const given = field.arguments?.find((argument) => argument.name.value === name);
    const value = given && literal(given.value, this.#variables);
    return value === undefined ? declared.defaultValue : value;
  }
}
