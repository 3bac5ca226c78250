import type { PlainDate, DelegatedFunction } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { childIndicator } from '../../indicators/index.ts';
import { conditionBehind, type BehindMeasure } from '../indicator/indicator.behind.ts';
import { childConnection, childPageStart, type ChildConnection, type PageWanted } from './child.connection.ts';
import { functionsBehind, mayOpenRecord } from './child.parts-policy.ts';
import { childScope, historyScope } from './child.policy.ts';
import { countChildren, findChildPage, type ChildListFilter, type ChildRow } from './child.repository.ts';

/** Which children are wanted, as the graph asks. */
export interface ChildrenWanted extends PageWanted {
  readonly la?: string | null;
  readonly practice?: string | null;
  readonly lookedAfterOn?: PlainDate | null;
  readonly localIdStartsWith?: string | null;
  readonly leadProfessional?: string | null;
  readonly behind?: BehindMeasure | null;
}

/** The child, whose record is opened; null when there is none that the viewer may open. */
export async function openChild(id: string, { loaders, viewer, touched }: Context): Promise<ChildRow | null> {
  if (!mayOpenRecord(viewer, id)) return null;
  const child = await loaders.children.load(id);
  if (child) touched.record(child.id);
  return child;
}

/** A page of the children that the viewer may see, by local id. */
export async function listChildren(wanted: ChildrenWanted, context: Context): Promise<ChildConnection> {
  const start = childPageStart(wanted);
  const filter = await filterOf(wanted, context);
  const { db, touched } = context;
  const list = { name: 'children', touched };
  if (filter === null) return childConnection({ ...list, rows: [], countAll: () => Promise.resolve(0) }, wanted);
  const rows = await findChildPage(db, filter, start);
  return childConnection({ ...list, rows, countAll: () => countChildren(db, filter) }, wanted);
}

/** A page of the children allocated under a contract on a day that the viewer may see, by local id. */
export async function listContractChildren(
  contractId: string,
  wanted: PageWanted & { readonly on?: PlainDate | null },
  { loaders, clock, touched }: Context,
): Promise<ChildConnection> {
  const onDay = { contractId, on: wanted.on ?? clock.today() };
  const rows = await loaders.contractChildren.pages.load({ ...onDay, ...childPageStart(wanted) });
  const countAll = (): Promise<number> => loaders.contractChildren.counts.load(onDay);
  return childConnection({ name: 'Contract.children', rows, countAll, touched }, wanted);
}

/** Null when no child can be in the list. */
async function filterOf(wanted: ChildrenWanted, context: Context): Promise<ChildListFilter | null> {
  const { viewer, clock } = context;
  const filter = {
    scope: tellsOfThePast(wanted, context) ? historyScope(viewer, clock) : childScope(viewer, clock),
    functions: functionsToldOf(wanted),
    lookedAfterOn: wanted.lookedAfterOn,
    localIdStartsWith: wanted.localIdStartsWith?.trim().toUpperCase(),
    led: wanted.leadProfessional ? { by: wanted.leadProfessional, on: clock.today() } : null,
  };
  const owner = { la: wanted.la ?? null, practice: wanted.practice ?? null };
  if (!wanted.behind) return { ...filter, laCode: owner.la, practiceId: owner.practice };
  // The measure is of those allocated to the practice on the last day of the period, whoever they are with today.
  const also = await conditionBehind(wanted.behind, owner, context);
  return also && { ...filter, laCode: owner.la, also };
}

/** True when being in the list says something of a child's history. */
function tellsOfThePast({ lookedAfterOn, behind }: ChildrenWanted, { clock }: Context): boolean {
  return Boolean(behind) || (Boolean(lookedAfterOn) && lookedAfterOn !== clock.today());
}

/** The functions that what is asked of the children in the list is about. */
function functionsToldOf({ lookedAfterOn, leadProfessional, behind }: ChildrenWanted): readonly DelegatedFunction[] {
  const told: readonly DelegatedFunction[] = [
    ...(lookedAfterOn ? (['CARE_PLANNING'] as const) : []),
    ...(leadProfessional ? (['VISITS_AND_SUPERVISION'] as const) : []),
  ];
  const indicator = behind ? childIndicator(behind.indicator) : undefined;
  return [...new Set([...told, ...(indicator ? functionsBehind(indicator) : [])])];
}
