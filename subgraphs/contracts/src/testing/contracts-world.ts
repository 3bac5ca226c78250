import { fixedClock, plainDate, type Clock } from '@mainstay/primitives';
import {
  childId,
  signCaller,
  type Caller,
  type Database,
  type GraphRequest,
  type Moment,
  type Scope,
  type Subgraph,
  type Viewer,
} from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase, TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import type { ExecutionResult } from 'graphql';
import { entities } from '../database.ts';
import { createContractsSubgraph } from '../index.ts';
import { loadDemonstration, type DemonstrationContracts } from '../demonstration.ts';
import type { AllocationFacts, FindAllocationFacts } from '../modules/allocation/allocation.facts.ts';
import type { ChildToAllocate } from '../modules/allocation/allocation.grounds.ts';
import { migrations } from '../migrations/index.ts';
import { loadLocalAuthorities } from '../modules/local-authority/local-authority.reference.ts';
import { viewerContextRoute, type PracticeContext } from '../modules/practice/practice.internal.ts';

/** Two authorities, two practices and one day that all tests of this subgraph share. */
export const BIRMINGHAM = 'E08000025';
export const SANDWELL = 'E08000028';
export const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));
/** The moment all of it is asked at. */
export const moment: Moment = momentAt('2026-11-22T12:00:00Z');

export const birmingham = aViewer({ role: 'la-commissioner', laCodes: [BIRMINGHAM] });
export const sandwell = aViewer({ role: 'la-commissioner', laCodes: [SANDWELL] });
export const harbour = practiceViewer('harbour', [BIRMINGHAM]);
export const oak = practiceViewer('oak', [SANDWELL]);
export const stranger = practiceViewer('nowhere', []);
export const manager = aViewer({ subject: 'manager', role: 'la-manager', laCodes: [BIRMINGHAM] });

/** A moment by its instant. */
export function momentAt(instant: string): Moment {
  const now = new Date(instant);
  return { now, today: fixedClock(now).today() };
}

/** A reviewing officer of Birmingham who reviews these children. */
export function iroOf(...namedChildIds: string[]): Viewer {
  return aViewer({ role: 'la-iro', laCodes: [BIRMINGHAM], namedChildIds });
}

/** A machine of Birmingham. */
export function machineFor(...scopes: Scope[]): Viewer {
  return aViewer({ role: 'integrator', laCodes: [BIRMINGHAM], scopes });
}

/** `viewer` under a glass broken for a child, until an instant. */
export function underGlass(viewer: Viewer, childId: string, until = '2026-11-22T12:30:00.000Z'): Viewer {
  return { ...viewer, namedChildIds: [childId], breakGlass: { id: 'glass', childId, until } };
}

/** An inspector of an authority whose window is the given days. */
export function inspectorOf(laCode: string, from: string, to: string, namedChildIds: string[] = []): Viewer {
  return aViewer({
    role: 'ofsted-inspector',
    audience: 'inspector',
    laCodes: [laCode],
    inspection: { id: 'inspection', laCode, from: plainDate(from), to: plainDate(to) },
    namedChildIds,
  });
}

function practiceViewer(practiceId: string, laCodes: string[]): Viewer {
  return aViewer({ role: 'swp-manager', audience: 'practice', laCodes, practiceId });
}

/** The id of a child by the authority's own number. */
export function child(laCode: string, localId: string | number): string {
  return childId(laCode, String(localId));
}

/**
 * Harbour works for Birmingham. Oak worked for Birmingham until March 2024 and works for Sandwell; its next contract with
 * Sandwell has not begun. Birmingham's children 1 (Harbour, now), 2 (Oak, ended with the contract) and 3 (Harbour, ended).
 */
export const world: DemonstrationContracts = {
  practices: [practice('oak', 'Oak Practice', 'Oak Trust'), practice('harbour', 'Harbour Practice', null)],
  contracts: [
    contract('harbour-2023', BIRMINGHAM, 'harbour', ['2023-04-01', '2027-03-31']),
    contract('oak-birmingham-2020', BIRMINGHAM, 'oak', ['2020-04-01', '2024-03-31']),
    contract('oak-sandwell-2024', SANDWELL, 'oak', ['2024-04-01', null]),
    contract('oak-sandwell-2027', SANDWELL, 'oak', ['2027-04-01', null]),
  ],
  allocations: [
    allocation(BIRMINGHAM, '1', 'harbour-2023', ['2024-05-01', null]),
    allocation(BIRMINGHAM, '2', 'oak-birmingham-2020', ['2021-01-01', null]),
    allocation(BIRMINGHAM, '3', 'harbour-2023', ['2024-05-01', '2025-01-31']),
    allocation(SANDWELL, '1', 'oak-sandwell-2024', ['2024-05-01', null]),
  ],
};

/** A database of the test's own with the reference data and `world`. */
export async function startWorld(
  onStatement?: (sql: string) => void,
  worldClock: Clock = clock,
): Promise<TestDatabase> {
  const database = await startTestDatabase('contracts', {
    entities,
    migrations,
    clock: worldClock,
    ...(onStatement ? { onStatement } : {}),
  });
  await database.service((db) => loadLocalAuthorities(db));
  await loadDemonstration(database, world);
  return database;
}

/** The authorities that the gateway is told a practice works for now. */
export async function practiceContext(database: Database, at: Clock, practiceId: string): Promise<readonly string[]> {
  const route = viewerContextRoute(database, at);
  const caller: Caller = { kind: 'service', name: 'gateway', requestId: 'r' };
  const none = (async function* (): AsyncIterable<Uint8Array> {})();
  return ((await route({ caller, params: { practiceId }, body: none })) as PracticeContext).laCodes;
}

/** The entities an answer holds, in the order they were asked for. */
export function entitiesOf<Entity>(answer: ExecutionResult): Entity[] {
  return (answer.data?.['_entities'] ?? []) as Entity[];
}

/** What is known of a child of Birmingham's or Sandwell's: under a care order since 2020, but for what is said. */
export function aChildsFacts(id: string, parts: Partial<AllocationFacts> = {}): AllocationFacts {
  return {
    childId: id,
    isLookedAfter: true,
    legalStatus: 'C2',
    legalStatusSince: plainDate('2020-01-10'),
    lookedAfterSince: plainDate('2020-01-10'),
    suitableForAdoptionSince: null,
    dateOfBirth: plainDate('2015-01-01'),
    careEndedOn: null,
    careEndReason: null,
    careOrderEndedOn: null,
    isInFullTimeEducation: false,
    ...parts,
  };
}

/** Finds facts of every child, unless the record is restricted to others. */
export function factsFinder(known: readonly AllocationFacts[] = []): FindAllocationFacts {
  return async ({ hiddenChildIds }, { childIds }) =>
    childIds
      .filter((id) => !hiddenChildIds.includes(id))
      .map((id) => known.find((one) => one.childId === id) ?? aChildsFacts(id));
}

export const findAllocationFacts = factsFinder();

/** The child to be allocated, with what was heard. */
export function toAllocate(id: string, parts: Partial<ChildToAllocate> = {}): ChildToAllocate {
  const parentsViews = { notKnownBecause: 'They cannot be found.' };
  return { childId: id, childsViews: { said: 'I would like that.' }, parentsViews, ...parts };
}

/** Asks the subgraph over `database` as the gateway would. */
export function graphOver(
  database: Database,
  graphClock: Clock = clock,
  facts: FindAllocationFacts = findAllocationFacts,
): (viewer: Viewer, query: string, variables?: object) => Promise<ExecutionResult> {
  const subgraph: Subgraph = createContractsSubgraph({
    database,
    clock: graphClock,
    secret: TEST_SECRET,
    findAllocationFacts: facts,
  });
  return (viewer, query, variables = {}) => {
    const request: GraphRequest = { query, variables };
    const caller: Caller = { kind: 'viewer', viewer };
    const body = JSON.stringify(request);
    const token = signCaller(caller, { subgraph: 'contracts', secret: TEST_SECRET, body, now: graphClock.now() });
    return subgraph.execute(request, token);
  };
}

function practice(id: string, name: string, parentOrganisation: string | null) {
  return { id, name, governance: 'SOCIAL_ENTERPRISE' as const, parentOrganisation, foundedOn: plainDate('2019-06-01') };
}

function contract(id: string, laCode: string, practiceId: string, [startsOn, endsOn]: [string, string | null]) {
  const days = { startsOn: plainDate(startsOn), endsOn: endsOn === null ? null : plainDate(endsOn) };
  return { id, laCode, practiceId, ...days, agreedChildren: 100, tolerance: 10 };
}

function allocation(
  laCode: string,
  localId: string,
  contractId: string,
  [startedOn, endedOn]: [string, string | null],
) {
  const days = { startedOn: plainDate(startedOn), endedOn: endedOn === null ? null : plainDate(endedOn) };
  return { laCode, localId, contractId, ...days };
}
