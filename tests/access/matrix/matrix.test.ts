import { readFileSync } from 'node:fs';
import { buildSchema, isObjectType, isRequiredArgument, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { isSeen, selectionOf } from './graph-document.ts';
import { startMatrixWorld, type MatrixWorld } from './matrix-world.ts';
import { mutations } from './mutations.ts';
import { isDelegated, sightOf, tenantOf, tenantRules, type Relationship, type TenantRule } from './oracle.ts';
import { rootFields, withTheirObject } from './seen-with-object.ts';
import { statement, type Row } from './statement.ts';
import { baselineOf, viewerCases, type ViewerCase } from './viewer-cases.ts';

const schema = buildSchema(readFileSync(new URL('../../../gateway/api.graphql', import.meta.url), 'utf8'));
const objectTypes = Object.values(schema.getTypeMap()).filter(
  (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
);

describe('the statement of the policy', () => {
  test('has a row for every field of the graph, and none for a field that is not there', () => {
    const roots = ['Query', 'Mutation'];
    const outcomes = objectTypes.filter(({ name }) => /(?:Success|Error)$/.test(name)).map(({ name }) => name);
    const unstated = objectTypes
      .filter(({ name }) => ![...roots, ...outcomes, ...withTheirObject].includes(name))
      .flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`))
      .filter((path) => !rowOf(path));
    const gone = Object.entries(statement).flatMap(([type, rows]) =>
      Object.keys(rows)
        .map((field) => `${type}.${field}`)
        .filter((path) => !fieldOf(path)),
    );
    expect({ unstated, gone, types: withTheirObject.filter((name) => !schema.getType(name)) }).toEqual({
      unstated: [],
      gone: [],
      types: [],
    });
    expect(Object.keys(schema.getQueryType()?.getFields() ?? {}).toSorted()).toEqual(
      Object.keys(rootFields).toSorted(),
    );
    expect(Object.keys(schema.getMutationType()?.getFields() ?? {}).toSorted()).toEqual(
      Object.keys(mutations).toSorted(),
    );
  });
});

let world: MatrixWorld;
beforeAll(async () => {
  world = await startMatrixWorld();
});
afterAll(() => world?.stop());

/** Paths that some viewer was shown, so that a row nobody can see is noticed. */
const shown = new Set<string>();
const relationships: readonly Relationship[] = [
  'with the authority',
  'with the practice',
  'with the practice until a moment ago',
  'reviewed by the IRO',
  'in the inspection’s sample',
  'restricted to the manager',
  'of another authority',
];

/** The rules about a worker of the authority's own, as they are about one of its practice's. */
const ofPracticesWorker: Readonly<Partial<Record<Row['rule'], TenantRule>>> = {
  'whoever knows its posts': 'whoever knows the practice’s posts',
  'whoever knows how its staff are supported': 'whoever knows how the practice’s staff are supported',
  'whoever knows who was away': 'whoever knows who was away from the practice',
};

describe.each(viewerCases)('$name', (viewer) => {
  test.each(relationships)('of a child %s sees what the statement says', async (relationship) => {
    const seen = await childFieldsSeen(viewer, relationship);
    const inPrinciple = await childFieldsSeen(baselineOf(tenantOf(relationship)), relationship);
    const wrong = Object.keys(statement['Child'] ?? {}).flatMap((field) =>
      (['byId', 'inList'] as const).flatMap((way) => {
        const may = maySeeOfChild(viewer, relationship, { field, way });
        const is = seen[way].has(field);
        if (is && !may) return [`is shown ${field} ${way}`];
        return may && !is && inPrinciple[way].has(field) ? [`is not shown ${field} ${way}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  test.each(['LocalAuthority', 'Practice', 'Contract', 'Inspection'])(
    'of the home authority’s %s sees what the statement says',
    async (type) => {
      const seen = await tenantFieldsSeen(viewer, type);
      const inPrinciple = await tenantFieldsSeen(baselineOf('home'), type);
      const wrong = Object.entries(statement[type] ?? {}).flatMap(([field, row]) => {
        const may = maySeeOfTenant(viewer, row, { type, field });
        const is = seen.has(field);
        if (may === 'suppressed') return [];
        if (is && !may) return [`is shown ${field}`];
        return may && !is && inPrinciple.has(field) ? [`is not shown ${field}`] : [];
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each(['with the practice', 'with the authority'] as const)(
    'of the worker of a child %s sees what the statement says',
    async (relationship) => {
      const seen = await workerFieldsSeen(viewer, relationship);
      const isListed = sightOf(viewer, relationship) !== 'none';
      const wrong = Object.entries(statement['Worker'] ?? {}).flatMap(([field, { rule }]) => {
        const ofPractice = relationship === 'with the practice' ? ofPracticesWorker[rule] : undefined;
        const own = ofPractice ?? (rule as TenantRule);
        const may = isListed && (rule === 'list' || tenantRules[own](viewer));
        return seen.has(field) && !may ? [`is shown ${field}`] : [];
      });
      expect(wrong).toEqual([]);
    },
  );

  test('may change what the statement says and nothing else', async () => {
    const token = await world.tokenOf(viewer);
    const wrong: string[] = [];
    for (const [name, { accounts, input }] of Object.entries(mutations)) {
      const own = input.replace('$la', viewer.tenant === 'home' ? places.home : places.away);
      const { errors } = await world.platform.ask(token, `mutation { ${name}(input: ${own}) { __typename } }`);
      const isRefused = errors.some(({ extensions }) => extensions?.code === 'FORBIDDEN');
      if (isRefused === accounts.includes(viewer.account)) wrong.push(`${name}: ${isRefused ? 'refused' : 'let in'}`);
    }
    expect(wrong).toEqual([]);
  });
});

test('every row is seen by somebody', () => {
  const rows = Object.entries(statement).flatMap(([type, fields]) =>
    Object.entries(fields)
      .filter(([, { isEmpty }]) => !isEmpty)
      .map(([field]) => `${type}.${field}`),
  );
  expect(rows.filter((path) => !shown.has(path))).toEqual([]);
});

function maySeeOfChild(
  viewer: ViewerCase,
  relationship: Relationship,
  { field, way }: { field: string; way: 'byId' | 'inList' },
): boolean {
  const sight = sightOf(viewer, relationship);
  // A list shows its children to whoever sees the list; by its id a child is opened.
  if (sight === 'none' || (sight === 'list' && way === 'byId')) return false;
  switch (statement['Child']?.[field]?.rule) {
    case 'list':
      return true;
    case 'record':
      if (!isDelegated(viewer, field)) return false;
      return sight === 'record' && (field !== 'allocations' || viewer.scopes?.includes('CONTRACTS') !== false);
    case 'manager':
      return viewer.account === 'la-manager';
    case 'reviewers':
      return ['la-manager', 'la-iro'].includes(viewer.account);
    case 'returners':
      return ['la-manager', 'la-analyst'].includes(viewer.account);
    default:
      throw new Error(`A child's field ${field} has a rule that is not about children.`);
  }
}

function maySeeOfTenant(
  viewer: ViewerCase,
  { rule }: Row,
  { type, field }: { type: string; field: string },
): boolean | 'suppressed' {
  if (rule === 'anyone') return true;
  if (!(rule in tenantRules)) throw new Error(`${field} has a rule that is about children.`);
  // Figures for those who may not see the children behind them are told or suppressed: the attack on figures tests that.
  const isOutsider = viewer.account === 'la-iro' || viewer.scopes?.includes('FIGURES') === true;
  if (/Measure/.test(field) && isOutsider && viewer.tenant === 'home') return 'suppressed';
  // What hangs from a practice or a contract is out of reach for whoever does not know of it.
  const isInReach = !['Practice', 'Contract'].includes(type) || tenantRules['whoever knows its practices'](viewer);
  return viewer.tenant === 'home' && isInReach && tenantRules[rule as TenantRule](viewer);
}

async function childFieldsSeen(viewer: ViewerCase, relationship: Relationship) {
  const token = await world.tokenOf(viewer);
  const { id, localId, laCode } = world.subjects[relationship];
  const seen = { byId: new Set<string>(), inList: new Set<string>() };
  for (const fields of requestsFor('Child', 6)) {
    const parts = fields.map((field) => {
      const asked = `id value: ${asking('Child', field)}`;
      return `byId_${field}: child(id: $id) { ${asked} }
        inList_${field}: children(la: $la, localIdStartsWith: $localId, first: 5) { edges { node { ${asked} } } }`;
    });
    const { data } = await world.platform.ask<Record<string, Found>>(
      token,
      `query Child($id: ID!, $la: ID!, $localId: String!) { ${parts.join('\n')} }`,
      { id, la: laCode, localId },
    );
    for (const field of fields) {
      if (isSeen(data?.[`byId_${field}`]?.value)) seen.byId.add(field);
      const listed = data?.[`inList_${field}`]?.edges?.find(({ node }) => node.id === id);
      if (isSeen(listed?.node.value)) seen.inList.add(field);
    }
  }
  for (const field of [...seen.byId, ...seen.inList]) shown.add(`Child.${field}`);
  return seen;
}

interface Found {
  readonly value?: unknown;
  readonly edges?: readonly { readonly node: { readonly id: string; readonly value: unknown } }[];
}

async function tenantFieldsSeen(viewer: ViewerCase, type: string): Promise<Set<string>> {
  const ways: Record<string, string> = {
    LocalAuthority: `localAuthority(id: "${places.home}")`,
    Practice: `practice(id: "${places.homePractice}")`,
    Contract: `contract(id: "${world.contractId}")`,
    Inspection: `inspection(id: "${world.inspectionId}")`,
  };
  return fieldsSeen(viewer, type, (field) => `${ways[type]} { value: ${asking(type, field)} }`);
}

async function workerFieldsSeen(viewer: ViewerCase, relationship: Relationship): Promise<Set<string>> {
  const { laCode, localId } = world.subjects[relationship];
  const way = `children(la: "${laCode}", localIdStartsWith: "${localId}", first: 1)`;
  return fieldsSeen(
    viewer,
    'Worker',
    (field) => `${way} { edges { node { leadProfessional { value: ${asking('Worker', field)} } } } }`,
  );
}

async function fieldsSeen(viewer: ViewerCase, type: string, ask: (field: string) => string): Promise<Set<string>> {
  const token = await world.tokenOf(viewer);
  const seen = new Set<string>();
  for (const fields of requestsFor(type, 5)) {
    const parts = fields.map((field) => `${field}: ${ask(field)}`);
    const { data } = await world.platform.ask<Record<string, unknown>>(token, `query Tenant { ${parts.join('\n')} }`);
    for (const field of fields) if (isSeen(valueIn(data?.[field]))) seen.add(field);
  }
  for (const field of seen) shown.add(`${type}.${field}`);
  return seen;
}

/** The one thing asked for, wherever it hangs. */
function valueIn(found: unknown): unknown {
  if (Array.isArray(found)) return valueIn(found[0]);
  if (found === null || typeof found !== 'object') return undefined;
  if ('value' in found) return found.value;
  return valueIn(Object.values(found)[0]);
}

function asking(type: string, field: string): string {
  const found = fieldOf(`${type}.${field}`);
  if (!found) throw new Error(`There is no field ${type}.${field}.`);
  const args = rowOf(`${type}.${field}`)?.args ?? '';
  if (!args && found.args.some(isRequiredArgument)) throw new Error(`${type}.${field} needs arguments.`);
  return `${field}${args} ${selectionOf(schema, found)}`;
}

function fieldOf(path: string) {
  const [type = '', field = ''] = path.split('.');
  const found = schema.getType(type);
  return isObjectType(found) ? found.getFields()[field] : undefined;
}

function rowOf(path: string): Row | undefined {
  const [type = '', field = ''] = path.split('.');
  return statement[type]?.[field];
}

/** The fields of a type, several to a request; one that answers a refusal would take the others of its request along. */
function requestsFor(type: string, size: number): string[][] {
  const refusing = new Set(['accesses', 'auditEvents', 'auditChain', 'log']);
  const fields = Object.keys(statement[type] ?? {});
  const others = fields.filter((field) => !refusing.has(field));
  return [...chunks(others, size), ...fields.filter((field) => refusing.has(field)).map((field) => [field])];
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
