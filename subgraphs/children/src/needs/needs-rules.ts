import { plainDate, type PlainDate } from '@mainstay/primitives';
import { needsSignsOf2026, type NeedsKind, type NeedsSign } from './needs-signs.ts';

/** Groups of children by need: `NeedsGroup` of the graph, the lightest first. */
export const needsGroups = ['NO_ADDITIONAL', 'ADDITIONAL', 'COMPLEX'] as const;

/** One of `needsGroups`. */
export type NeedsGroup = (typeof needsGroups)[number];

/** One version of the rule that puts children into groups by need. */
export interface NeedsRules {
  readonly version: number;
  /** It holds for days from this one on. */
  readonly inForceFrom: PlainDate;
  readonly source: string;
  /** What a child of each group weighs, in tenths, so that sums are exact. */
  readonly tenths: Readonly<Record<NeedsGroup, number>>;
  /** How many kinds of need a child of each group has. */
  readonly definitions: Readonly<Record<NeedsGroup, string>>;
  readonly groupOf: (kinds: ReadonlySet<NeedsKind>) => NeedsGroup;
  readonly signs: readonly NeedsSign[];
}

/**
 * Every version, oldest first. The rule is changed by adding a version, never by editing one that was in force.
 *
 * The unit costs are those of 2005/06 in the report of the Social Work Practices Working Group, Care Matters: Consistent
 * Care (2007), section 6.1.5: on average £33,000 a year for a child without additional support needs, £50,000 to £54,000
 * with emotional or behavioural problems or offending, over £95,000 with complex needs such as both. Divided by the first:
 * 1, 1.6 (from the middle, £52,000), and 2.9. That two kinds of need together are complex is the report's example; that
 * disability, being unaccompanied and living in a staffed setting count as kinds like the two it names is ours.
 */
export const needsRules: readonly [NeedsRules, ...NeedsRules[]] = [
  {
    version: 1,
    inForceFrom: plainDate('2006-04-01'),
    source:
      'Unit costs of 2005/06 by need: about £33,000 a year without additional needs, £50,000 to £54,000 with emotional or ' +
      'behavioural problems or offending, over £95,000 with complex needs (Social Work Practices: report of the working ' +
      'group, 2007, section 6.1.5). The weights are these costs, the middle of a range, divided by the first.',
    tenths: { NO_ADDITIONAL: 10, ADDITIONAL: 16, COMPLEX: 29 },
    definitions: {
      NO_ADDITIONAL: 'No sign of additional needs is on record.',
      ADDITIONAL: 'Signs of one kind of additional need.',
      COMPLEX: 'Signs of two kinds of additional need or more.',
    },
    groupOf: (kinds) => {
      if (kinds.size === 0) return 'NO_ADDITIONAL';
      return kinds.size === 1 ? 'ADDITIONAL' : 'COMPLEX';
    },
    signs: needsSignsOf2026,
  },
];

/** The version that holds for a day; the first for days before all of them. */
export function needsRulesOn(day: PlainDate): NeedsRules {
  return needsRules.findLast(({ inForceFrom }) => inForceFrom <= day) ?? needsRules[0];
}
