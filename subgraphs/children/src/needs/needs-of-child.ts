import type { PlainDate } from '@mainstay/primitives';
import type { NeedsFacts } from './needs-facts.ts';
import { needsRulesOn, type NeedsGroup } from './needs-rules.ts';
import type { NeedsKind } from './needs-signs.ts';

/** A sign of need that a child shows: `NeedsReason` of the graph. */
export interface NeedsReason {
  readonly kind: NeedsKind;
  readonly text: string;
  readonly on: PlainDate | null;
}

/** How much a child needs on a day. */
export interface NeedsOfChild {
  readonly on: PlainDate;
  readonly group: NeedsGroup;
  /** What the child weighs in a caseload, in tenths. */
  readonly tenths: number;
  readonly ruleVersion: number;
  readonly reasons: readonly NeedsReason[];
}

/** The group a child is in on a day, by the version of the rule that holds then, with the signs that put it there. */
export function needsOfChild(facts: NeedsFacts, on: PlainDate): NeedsOfChild {
  const rules = needsRulesOn(on);
  const reasons = rules.signs.flatMap((sign): NeedsReason[] => {
    const shown = sign.shows(facts, on);
    return shown ? [{ kind: sign.kind, ...shown }] : [];
  });
  const group = rules.groupOf(new Set(reasons.map(({ kind }) => kind)));
  return { on, group, tenths: rules.tenths[group], ruleVersion: rules.version, reasons };
}
