import { randomUUID } from 'node:crypto';
import type { PlainDate } from '@mainstay/primitives';
import { RecordFault, type Recording } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeReturnRows, nextInstant } from '../../history/change-return-rows.ts';
import { newFaults, type FaultOfYear } from '../../history/check-life.ts';
import type { ChildLife } from '../../history/child-life.ts';
import { findLives } from '../../history/child-life.repository.ts';
import { holdReturnsOf } from '../../history/hold-returns.ts';
import { impossibilitiesIn } from '../../history/impossible-history.ts';
import { withChanges, type RowChange } from '../../history/row-change.ts';
import type { RecordPart } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ReturnChangeKind } from './return-change.entity.ts';
import { HistoryChanged } from './return-change.failure.ts';
import { findChangeByKey, findHistoryVersion, insertChange, type ReturnChangeRow } from './return-change.repository.ts';

const LONGEST_KEY = 100;

/** Whose history changes, and how: who may do it is decided before. */
export interface HistoryToChange {
  readonly child: { readonly laCode: string; readonly localId: string; readonly id: string };
  readonly kind: ReturnChangeKind;
  readonly part: RecordPart;
  readonly key: string;
  /** The version of the history the change is based on; null for a child who is new. */
  readonly basedOn: string | null;
}

/** What is to be written. */
export interface PlannedChange {
  readonly changes: readonly RowChange[];
  readonly day: PlainDate | null;
  readonly reason?: string;
  /** The field of the input that a column of the return comes from, for what cannot have been. */
  readonly fieldOf: Readonly<Record<string, string>>;
  /** Records what belongs to the change and to no return. It must not refuse: everything is checked before. */
  readonly also?: (recording: Recording) => Promise<unknown>;
}

/** What came of it. */
export interface RecordedHistory {
  readonly child: ChildRow;
  readonly change: ReturnChangeRow;
  readonly warnings: readonly FaultOfYear[];
}

/**
 * Changes what the returns hold of a child and everything that is derived from it, in the request's transaction. The same
 * key again changes nothing and answers the change made the first time.
 *
 * @param plan what is to be written, given everything that is held of the child; it refuses with RecordFault.
 * @throws HistoryChanged when somebody else changed the history meanwhile; RecordFault when the history that would come
 * of it cannot have been; UnavailableError while a large return is being loaded.
 */
export async function changeHistory(
  context: Context,
  asked: HistoryToChange,
  plan: (life: ChildLife) => PlannedChange,
): Promise<RecordedHistory> {
  const { db, viewer, clock, loaders, touched } = context;
  const { child, key } = asked;
  if (key.length === 0 || key.length > LONGEST_KEY) {
    throw new RecordFault('key', `Give the entry a key of 1 to ${LONGEST_KEY} characters.`);
  }
  await holdReturnsOf(db, child.laCode, { waitingAs: 'person' });
  const sent = await findChangeByKey(db, { laCode: child.laCode, by: viewer.subject, key });
  if (sent && sent.childId !== child.id) {
    throw new RecordFault('key', 'The key is that of an entry about another child. Give the entry a key of its own.');
  }
  if (sent) return { child: await childNow(context, child.id), change: sent, warnings: [] };

  const { life, at } = await db.asPlatform(async (platform) => ({
    life: await lifeBasedOn(platform, asked),
    at: await nextInstant(platform, child.laCode, clock.now()),
  }));
  const planned = plan(life);
  const { changes } = planned;
  if (changes.length === 0) throw new RecordFault('key', 'Nothing would change. Look at what is on record.');
  const after = withChanges(life, changes, at);
  refuseImpossible(life, after, planned.fieldOf);
  const years = [...new Set(changes.map(({ year }) => year))].toSorted((one, other) => one - other);
  const faults = newFaults(life, after, years);
  refuseUnusable(faults, planned.fieldOf);
  const change: ReturnChangeRow = {
    laCode: child.laCode,
    childId: child.id,
    id: `${child.id}.change-${randomUUID()}`,
    kind: asked.kind,
    part: asked.part,
    day: planned.day,
    collectionYears: years,
    reason: planned.reason ?? null,
    recordedBy: viewer.subject,
    recordedAt: at,
  };
  // As the viewer, and before the platform writes anything: row-level security decides once more who may.
  await insertChange(db, { ...change, entryKey: key });
  await planned.also?.({ by: viewer.subject, at, entryKey: key });
  await db.asPlatform((platform) =>
    changeReturnRows(platform, { laCode: child.laCode, localId: child.localId, changes, changeId: change.id, at }),
  );
  forgetHistory(loaders, child.id);
  touched.change({ what: WHAT[asked.kind], laCode: child.laCode, ids: [change.id], childIds: [child.id] });
  return { child: await childNow(context, child.id), change, warnings: faults };
}

const WHAT: Readonly<Record<ReturnChangeKind, string>> = {
  CARE_STARTED: 'care started',
  PLACEMENT_CHANGED: 'placement changed',
  LEGAL_STATUS_CHANGED: 'legal status changed',
  CARE_ENDED: 'care ended',
  LEAD_PROFESSIONAL_CHANGED: 'lead professional changed',
  MISSING_RECORDED: 'time missing recorded',
  REVIEW_HELD: 'review held',
  ROW_CORRECTED: 'row of a return corrected',
};

async function lifeBasedOn(platform: Context['db'], { child, basedOn }: HistoryToChange): Promise<ChildLife> {
  const version = await findHistoryVersion(platform, child);
  if (basedOn === null && version !== null) {
    throw new RecordFault(
      'newChild.localId',
      'The number is not free. Look the child up and record the return to care, or use another number.',
    );
  }
  if (basedOn !== null && version !== basedOn) throw new HistoryChanged(child.id);
  const [life] = await findLives(platform, { laCode: child.laCode, localIds: [child.localId] });
  if (!life) throw new Error('A child has no life, not even an empty one.');
  return life;
}

function refuseImpossible(before: ChildLife, after: ChildLife, fieldOf: Readonly<Record<string, string>>): void {
  const known = new Set(impossibilitiesIn(before).map(({ key }) => key));
  const found = impossibilitiesIn(after).find(({ key }) => !known.has(key));
  if (found) throw new RecordFault(fieldOf[found.column] ?? found.column, found.message);
}

/** A row that no import would load is not recorded either. */
function refuseUnusable(faults: readonly FaultOfYear[], fieldOf: Readonly<Record<string, string>>): void {
  const [unusable] = faults.flatMap(({ fault }) => (fault.keepsRowOut ? fault : []));
  if (!unusable) return;
  const [column = ''] = unusable.fields;
  throw new RecordFault(fieldOf[column] ?? column, `${unusable.message} ${unusable.whatToDo}`);
}

async function childNow({ loaders }: Context, id: string): Promise<ChildRow> {
  const child = await loaders.children.load(id);
  if (!child) throw new Error('A child whose history was changed is not there.');
  return child;
}

/** What was loaded of a history that has changed is loaded again. */
function forgetHistory(loaders: Context['loaders'], childId: string): void {
  loaders.children.clear(childId);
  for (const loader of [
    loaders.episodes,
    loaders.periodsOfCare,
    loaders.placements,
    loaders.legalStatuses,
    loaders.socialWorkerEpisodes,
    loaders.reviews,
    loaders.missingIncidents,
    loaders.returnChanges,
    loaders.returnRows,
    loaders.placementMatches,
    loaders.handOvers,
    loaders.lookedAfter,
    loaders.placementOnDay,
    loaders.legalStatusOnDay,
    loaders.leadProfessional,
  ]) {
    loader.clearAll();
  }
}
