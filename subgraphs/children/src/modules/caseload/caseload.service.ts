import type { PlainDate } from '@mainstay/primitives';
import type { Request } from '../../context.ts';
import { needsGroups, type NeedsGroup } from '../../needs/needs-rules.ts';
import { childScope, historyScope } from '../child/child.policy.ts';
import { isWithheldOn } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { needsOfChildren, type Needs } from '../needs/needs.service.ts';
import { mayCountCases } from './caseload.policy.ts';
import { findLedChildren, type LedAsked, type LedChild } from './caseload.repository.ts';

/** A child in a caseload, with its needs; null where they are withheld. */
export interface CaseOfChild extends LedChild {
  readonly needs: Needs | null;
}

/** The children a worker leads on a day: `Caseload` of the graph, without what others know of the worker. */
export interface Caseload {
  readonly on: PlainDate;
  readonly workerId: string;
  readonly cases: readonly CaseOfChild[];
}

/** The caseloads of an owner's children on a day: `Caseloads` of the graph. */
export interface Caseloads {
  readonly on: PlainDate;
  readonly practiceId: string | null;
  readonly byWorker: readonly Caseload[];
  readonly cases: readonly CaseOfChild[];
  readonly withoutLead: readonly ChildRow[];
}

/** Children with who leads them and how much they need, as far as the viewer may see them on the day: two statements. */
export async function casesOn(request: Request, asked: Omit<LedAsked, 'isPractice'>): Promise<readonly CaseOfChild[]> {
  const { db, viewer, clock } = request;
  const today = clock.today();
  const { on } = asked;
  const scope = on === today ? childScope(viewer, clock) : historyScope(viewer, clock);
  const isPractice = viewer.audience === 'practice' && viewer.breakGlass === null;
  const found = await findLedChildren(db, scope, { ...asked, isPractice });
  const told = found.filter(
    ({ child, workerId }) =>
      !isWithheldOn(viewer, child, { part: 'SOCIAL_WORKERS', on, today }) &&
      (workerId !== null || !isWithheldOn(viewer, child, { part: 'EPISODES', on, today })),
  );
  const needs = await needsOfChildren(
    request,
    told.map(({ child }) => child),
    on,
  );
  return told.map((one) => {
    const isCategoryTold = !isWithheldOn(viewer, one.child, { part: 'EPISODES', on, today });
    return {
      ...one,
      categoryOfNeed: isCategoryTold ? one.categoryOfNeed : null,
      needs: needs.get(one.child.id) ?? null,
    };
  });
}

/** The caseloads of an authority's children, or of those with a practice, on a day; null to whoever may not count them. */
export async function caseloadsOf(
  owner: { readonly laCode: string } | { readonly practiceId: string },
  on: PlainDate,
  request: Request,
): Promise<Caseloads | null> {
  const { viewer, clock, touched } = request;
  const { laCodes, practiceId } = childScope(viewer, clock);
  if (!mayCountCases(viewer) || laCodes.length === 0) return null;
  if ('laCode' in owner ? practiceId !== null || !laCodes.includes(owner.laCode) : !seesPractice(practiceId, owner)) {
    return null;
  }
  const all = await casesOn(request, { on, ...owner });
  touched.list('caseloads', [], all.length);
  const led = all.filter(({ workerId }) => workerId !== null);
  const byWorker = [...Map.groupBy(led, ({ workerId }) => workerId ?? '')]
    .map(([workerId, cases]) => ({ on, workerId, cases }))
    .toSorted(heavierFirst);
  return {
    on,
    practiceId: 'practiceId' in owner ? owner.practiceId : null,
    byWorker,
    cases: led,
    withoutLead: all.filter(({ workerId }) => workerId === null).map(({ child }) => child),
  };
}

/** What children weigh together, in tenths; null when the needs of some are withheld. */
export function tenthsOf(cases: readonly CaseOfChild[]): number | null {
  return cases.reduce<number | null>(
    (sum, { needs }) => (sum === null || needs === null ? null : sum + needs.tenths),
    0,
  );
}

/** Children by need, the lightest first; none when needs are withheld. */
export function byNeed(
  cases: readonly CaseOfChild[],
): { readonly group: NeedsGroup; readonly children: number; readonly weightedLoad: number }[] {
  if (tenthsOf(cases) === null) return [];
  return needsGroups.flatMap((group) => {
    const own = cases.filter(({ needs }) => needs?.group === group);
    return own.length === 0 ? [] : [{ group, children: own.length, weightedLoad: (tenthsOf(own) ?? 0) / 10 }];
  });
}

function seesPractice(own: string | null, { practiceId }: { readonly practiceId: string }): boolean {
  return own === null || own === practiceId;
}

function heavierFirst(one: Caseload, other: Caseload): number {
  const weight = ({ cases }: Caseload): number => tenthsOf(cases) ?? cases.length * 10;
  return weight(other) - weight(one) || (one.workerId < other.workerId ? -1 : 1);
}
