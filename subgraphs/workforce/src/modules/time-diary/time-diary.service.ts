import { addDays, type PlainDate } from '@mainstay/primitives';
import { NotFoundError } from '@mainstay/subgraph-kit';
import { numberWithin, RecordChanged, RecordFault, textOf, type Correcting } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import type { StaffFactsOf } from '../../record/staff-record-row.ts';
import { dayUpToToday } from '../../record/worker-in-post.ts';
import { diaryActivities, type DiaryMinutes, type TimeDiaryRow } from './time-diary.entity.ts';
import { diaristOf, requireDiarist } from './time-diary.policy.ts';
import { hasAnotherEntry } from './time-diary.repository.ts';
import { timeDiaryStore } from './time-diary.store.ts';

/** What is recorded: `RecordTimeDiaryInput` of the graph. */
export interface RecordTimeDiaryInput extends DiaryMinutes {
  readonly key: string;
  readonly correcting?: Correcting | null;
  readonly la?: string | null;
  readonly on: PlainDate;
}

const LONGEST_DAY = 1_440;
const LONGEST_KEY = 100;
const REASON = { shortest: 3, longest: 2_000 } as const;
/** What somebody spent a day on is not remembered for longer. */
const DAYS_BACK = 92;

/**
 * Enters a day in the viewer's own time diary, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `diaristOf`.
 */
export async function recordTimeDiary(input: RecordTimeDiaryInput, context: Context): Promise<TimeDiaryRow> {
  const { viewer, db, moment } = context;
  const staff = diaristOf(viewer, input.la ?? null);
  const facts = factsOf(input, context.today);
  if (input.correcting) return replaceDay(context, input.correcting, facts);
  const entryKey = textOf('key', input.key, { shortest: 1, longest: LONGEST_KEY });
  const recording = { by: viewer.subject, at: moment.now, entryKey };
  const before = await timeDiaryStore.findByEntryKey(db, staff.laCode, recording);
  if (before) return before;
  await refuseSecondEntry(context, staff.laCode, facts.spentOn, null);
  const row = await timeDiaryStore.add(db, staff, facts, recording);
  tell(context, row, 'recorded');
  return row;
}

/**
 * Takes a day of the viewer's own time diary back.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError.
 */
export async function withdrawTimeDiary(correcting: Correcting, context: Context): Promise<TimeDiaryRow> {
  requireDiarist(context.viewer);
  const present = await presentDay(context, correcting.id);
  return replaceWith(context, correcting, { present, facts: present, isWithdrawn: true });
}

async function replaceDay(context: Context, correcting: Correcting, facts: StaffFactsOf<TimeDiaryRow>) {
  const present = await presentDay(context, correcting.id);
  await refuseSecondEntry(context, present.laCode, facts.spentOn, present.id);
  return replaceWith(context, correcting, { present, facts, isWithdrawn: false });
}

async function replaceWith(
  context: Context,
  correcting: Correcting,
  next: { readonly present: TimeDiaryRow; readonly facts: StaffFactsOf<TimeDiaryRow>; readonly isWithdrawn: boolean },
): Promise<TimeDiaryRow> {
  const { viewer, db, moment } = context;
  const reason = textOf('correcting.reason', correcting.reason, REASON);
  const recording = { by: viewer.subject, at: moment.now, entryKey: null };
  const row = await timeDiaryStore.replace(db, { ...correcting, reason }, { ...next, recording });
  if (!row) throw new RecordChanged((await timeDiaryStore.find(db, correcting.id)) ?? next.present);
  tell(context, row, next.isWithdrawn ? 'withdrawn' : 'corrected');
  return row;
}

/** The present version of a day of the viewer's own. */
async function presentDay({ viewer, db }: Context, id: string): Promise<TimeDiaryRow> {
  const present = await timeDiaryStore.find(db, id);
  if (!present || present.isWithdrawn || present.recordedBy !== viewer.subject) {
    throw new NotFoundError('There is no such entry.');
  }
  return present;
}

async function refuseSecondEntry(
  { viewer, db }: Context,
  laCode: string,
  spentOn: PlainDate,
  itself: string | null,
): Promise<void> {
  if (!(await hasAnotherEntry(db, { laCode, subject: viewer.subject, spentOn, itself }))) return;
  throw new RecordFault('on', 'You have entered this day already. Correct that entry.');
}

function factsOf(input: RecordTimeDiaryInput, today: PlainDate): StaffFactsOf<TimeDiaryRow> {
  const spentOn = dayUpToToday('on', input.on, today);
  if (spentOn < addDays(today, -DAYS_BACK)) {
    throw new RecordFault('on', `Enter a day of the last ${DAYS_BACK} days.`);
  }
  const minutes = Object.fromEntries(
    diaryActivities.map((activity) => [
      activity,
      numberWithin(activity, input[activity], { least: 0, most: LONGEST_DAY }),
    ]),
  ) as DiaryMinutes;
  const total = totalOf(minutes);
  if (total < 1 || total > LONGEST_DAY) {
    throw new RecordFault('other', `All together must be 1 to ${LONGEST_DAY.toLocaleString('en-GB')} minutes.`);
  }
  return { spentOn, ...minutes };
}

/** All minutes of a day. */
export function totalOf(minutes: DiaryMinutes): number {
  return diaryActivities.reduce((sum, activity) => sum + minutes[activity], 0);
}

/** Tells the audit that a day was entered, and not which. */
function tell({ touched }: Context, { laCode, id }: TimeDiaryRow, done: string): void {
  touched.change({ what: `time diary ${done}`, laCode, ids: [id], childIds: [] });
}
