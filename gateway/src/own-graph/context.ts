import type { Clock } from '@mainstay/primitives';
import type { Database, Db, TouchLog, Viewer } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import type { AuditEventRow } from './modules/audit-event/audit-event.entity.ts';
import { createAuditEventLoader } from './modules/audit-event/audit-event.loader.ts';
import type { MisuseSignalRow } from './modules/misuse-signal/misuse-signal.entity.ts';
import { createMisuseSignalLoader } from './modules/misuse-signal/misuse-signal.loader.ts';
import type { PersonRow } from './modules/person/person.entity.ts';
import { createPersonLoader } from './modules/person/person.loader.ts';

/** What every resolver of the gateway's own part of the graph is given; made anew for each request. */
export interface Context {
  readonly viewer: Viewer;
  /** The request's own transaction, as the viewer. */
  readonly db: Db;
  readonly database: Database;
  readonly clock: Clock;
  /** Takes down what the request touches, for the audit. */
  readonly touched: TouchLog;
  readonly loaders: Loaders;
}

/** The loaders of all concepts, made for one request. */
export interface Loaders {
  readonly auditEvent: DataLoader<string, AuditEventRow | null>;
  readonly misuseSignal: DataLoader<string, MisuseSignalRow | null>;
  readonly person: DataLoader<string, PersonRow | null>;
}

/** The context of one request. */
export function createContext(request: Omit<Context, 'loaders'>): Context {
  return {
    ...request,
    loaders: {
      auditEvent: createAuditEventLoader(request.db, request.viewer),
      misuseSignal: createMisuseSignalLoader(request.db, request.viewer),
      person: createPersonLoader(request.db, request.viewer),
    },
  };
}
