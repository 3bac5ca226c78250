import type { PlainDate } from '@mainstay/primitives';
import { dutyKinds } from './duty-kind.ts';
import type { DoneOn } from './duty-facts.ts';
import type { DaySet } from './duty-rule.ts';

/** A duty as the facts make it. */
export interface MadeDuty extends DaySet {
  /** Names it among the child's duties: the same as long as the facts behind it are. */
  readonly key: string;
  readonly metOn: PlainDate | null;
  readonly metBy: string | null;
  readonly endedOn: PlainDate | null;
  readonly endedBecause: string | null;
  /** True when nothing of the kind came before it in the same time. */
  readonly isFirst: boolean;
  /** True when it fell due before the platform knew of the child, is not known to be done, and could not be. */
  readonly isBeforeRecord: boolean;
}

/** The time in which a duty applies. */
export interface Applying {
  /** The last day on which doing it counts; null while it applies. */
  readonly lastDay: PlainDate | null;
  /** The day from which it no longer applies; null while it does. */
  readonly endedOn: PlainDate | null;
  readonly endedBecause: string | null;
  /** The day the platform first knew of the child's care. */
  readonly knownSince: PlainDate | null;
  /** The last day that returns tell of; left out where they tell nothing of the kind, or all of it. */
  readonly returnedUntil?: PlainDate | null;
}

/** The first of what was done on `from` or later, as long as it counts. */
export function firstFrom<Done extends DoneOn>(
  done: readonly Done[],
  from: PlainDate,
  { lastDay }: Pick<Applying, 'lastDay'>,
): Done | null {
  return done.find(({ on }) => on >= from && (lastDay === null || on <= lastDay)) ?? null;
}

/** The first of what was done after `day`, as long as it counts. */
export function firstAfter<Done extends DoneOn>(
  done: readonly Done[],
  day: PlainDate,
  { lastDay }: Pick<Applying, 'lastDay'>,
): Done | null {
  return done.find(({ on }) => on > day && (lastDay === null || on <= lastDay)) ?? null;
}

/**
 * The duty that a day set makes, done or not. None where it ended, unmet, before the platform knew of the child, and no
 * return tells of its kind: nobody can say then whether it was done.
 *
 * @param of `isFirst`, and what makes the key differ where a rule sets two days for times that begin together.
 */
export function dutiesOf(
  set: DaySet,
  met: DoneOn | null,
  applying: Applying,
  of: { readonly isFirst: boolean; readonly key?: string },
): MadeDuty[] {
  const { isRecordedHereOnly } = dutyKinds[set.kind];
  const { knownSince, returnedUntil = null } = applying;
  const endedOn = met === null ? applying.endedOn : null;
  const isUnknown = met === null && isRecordedHereOnly && knownSince !== null;
  if (isUnknown && endedOn !== null && endedOn <= knownSince) return [];
  const key = [set.rule, set.since.replaceAll('-', ''), ...(of.key === undefined ? [] : [of.key])].join('-');
  return [
    {
      ...set,
      key,
      metOn: met?.on ?? null,
      metBy: met?.id ?? null,
      endedOn,
      endedBecause: endedOn === null ? null : applying.endedBecause,
      isFirst: of.isFirst,
      isBeforeRecord: isRecordedHereOnly
        ? isUnknown && of.isFirst && set.dueOn < knownSince
        : met === null && isBetween(set.dueOn, returnedUntil, knownSince),
    },
  ];
}

/** True after what returns tell of and before the platform knew of the child: nobody could have recorded it. */
function isBetween(day: PlainDate, returnedUntil: PlainDate | null, knownSince: PlainDate | null): boolean {
  return returnedUntil !== null && knownSince !== null && day > returnedUntil && day < knownSince;
}

/** Puts one duty after the other: each time begins when the one before it was met, until one is not. */
export function chainOf(
  done: readonly DoneOn[],
  applying: Applying,
  { begin, next }: { readonly begin: DaySet; readonly next: (since: PlainDate) => DaySet },
): MadeDuty[] {
  const duties: MadeDuty[] = [];
  let met = firstFrom(done, begin.since, applying);
  duties.push(...dutiesOf(begin, met, applying, { isFirst: true, key: 'first' }));
  while (met) {
    const set = next(met.on);
    met = firstAfter(done, met.on, applying);
    duties.push(...dutiesOf(set, met, applying, { isFirst: false }));
  }
  return duties;
}
