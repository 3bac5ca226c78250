import { fixedClock, type Clock } from '@mainstay/primitives';
import {
  internalSubject,
  signCaller,
  type Caller,
  type Database,
  type Db,
  type MainstayError,
  type Touched,
  type Viewer,
} from '@mainstay/subgraph-kit';
import { TEST_SECRET, type TestDatabase } from '@mainstay/subgraph-kit/testing';
import { createChildrenSubgraph, type ChildrenSubgraph } from '../index.ts';
import type { CaseloadSources } from '../modules/caseload/caseload.sources.ts';
import type { ViewerRelationships } from '../modules/viewer-relationships/viewer-relationships.internal.ts';
import { sourcesOf } from './caseload-sources.ts';
import { NOW, startDatabase } from './children-world.ts';

/** The answer to one request, and what it told for the audit. */
export interface Answer<Data> {
  readonly data: Data;
  readonly touched: Touched;
}

/** What a viewer of a test is asked about beside the viewer itself. */
export interface Presented {
  readonly breakGlassId?: string;
}

/** The subgraph over a database of a test's own, asked as the gateway asks it. */
export interface SafeguardsWorld {
  readonly database: TestDatabase;
  readonly subgraph: ChildrenSubgraph;
  readonly clock: Clock;
  /** Moves the clock. */
  at(now: Date | string): void;
  /** Asks as a viewer whose relationships to children are established first, as the gateway does. */
  ask<Data>(viewer: Viewer, query: string, variables?: object, presented?: Presented): Promise<Answer<Data>>;
  /** The code of the refusal that the request meets. */
  refusal(viewer: Viewer, query: string, variables?: object, presented?: Presented): Promise<string>;
  /** The viewer as the gateway would make it. */
  related(viewer: Viewer, presented?: Presented): Promise<Viewer>;
  /** Calls an internal route. */
  call<Result>(route: string, params: Record<string, string>, options?: Calling): Promise<Result>;
  close(): Promise<void>;
}

/** How an internal route is called. */
export interface Calling {
  readonly caller?: Caller;
  readonly body?: unknown;
}

/** The database with row-level security switched off for viewers: what is withheld then, the policies withhold. */
export function withoutRowSecurity(database: TestDatabase): Database {
  const asOwner = <T>(_: Viewer, work: (db: Db) => Promise<T>) => database.owner(work);
  return new Proxy<Database>(database, {
    get: (target, name) => {
      if (name === 'read' || name === 'write' || name === 'figures') return asOwner;
      const part: unknown = Reflect.get(target, name, target);
      return typeof part === 'function' ? (part.bind(target) as unknown) : part;
    },
  });
}

/** Starts a world without anybody in it; the time stands still at `NOW` until it is moved. */
export async function startSafeguards(
  lockedBy: (database: TestDatabase) => Database = (database) => database,
  sources: CaseloadSources = sourcesOf(),
): Promise<SafeguardsWorld> {
  let now = NOW;
  const clock: Clock = { now: () => now, today: () => fixedClock(now).today() };
  const database = await startDatabase({ clock });
  const subgraph = createChildrenSubgraph({
    database: lockedBy(database),
    clock,
    secret: TEST_SECRET,
    contractsFeed: async () => [],
    caseloadSources: sources,
  });
  const binding = (body: string) => ({ subgraph: 'children', secret: TEST_SECRET, body, now: clock.now() });

  const call = async <Result>(route: string, params: Record<string, string>, { caller, body }: Calling = {}) => {
    const token = signCaller(caller ?? aService, binding(internalSubject(route, params)));
    const streamed = body === undefined ? {} : { body: bytesOf(body) };
    return (await subgraph.callInternal(route, { token, params, ...streamed })) as Result;
  };
  const related = async (viewer: Viewer, { breakGlassId }: Presented = {}): Promise<Viewer> => {
    const { hidden, named, breakGlass } = await call<ViewerRelationships>('viewer-relationships', {
      laCodes: viewer.laCodes.join(','),
      subject: viewer.subject,
      role: viewer.role,
      ...(viewer.inspection ? { inspectionId: viewer.inspection.id } : {}),
      ...(breakGlassId ? { breakGlassId } : {}),
    });
    return { ...viewer, hiddenChildIds: hidden, namedChildIds: named, breakGlass };
  };
  const execute = async (viewer: Viewer, request: { query: string; variables: object }, presented?: Presented) => {
    const caller = { kind: 'viewer', viewer: await related(viewer, presented) } as const;
    return subgraph.execute(request, signCaller(caller, binding(JSON.stringify(request))));
  };
  return {
    database,
    subgraph,
    clock,
    at: (instant) => {
      now = new Date(instant);
    },
    ask: async <Data>(viewer: Viewer, query: string, variables: object = {}, presented?: Presented) => {
      const { data, errors, extensions } = await execute(viewer, { query, variables }, presented);
      if (errors) throw new AggregateError(errors, errors.map(({ message }) => message).join('; '));
      return { data: data as Data, touched: extensions?.['touched'] as Touched };
    },
    refusal: async (viewer, query, variables = {}, presented) => {
      const { errors } = await execute(viewer, { query, variables }, presented);
      return (errors ?? []).map(({ extensions }) => (extensions as Partial<MainstayError>).code).join() || 'none';
    },
    related,
    call,
    close: async () => {
      await subgraph.close();
      await database.close();
    },
  };
}

const aService: Caller = { kind: 'service', name: 'gateway', requestId: 'test-request' };

async function* bytesOf(body: unknown): AsyncIterable<Uint8Array> {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const half = Math.ceil(bytes.length / 2);
  yield bytes.subarray(0, half);
  yield bytes.subarray(half);
}
