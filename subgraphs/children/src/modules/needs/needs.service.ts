import type { PlainDate } from '@mainstay/primitives';
import type { Db, Viewer } from '@mainstay/subgraph-kit';
import { needsOfChild, type NeedsOfChild } from '../../needs/needs-of-child.ts';
import { isWithheld, mayOpenRecord, type ChildParts, type RecordPart } from '../child/child.parts-policy.ts';
import { findNeedsFacts } from './needs.repository.ts';

/** The parts of a record that the rule looks at. */
const PARTS: readonly RecordPart[] = ['EPISODES', 'HEALTH', 'SAFETY', 'PLANS', 'EDUCATION'];

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
      const isPartial = PARTS.some((part) => child === undefined || isWithheld(viewer, child, part));
      return [one.childId, { ...needsOfChild(one, on), isPartial }];
    }),
  );
}
