import { laCodeOfChild, type Touched } from '@mainstay/subgraph-kit';
import { randomUUID } from 'node:crypto';
import type { AuditClient, AuditEvent, AuditKind, AuditOutcome } from './audit-event.ts';

/** Who did something, as the audit names them. */
export interface AuditActor {
  /** The person or machine; null when nobody had signed in. */
  readonly subject: string | null;
  readonly role: string | null;
  /** A practice's identifier, an authority's ONS code, or `ofsted`. */
  readonly organisation: string | null;
  /** What for. */
  readonly purpose: string;
  /** The authorities they stand in relation to: where an event goes that is about no child. */
  readonly laCodes: readonly string[];
  readonly client: AuditClient;
  readonly inspectionId: string | null;
  readonly breakGlassId: string | null;
}

/** Something that was done and is to be written down. */
export interface AuditEntry {
  readonly kind: AuditKind;
  readonly outcome: AuditOutcome;
  readonly actor: AuditActor;
  /** The operation's name, or the door it came through. */
  readonly operation: string | null;
  readonly documentHash?: string | null;
  readonly touched?: Touched;
  readonly code?: string | null;
  readonly requestId: string;
}

/** Nobody who had signed in. */
export const nobody: AuditActor = {
  subject: null,
  role: null,
  organisation: null,
  purpose: 'none',
  laCodes: [],
  client: 'none',
  inspectionId: null,
  breakGlassId: null,
};

const nothing: Touched = { records: [], listed: [], lists: [], changes: [] };
const longestText = 300;

/** The events of an entry: one for each authority concerned, each with that authority's own children alone. */
export function eventsOf(entry: AuditEntry, now: Date): AuditEvent[] {
  const touched = entry.touched ?? nothing;
  const laCodes = concerned(touched, entry.actor);
  return laCodes.map((laCode) => {
    const own = laCodes.length === 1 ? touched : partOf(touched, laCode);
    return eventOf(entry, { laCode, touched: own, now });
  });
}

function concerned({ records, listed, changes }: Touched, { laCodes }: AuditActor): string[] {
  const codes = new Set<string>();
  for (const id of records) codes.add(laCodeOfChild(id));
  for (const id of listed) codes.add(laCodeOfChild(id));
  for (const { laCode, childIds } of changes) {
    codes.add(laCode);
    for (const id of childIds) codes.add(laCodeOfChild(id));
  }
  if (codes.size > 0) return [...codes];
  return laCodes.length > 0 ? [...laCodes] : [''];
}

/** What an authority is told of a request that concerned several: nothing of the others', the sizes of lists included. */
function partOf(touched: Touched, laCode: string): Touched {
  const isOwn = (id: string) => laCodeOfChild(id) === laCode;
  const records = touched.records.filter(isOwn);
  const listed = touched.listed.filter(isOwn);
  return {
    records,
    listed,
    lists: touched.lists.map(({ name, size }) => ({ name, size: Math.min(size, records.length + listed.length) })),
    changes: touched.changes
      .filter((change) => change.laCode === laCode || change.childIds.some(isOwn))
      .map((change) => ({
        ...change,
        ids: change.laCode === laCode ? change.ids : [],
        childIds: change.childIds.filter(isOwn),
      })),
  };
}

function eventOf(
  { kind, outcome, actor, operation, documentHash, code, requestId }: AuditEntry,
  { laCode, touched, now }: { laCode: string; touched: Touched; now: Date },
): AuditEvent {
  const changed = new Set(touched.changes.flatMap(({ childIds }) => childIds));
  return {
    id: `${laCode === '' ? 'platform' : laCode}.${randomUUID()}`,
    laCode,
    at: now.toISOString().replace('Z', '000Z'),
    kind,
    outcome,
    subject: plain(actor.subject),
    role: actor.role,
    organisation: plain(actor.organisation),
    purpose: plain(actor.purpose) ?? '',
    operation: plain(operation),
    documentHash: documentHash ?? null,
    openedIds: touched.records.filter((id) => !changed.has(id)),
    changedIds: [...changed],
    listedIds: touched.listed.filter((id) => !changed.has(id)),
    lists: JSON.stringify(touched.lists.map(({ name, size }) => ({ name, size }))),
    changes: JSON.stringify(touched.changes.map(({ what, ids }) => ({ what, ids }))),
    code: plain(code ?? null),
    requestId,
    client: actor.client,
    inspectionId: plain(actor.inspectionId),
    breakGlassId: plain(actor.breakGlassId),
  };
}

/** Text that came from outside, as the database can keep it. */
function plain(text: string | null): string | null {
  return text === null ? null : text.toWellFormed().replaceAll('\0', '').slice(0, longestText).toWellFormed();
}
