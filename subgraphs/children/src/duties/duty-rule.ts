import type { PlainDate } from '@mainstay/primitives';
import type { DutyKind } from './duty-kind.ts';

/** One version of a rule: from when it holds, and the day it sets. */
export interface RuleVersion<About> {
  readonly version: number;
  /** It holds for times that begin on this day or later. */
  readonly inForceFrom: PlainDate;
  /** The last day on which it is done in time. */
  readonly dueOn: (since: PlainDate, about: About) => PlainDate;
}

/**
 * A rule that sets the day by which something must be done for a child. A rule is changed by adding a version, never by
 * editing one that was in force: what was worked out by it stays as it was.
 */
export interface DutyRule<About = void> {
  /** The stable code, such as `first-review`. */
  readonly code: string;
  readonly kind: DutyKind;
  /** What it says, in plain words. */
  readonly title: string;
  /** The regulation it comes from. */
  readonly source: string;
  /** Oldest first; at least one. */
  readonly versions: readonly [RuleVersion<About>, ...RuleVersion<About>[]];
}

/** A day set by a version of a rule. */
export interface DaySet {
  readonly kind: DutyKind;
  readonly rule: string;
  readonly ruleVersion: number;
  readonly since: PlainDate;
  readonly dueOn: PlainDate;
}

/**
 * The day a rule sets for a time that begins on `since`, by the version in force then; by the first version for times
 * before all of them.
 */
export function daySetBy<About>(rule: DutyRule<About>, since: PlainDate, about: About): DaySet {
  const version = rule.versions.findLast(({ inForceFrom }) => inForceFrom <= since) ?? rule.versions[0];
  return {
    kind: rule.kind,
    rule: rule.code,
    ruleVersion: version.version,
    since,
    dueOn: version.dueOn(since, about),
  };
}
