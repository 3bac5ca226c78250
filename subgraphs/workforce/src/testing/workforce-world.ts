import { fixedClock, plainDate, type Clock } from '@mainstay/primitives';
import {
  signCaller,
  type Database,
  type GraphRequest,
  type Moment,
  type Scope,
  type Viewer,
} from '@mainstay/subgraph-kit';
import { aViewer, startTestDatabase, TEST_SECRET } from '@mainstay/subgraph-kit/testing';
import type { ExecutionResult } from 'graphql';
import type { FindCaseCounts } from '../case-count/case-count.facts.ts';
import { entities } from '../database.ts';
import { loadDemonstration, type DemonstrationWorkforce } from '../demonstration.ts';
import { createWorkforceSubgraph } from '../index.ts';
import { migrations } from '../migrations/index.ts';
import type { FetchUpload } from '../upload/upload.content.ts';

export const BIRMINGHAM = 'E08000025';
export const SANDWELL = 'E08000028';
/** An authority without any record of staff. */
export const DUDLEY = 'E08000027';
export const clock = fixedClock(new Date('2026-11-22T12:00:00Z'));

/** The moment all of it is asked at. */
export const moment: Moment = { now: clock.now(), today: clock.today() };

export const birmingham = aViewer({ laCodes: [BIRMINGHAM] });
export const sandwell = aViewer({ laCodes: [SANDWELL] });
export const harbour = practiceViewer('harbour', [BIRMINGHAM]);
export const oak = practiceViewer('oak', [SANDWELL]);
/** Oak when it worked for both. */
export const oakOfBoth = practiceViewer('oak', [BIRMINGHAM, SANDWELL]);
/** Harbour after its contract ended. */
export const harbourWithoutContract = practiceViewer('harbour', []);

/** A worker of Harbour, no manager. */
export const harbourWorker: Viewer = { ...harbour, role: 'swp-worker' };

/** An inspector of an authority whose window is the given days. */
export function inspectorOf(laCode: string, from: string, to: string): Viewer {
  return aViewer({
    role: 'ofsted-inspector',
    audience: 'inspector',
    laCodes: [laCode],
    inspection: { id: 'inspection', laCode, from: plainDate(from), to: plainDate(to) },
  });
}

/** A reviewing officer of Birmingham who reviews one child. */
export const iro = aViewer({ role: 'la-iro', laCodes: [BIRMINGHAM], namedChildIds: ['child'] });

/** A machine of Birmingham. */
export function machineFor(...scopes: Scope[]): Viewer {
  return aViewer({ role: 'integrator', laCodes: [BIRMINGHAM], scopes });
}

/** `viewer` under a broken glass that lasts until an instant. */
export function underGlass(viewer: Viewer, until = '2026-11-22T12:30:00.000Z'): Viewer {
  return { ...viewer, namedChildIds: ['child'], breakGlass: { id: 'glass', childId: 'child', until } };
}

function practiceViewer(practiceId: string, laCodes: string[]): Viewer {
  return aViewer({ role: 'swp-manager', audience: 'practice', laCodes, practiceId });
}

type Worker = DemonstrationWorkforce['workers'][number];
type Employment = DemonstrationWorkforce['employments'][number];

/** A worker of Birmingham unless told otherwise. */
export function aWorker(id: string, name: string, laCode = BIRMINGHAM): Worker {
  return { laCode, id, name };
}

/** A full-time social worker's post with Birmingham, held since April 2024, unless told otherwise. */
export function aPost(id: string, workerId: string, parts: Partial<Employment> = {}): Employment {
  return {
    laCode: BIRMINGHAM,
    id,
    workerId,
    employerKind: parts.practiceId ? 'practice' : 'local-authority',
    practiceId: null,
    role: 'SOCIAL_WORKER',
    fullTimeEquivalent: 1,
    isAgency: false,
    startedOn: plainDate('2024-04-01'),
    endedOn: null,
    ...parts,
  };
}

/**
 * Ada and Ben work for Birmingham, Cal did until June 2026; Dee and Eve work for Harbour, which serves Birmingham. Oak
 * serves both authorities: Fay is on record with both, her two half posts with one each. Gus works for Sandwell.
 */
export const world: DemonstrationWorkforce = {
  workers: [
    aWorker('SW000001', 'Ada'),
    aWorker('SW000002', 'Ben'),
    aWorker('SW000003', 'Cal'),
    aWorker('SW000004', 'Dee'),
    aWorker('SW000005', 'Eve'),
    aWorker('SW000006', 'Fay'),
    aWorker('SW000006', 'Fay', SANDWELL),
    aWorker('SW000007', 'Gus', SANDWELL),
  ],
  registrations: [
    registration('SW000001', 'REGISTERED', '2026-11-22'),
    registration('SW000002', 'REGISTERED', '2026-11-21'),
    registration('SW000003', 'SUSPENDED', '2020-11-30'),
    registration('SW000007', 'REGISTERED', '2027-11-30', SANDWELL),
  ],
  employments: [
    aPost('p1', 'SW000001'),
    aPost('p0', 'SW000001', { startedOn: plainDate('2020-01-01'), endedOn: plainDate('2024-03-31') }),
    aPost('p2', 'SW000002', { fullTimeEquivalent: 0.5 }),
    aPost('p3', 'SW000003', { endedOn: plainDate('2026-06-30') }),
    aPost('p4', 'SW000004', { practiceId: 'harbour', role: 'PRACTICE_MANAGER' }),
    aPost('p5', 'SW000005', { practiceId: 'harbour', isAgency: true }),
    aPost('p6', 'SW000006', { practiceId: 'oak', fullTimeEquivalent: 0.5 }),
    aPost('p6', 'SW000006', { laCode: SANDWELL, practiceId: 'oak', fullTimeEquivalent: 0.5 }),
    aPost('p7', 'SW000007', { laCode: SANDWELL }),
  ],
};

/** A database of the test's own with these rows. */
export async function startWorkforce(
  rows: DemonstrationWorkforce = world,
  onStatement?: (sql: string) => void,
  worldClock: Clock = clock,
): Promise<Database> {
  const watch = onStatement ? { onStatement } : {};
  const database = await startTestDatabase('workforce', { entities, migrations, clock: worldClock, ...watch });
  await loadDemonstration(database, rows);
  return database;
}

/** The entities an answer holds, in the order they were asked for. */
export function entitiesOf<Entity>(answer: ExecutionResult): Entity[] {
  return (answer.data?.['_entities'] ?? []) as Entity[];
}

/** Asks the subgraph over `database` as the gateway would. Nobody leads a child and no file was sent, unless told otherwise. */
export function graphOver(
  database: Database,
  fetchUpload: FetchUpload = async () => null,
  findCaseCounts: FindCaseCounts = async () => [],
): (viewer: Viewer, query: string, variables?: object) => Promise<ExecutionResult> {
  const subgraph = createWorkforceSubgraph({
    database,
    clock,
    secret: TEST_SECRET,
    findCaseCounts,
    fetchUpload,
  });
  return (viewer, query, variables = {}) => {
    const request: GraphRequest = { query, variables };
    const binding = { subgraph: 'workforce', secret: TEST_SECRET, body: JSON.stringify(request), now: clock.now() };
    return subgraph.execute(request, signCaller({ kind: 'viewer', viewer }, binding));
  };
}

function registration(
  workerId: string,
  status: DemonstrationWorkforce['registrations'][number]['status'],
  expiresOn: string,
  laCode = BIRMINGHAM,
) {
  return { laCode, workerId, status, registeredOn: plainDate('2015-09-01'), expiresOn: plainDate(expiresOn) };
}
