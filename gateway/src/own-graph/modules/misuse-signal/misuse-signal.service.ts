import {
  BadInputError,
  ForbiddenError,
  NotFoundError,
  offsetOf,
  pageOf,
  pageSize,
  type Connection,
} from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { MisuseSignalRow, MisuseSignalStatus } from './misuse-signal.entity.ts';
import { canReadSignal, canReadSignalsOf } from './misuse-signal.policy.ts';
import { countSignals, decideSignal, findSignals, findSignalsById } from './misuse-signal.repository.ts';

const LONGEST_NOTE = 2_000;

/** Which signals of an authority are wanted, as the graph asks. */
export interface SignalsAsked {
  readonly status?: MisuseSignalStatus | null;
  readonly first: number;
  readonly after?: string | null;
}

/** A page of an authority's signals, the newest first; empty for those who may not read them. */
export async function listSignals(
  laCode: string,
  { status, first, after }: SignalsAsked,
  { viewer, db, touched }: Context,
): Promise<Connection<MisuseSignalRow>> {
  const limit = pageSize(first);
  if (!canReadSignalsOf(viewer, laCode)) return pageOf({ rows: [], first, totalCount: 0 });
  const wanted = {
    laCode,
    status: status ?? null,
    notAbout: viewer.subject,
    hiddenChildIds: viewer.hiddenChildIds,
  };
  const offset = offsetOf(after);
  const rows = await findSignals(db, wanted, { offset, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  touched.list(
    'misuseSignals',
    shown.flatMap(({ childId }) => childId ?? []),
    shown.length,
  );
  return pageOf({ rows, first, offset, totalCount: await countSignals(db, wanted) });
}

/** What `decideMisuseSignal` asks for. */
export interface DecideMisuseSignalInput {
  readonly id: string;
  readonly decision: Exclude<MisuseSignalStatus, 'OPEN'>;
  readonly note: string;
}

/** What came of it. */
export type DecideMisuseSignalOutcome = { readonly isDecidedBefore: boolean; readonly signal: MisuseSignalRow };

/**
 * Records what was found about a signal that nobody has decided about yet.
 *
 * @throws ForbiddenError unless the viewer is a manager; NotFoundError when there is no such signal that the viewer may
 * read, those about the viewer included; BadInputError when the note is empty or too long.
 */
export async function decide(
  { id, decision, note }: DecideMisuseSignalInput,
  { viewer, db, clock, touched }: Context,
): Promise<DecideMisuseSignalOutcome> {
  if (viewer.role !== 'la-manager') throw new ForbiddenError('Managers of the authority decide about signals.');
  const text = note.trim();
  if (text === '' || text.length > LONGEST_NOTE) {
    throw new BadInputError(`Say what was found, in 1 to ${LONGEST_NOTE} characters.`);
  }
  const [signal] = await findSignalsById(db, [id]);
  if (!signal || !canReadSignal(viewer, signal)) throw new NotFoundError('There is no such signal.');
  const decidedAt = clock.now();
  const isDecided = await decideSignal(db, { id, status: decision, decidedBy: viewer.subject, decidedAt, note: text });
  if (!isDecided) return { isDecidedBefore: true, signal };
  const childIds = signal.childId === null ? [] : [signal.childId];
  touched.change({ what: 'signal decided', laCode: signal.laCode, ids: [id], childIds });
  return {
    isDecidedBefore: false,
    signal: { ...signal, status: decision, decidedBy: viewer.subject, decidedAt, note: text },
  };
}
