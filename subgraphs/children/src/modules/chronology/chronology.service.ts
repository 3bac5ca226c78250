import type { PlainDate } from '@mainstay/primitives';
import { BadInputError, cursorOf, keyOfCursor, pageOf, pageSize, type Connection } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import { isWithheld } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { recordedSources } from './chronology.recorded-sources.ts';
import {
  countChronology,
  findChronologyPage,
  type ChronologyPlace,
  type ChronologyQuestion,
  type ChronologyRow,
} from './chronology.repository.ts';
import { returnedSources } from './chronology.returned-sources.ts';
import type { ChronologyKind, ChronologySource } from './chronology.source.ts';

/** Which entries are wanted, as the graph asks. */
export interface ChronologyWanted {
  readonly from?: PlainDate | null;
  readonly to?: PlainDate | null;
  readonly kinds?: readonly ChronologyKind[] | null;
  readonly first: number;
  readonly after?: string | null;
  readonly knownAt?: Date | null;
}

/** An entry, with the source that gives it words. */
export interface ChronologyEntry extends ChronologyRow {
  readonly source: ChronologySource;
}

/** A page of entries; how many there are on all pages is counted only when asked. */
export interface ChronologyConnection extends Omit<Connection<ChronologyEntry>, 'totalCount'> {
  readonly countAll: () => Promise<number>;
}

const PLACES = 3;

/** The order in which the facts of one day are told. */
const ORDER: readonly ChronologyKind[] = [
  'CARE',
  'LEGAL_STATUS',
  'PLACEMENT',
  'ALLOCATION',
  'SOCIAL_WORKER',
  'SAFETY',
  'VISIT',
  'CONTACT',
  'VOICE',
  'REVIEW',
  'PLAN',
  'DECISION',
  'HEALTH',
  'EDUCATION',
  'LEAVING_CARE',
];

/**
 * A page of a child's chronology, from the parts of the record that the viewer may see: one statement, whatever the parts
 * hold. Opens the record.
 *
 * @throws BadInputError when more than 100 entries are wanted, or the cursor is not one of a chronology.
 */
export async function chronologyOf(
  child: ChildRow,
  wanted: ChronologyWanted,
  { db, viewer, touched, clock }: Context,
): Promise<ChronologyConnection> {
  const after = placeOf(wanted.after);
  const limit = pageSize(wanted.first) + 1;
  const knownAt = wanted.knownAt ?? null;
  const today = clock.today();
  const sources = [...returnedSources(knownAt !== null), ...recordedSources]
    .filter(({ kind, part }) => (wanted.kinds?.includes(kind) ?? true) && !isWithheld(viewer, child, part))
    .toSorted((one, other) => ORDER.indexOf(one.kind) - ORDER.indexOf(other.kind));
  if (sources.length > 0) touched.record(child.id);
  const question: ChronologyQuestion = {
    laCode: child.laCode,
    childId: child.id,
    from: wanted.from ?? null,
    to: wanted.to && wanted.to < today ? wanted.to : today,
    knownAt,
    sources,
  };
  const rows = (await findChronologyPage(db, question, { after, limit })).flatMap((row) => {
    const source = sources[row.place];
    return source ? [{ ...row, source }] : [];
  });
  const page = pageOf({
    rows,
    first: wanted.first,
    after: wanted.after,
    totalCount: 0,
    cursorOf: ({ day, place, id }) => cursorOf([day, place, id]),
  });
  return { ...page, countAll: () => countChronology(db, question) };
}

function placeOf(after: string | null | undefined): ChronologyPlace | null {
  const key = keyOfCursor(after, PLACES);
  if (key === null) return null;
  const [day, place, id] = key;
  if (typeof day === 'string' && /^\d{4}-\d\d-\d\d$/.test(day) && typeof place === 'number' && typeof id === 'string') {
    return [day, place, id];
  }
  throw new BadInputError('The cursor `after` is not one this list gave. Start again without it.');
}
