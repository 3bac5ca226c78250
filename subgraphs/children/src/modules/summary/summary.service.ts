import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { mayOpenRecord } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { lastVisitItems, legalStatusItems, nextDueItems, placementItems, planItems } from './summary.care-sections.ts';
import { summaryFacts, type SummaryFacts } from './summary.facts.ts';
import type { SummaryItem, SummarySectionKind } from './summary.item.ts';
import { educationItems, healthItems, riskItems } from './summary.life-sections.ts';
import { leadProfessionalItems, ownWordsItems, whoItems, whoMattersItems } from './summary.people-sections.ts';

/** A part of a summary. */
export interface SummarySection {
  readonly kind: SummarySectionKind;
  readonly title: string;
  readonly items: readonly SummaryItem[];
}

/** The one-page summary of a child: `ChildSummary` of the graph. */
export interface ChildSummary {
  readonly asAt: PlainDate;
  readonly sections: readonly SummarySection[];
}

type Section = readonly [kind: SummarySectionKind, title: string, itemsOf: (facts: SummaryFacts) => SummaryItem[]];

/** In the order in which they are read: the child first, then the people, then what is to be known and done. */
const sections: readonly Section[] = [
  ['WHO', 'Who the child is', whoItems],
  ['OWN_WORDS', 'In the child’s own words', ownWordsItems],
  ['WHO_MATTERS', 'Who matters to the child', whoMattersItems],
  ['LEAD_PROFESSIONAL', 'Who works with the child', leadProfessionalItems],
  ['PLACEMENT', 'Where the child lives', placementItems],
  ['LEGAL_STATUS', 'Legal status', legalStatusItems],
  ['PLAN', 'What the plan aims for', planItems],
  ['RISKS', 'What to be careful of', riskItems],
  ['HEALTH', 'Health', healthItems],
  ['EDUCATION', 'School, training and work', educationItems],
  ['NEXT_DUE', 'What must be done next', nextDueItems],
  ['LAST_VISITS', 'The last visits', lastVisitItems],
];

const WITHHELD = 'You are not shown this part of the record.';

/** The summary of a child as at today; null for those who may not open the record. It opens it. */
export async function summaryOf(child: ChildRow, context: Context): Promise<ChildSummary | null> {
  if (!mayOpenRecord(context.viewer, child.id)) return null;
  context.touched.record(child.id);
  const facts = await summaryFacts(child, context);
  return {
    asAt: facts.today,
    sections: sections.map(([kind, title, itemsOf]) => ({
      kind,
      title,
      items: itemsOf(facts).map((item) => shown(item, facts)),
    })),
  };
}

/** What is withheld is not told to be missing from the record: nobody who is not shown it can say. */
function shown(item: SummaryItem, { isOpen }: SummaryFacts): SummaryItem {
  return item.missing !== null && item.part !== null && !isOpen(item.part) ? { ...item, missing: WITHHELD } : item;
}
