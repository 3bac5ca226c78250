import type { PlainDate } from '@mainstay/primitives';
import type { Db, Viewer } from '@mainstay/subgraph-kit';
import type { NeedsFacts } from '../../needs/needs-facts.ts';
import { needsOfChild, type NeedsOfChild } from '../../needs/needs-of-child.ts';
import { isWithheld, mayOpenRecord, type ChildParts, type RecordPart } from '../child/child.parts-policy.ts';
import { findNeedsFacts } from './needs.repository.ts';

/** What the rule looks at, by the part of the record it is in: nothing of it is known where the part is withheld. */
const nothingOf = {
  EPISODES: { categoryOfNeed: null, placementType: null, placedOn: null },
  HEALTH: { sdqScore: null, sdqOn: null, misusedSubstancesOn: null, convictedOn: null },
  SAFETY: { offendedOn: null, selfHarmedOn: null },
  PLANS: { disabledAsOf: null },
  EDUCATION: { socialEmotionalNeedAsOf: null },
} as const satisfies Partial<Record<RecordPart, Partial<NeedsFacts>>>;
const parts = Object.keys(nothingOf) as (keyof typeof nothingOf)[];

/** How much a child needs, as a viewer is told it: `Needs` of the graph. */
export interface Needs extends NeedsOfChild {
  /** True when parts that the rule looks at are withheld. */
  readonly isPartial: boolean;
}

/**
 * How much children need on a day, by child; none of children whose record is not open to the viewer. One statement,
 * however many they are. Whoever tells of single children tells the audit that their records were opened.
 */
export async function needsOfChildren(
  { db, viewer }: { readonly db: Db; readonly viewer: Viewer },
  children: readonly ChildParts[],
  on: PlainDate,
): Promise<ReadonlyMap<string, Needs>> {
  const open = new Map(children.filter(({ id }) => mayOpenRecord(viewer, id)).map((child) => [child.id, child]));
  const facts = open.size > 0 ? await findNeedsFacts(db, [...open.keys()], on) : [];
  return new Map(
    facts.map((one) => {
      const child = open.get(one.childId);
      const withheld = parts.filter((part) => child === undefined || isWithheld(viewer, child, part));
      const known = withheld.reduce<NeedsFacts>((told, part) => ({ ...told, ...nothingOf[part] }), one);
      return [one.childId, { ...needsOfChild(known, on), isPartial: withheld.length > 0 }];
    }),
  );
}
