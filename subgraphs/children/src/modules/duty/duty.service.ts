import { addDays, type PlainDate } from '@mainstay/primitives';
import { BadInputError, cursorOf, keyOfCursor, pageOf, pageSize, type Connection } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { DutyKind } from '../../duties/duty-kind.ts';
import { historyScope } from '../child/child.policy.ts';
import { freshDuties } from './duty.fresh.ts';
import {
  countDuties,
  countDutiesByStanding,
  findDutyPage,
  type DutyCount,
  type DutyPlace,
  type DutyQuestion,
  type DutyRow,
} from './duty.repository.ts';
import { openStates, type DutyState } from './duty.state.ts';

/** Which duties are wanted: `DutyFilter` of the graph. */
export interface DutyFilter {
  readonly kinds?: readonly DutyKind[] | null;
  readonly states?: readonly DutyState[] | null;
  readonly worker?: string | null;
  readonly practice?: string | null;
  readonly dueBefore?: PlainDate | null;
}

/** Which page of which duties is wanted. */
export interface DutiesWanted {
  readonly filter?: DutyFilter | null;
  readonly first: number;
  readonly after?: string | null;
}

/** Whose duties: those of an authority, or of the children who are with a practice now. */
export type DutyOwner = { readonly laCode: string } | { readonly practiceId: string };

/** A page of duties; how many there are on all pages is counted only when asked. */
export interface DutyConnection extends Omit<Connection<DutyRow>, 'totalCount'> {
  readonly asAt: PlainDate;
  readonly countAll: () => Promise<number>;
}

/** How many days back what was done is counted, unless a day is given. */
const DAYS_BACK = 28;

const PLACES = 5;

/** A page of duties, what hurts a child first. Their children are listed, as the audit tells. */
export async function listDuties(owner: DutyOwner, wanted: DutiesWanted, context: Context): Promise<DutyConnection> {
  const { db, touched, clock } = context;
  const after = placeOf(wanted.after);
  const limit = pageSize(wanted.first) + 1;
  const question = questionOf(owner, wanted.filter ?? {}, context);
  const asAt = clock.today();
  const asked = await open(question, context);
  const rows = asked ? await findDutyPage(db, question, { after, limit }) : [];
  const page = pageOf({
    rows,
    first: wanted.first,
    after: wanted.after,
    totalCount: 0,
    cursorOf: ({ place }) => cursorOf(place),
  });
  touched.list('duties', [...new Set(page.edges.map(({ node }) => node.childId))], page.edges.length);
  return { ...page, asAt, countAll: () => (asked ? countDuties(db, question) : Promise.resolve(0)) };
}

/** How many duties stand where; null when there are none. */
export async function dutyCounts(
  owner: DutyOwner,
  { doneFrom }: { readonly doneFrom?: PlainDate | null },
  context: Context,
): Promise<{ asAt: PlainDate; counts: readonly DutyCount[] } | null> {
  const { db, clock } = context;
  const asAt = clock.today();
  const states: DutyState[] = [...openStates, 'MET', 'MET_LATE', 'MISSED', 'ENDED'];
  const question = { ...questionOf(owner, { states }, context), doneFrom: doneFrom ?? addDays(asAt, -DAYS_BACK) };
  const asked = await open(question, context);
  const counts = asked ? await countDutiesByStanding(db, question) : [];
  return counts.length > 0 ? { asAt, counts } : null;
}

/** False when the viewer sees nobody's; else the duties are worked out as far as anything has changed since. */
async function open({ scope, laCode }: DutyQuestion, context: Context): Promise<boolean> {
  const laCodes = laCode === null ? scope.laCodes : scope.laCodes.filter((code) => code === laCode);
  if (laCodes.length === 0) return false;
  await freshDuties(context, laCodes);
  return true;
}

function questionOf(owner: DutyOwner, filter: DutyFilter, { viewer, clock }: Context): DutyQuestion {
  return {
    scope: historyScope(viewer, clock),
    laCode: 'laCode' in owner ? owner.laCode : null,
    practiceId: 'practiceId' in owner ? owner.practiceId : (filter.practice ?? null),
    today: clock.today(),
    kinds: filter.kinds ?? null,
    states: filter.states ?? openStates,
    workerId: filter.worker ?? null,
    dueBefore: filter.dueBefore ?? null,
    doneFrom: null,
  };
}

function placeOf(after: string | null | undefined): DutyPlace | null {
  const place = keyOfCursor(after, PLACES);
  if (place === null) return null;
  const [isNotLate, rank, wasVisited, dueOn, id] = place;
  const numbers = [isNotLate, rank, wasVisited].every((one) => typeof one === 'number');
  if (numbers && typeof dueOn === 'string' && /^\d{4}-\d\d-\d\d$/.test(dueOn) && typeof id === 'string') {
    return place as unknown as DutyPlace;
  }
  throw new BadInputError('The cursor `after` is not one this list gave. Start again without it.');
}
