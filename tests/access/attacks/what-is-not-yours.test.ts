import { childId, cursorOf } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startMatrixWorld, type MatrixWorld, type Subject } from '../matrix/matrix-world.ts';
import { toAllocate } from './attack-world.ts';
import { mint } from './forged-token.ts';
import { outcomeOf } from './outcome.ts';

/**
 * A child somebody may not see answers, in every way of asking, what a child answers who never was: the same words, the
 * same code, and after as many statements, so that no clock tells them apart either.
 */

let world: MatrixWorld;
let statements = 0;
const tokens = new Map<string, string>();

beforeAll(async () => {
  world = await startMatrixWorld({ onStatement: () => void (statements += 1) });
  const { platform } = world;
  const person = (role: string, claims: object) => mint(platform, { sub: `attacker:${role}`, role, ...claims });
  const home = { la: places.home };
  tokens.set('a manager who is not named', person('la-manager', home));
  tokens.set('an analyst', person('la-analyst', home));
  tokens.set('a commissioner', person('la-commissioner', home));
  tokens.set('a reviewing officer', person('la-iro', home));
  tokens.set('a practice’s worker', person('swp-worker', { practice: places.homePractice }));
  tokens.set('a practice’s manager', person('swp-manager', { practice: places.homePractice }));
  tokens.set('another authority’s manager', person('la-manager', { la: places.away }));
  tokens.set('another authority’s commissioner', person('la-commissioner', { la: places.away }));
  tokens.set('another practice’s worker', person('swp-worker', { practice: places.awayPractice }));
  tokens.set('an inspector', await platform.token('ofsted-inspector'));
});
afterAll(() => world?.stop());

/** One of the same authority who never was. */
function nobody(laCode: string): Subject {
  return { id: childId(laCode, 'NOBODY1'), localId: 'NOBODY1', laCode };
}

interface Asked {
  readonly outcome: string;
  readonly statements: number;
}

interface Way {
  readonly query: string;
  readonly variables: (child: Subject) => Record<string, unknown>;
}
const input =
  (name: string, type: string) =>
  (make: (child: Subject) => object): Way => ({
    query: `mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`,
    variables: (child) => ({ input: make(child) }),
  });

const RECORD = `{ __typename id localId dateOfBirth isLookedAfter withheldParts currentPlacement { id } leadProfessional { id }
  episodes { id } placements { id } legalStatuses { __typename } reviews { id } allocations { id contract { id } } name { familyName }
  restriction { id reason } independentReviewingOfficer { id } }`;

const ways: Readonly<Record<string, Way>> = {
  'by id': { query: `query ($id: ID!) { child(id: $id) ${RECORD} }`, variables: ({ id }) => ({ id }) },
  'by id, aliased, in fragments': {
    query: `query ($id: ID!) { a: child(id: $id) { ...F } b: child(id: $id) { ... on Child { ...F } } } fragment F on Child ${RECORD}`,
    variables: ({ id }) => ({ id }),
  },
  'by the start of its number': {
    query:
      'query ($x: String, $la: ID) { children(localIdStartsWith: $x, la: $la) { totalCount edges { node { id } } } }',
    variables: ({ localId, laCode }) => ({ x: localId, la: laCode }),
  },
  'as the place where a page begins': {
    query: 'query ($x: String, $la: ID) { children(after: $x, la: $la, first: 3) { edges { node { id } } } }',
    variables: ({ id, laCode }) => ({ x: cursorOf(id), la: laCode }),
  },
  'as the place where a contract’s page begins': {
    query:
      'query ($x: String, $c: ID!) { contract(id: $c) { children(after: $x, first: 3) { edges { node { id } } } } }',
    variables: ({ id }) => ({ x: cursorOf(id), c: world.contractId }),
  },
  'in the audit': {
    query: `query ($id: ID!) { localAuthority(id: "${places.home}") { auditEvents(filter: { childId: $id }) { totalCount edges { node { id } } } } }`,
    variables: ({ id }) => ({ id }),
  },
  'by naming it': input(
    'recordChildName',
    'RecordChildNameInput',
  )(({ id }) => ({ childId: id, givenNames: 'A', familyName: 'B' })),
  'by restricting it': input(
    'restrictRecord',
    'RestrictRecordInput',
  )(({ id }) => ({
    childId: id,
    reason: 'To find out whether it is there.',
    namedPersonIds: [],
  })),
  'by appointing an officer': input(
    'appointIndependentReviewingOfficer',
    'AppointIndependentReviewingOfficerInput',
  )(({ id }) => ({
    childIds: [id],
    officerId: 'me',
    from: Temporal.Now.plainDateISO('Europe/London').toString(),
  })),
  'by putting it into a sample': input(
    'sampleChildren',
    'SampleChildrenInput',
  )(({ id }) => ({
    inspectionId: world.inspectionId,
    childIds: [id],
  })),
  'by taking it out of a sample': input(
    'removeFromSample',
    'SampleChildrenInput',
  )(({ id }) => ({
    inspectionId: world.inspectionId,
    childIds: [id],
  })),
  'by allocating it before the contract began': input(
    'allocateChildren',
    'AllocateChildrenInput',
  )(({ id }) => ({
    contractId: world.contractId,
    children: [toAllocate(id)],
    startedOn: '1990-01-01',
    idempotencyKey: 'attack',
  })),
  'by allocating it': input(
    'allocateChildren',
    'AllocateChildrenInput',
  )(({ id }) => ({
    contractId: world.contractId,
    children: [toAllocate(id)],
    startedOn: '2026-11-01',
    idempotencyKey: 'attack',
  })),
};

const restricted = 'restricted to the manager';
const foreign = 'of another authority';
const attempts = [
  ...['a manager who is not named', 'an analyst', 'a commissioner', 'a reviewing officer', 'an inspector'].map(
    (who) => [who, restricted] as const,
  ),
  ...['a manager who is not named', 'an analyst', 'a commissioner', 'a practice’s worker', 'an inspector'].map(
    (who) => [who, foreign] as const,
  ),
  ...['another authority’s manager', 'another authority’s commissioner', 'another practice’s worker'].map(
    (who) => [who, 'with the practice'] as const,
  ),
  ['a reviewing officer', 'with the authority'] as const,
  ['a practice’s worker', 'with the authority'] as const,
  ['a practice’s worker', 'with the practice until a moment ago'] as const,
  ['a practice’s manager', 'with the practice until a moment ago'] as const,
  ['a practice’s manager', restricted] as const,
];

describe.each(attempts)('%s looks for a child %s', (who, relationship) => {
  test.each(Object.entries(ways))('%s', async (_name, { query, variables }) => {
    const token = tokens.get(who) ?? '';
    const subject = world.subjects[relationship];
    const absent = nobody(subject.laCode);
    const ask = async (child: Subject) => {
      const before = statements;
      const answer = await world.platform.ask(token, query, variables(child));
      return { outcome: outcomeOf(answer, [child.id, child.localId]), statements: statements - before };
    };
    // Relations are looked up anew each second, and feeds are followed: the least of several counts is the request's own.
    await ask(absent);
    const never = await leastOf(() => ask(absent));
    expect(await leastOf(() => ask(subject))).toEqual(never);
  });
});

async function leastOf(ask: () => Promise<Asked>): Promise<Asked> {
  const asked = [await ask(), await ask(), await ask()];
  expect(new Set(asked.map(({ outcome }) => outcome)).size).toBe(1);
  return asked.reduce((least, one) => (one.statements < least.statements ? one : least));
}

const finding = ['by id', 'by the start of its number', 'as the place where a page begins', 'in the audit'];
test.each(finding)('a child who may be seen is found %s', async (name) => {
  const way = ways[name] as Way;
  const manager = await world.platform.token('la-manager');
  const ask = async (child: Subject) =>
    outcomeOf(await world.platform.ask(manager, way.query, way.variables(child)), [child.id, child.localId]);
  const subject = world.subjects[restricted];
  expect(await ask(subject)).not.toBe(await ask(nobody(subject.laCode)));
});
