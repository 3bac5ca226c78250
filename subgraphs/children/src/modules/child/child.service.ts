import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { conditionBehind, type BehindMeasure } from '../indicator/indicator.behind.ts';
import { childConnection, childPageStart, type ChildConnection, type PageWanted } from './child.connection.ts';
import { childScope } from './child.policy.ts';
import { countChildren, findChildPage, type ChildListFilter } from './child.repository.ts';

/** Which children are wanted, as the graph asks. */
export interface ChildrenWanted extends PageWanted {
  readonly la?: string | null;
  readonly practice?: string | null;
  readonly lookedAfterOn?: PlainDate | null;
  readonly localIdStartsWith?: string | null;
  readonly behind?: BehindMeasure | null;
}

/** A page of the children that the viewer may see, by local id. */
export async function listChildren(wanted: ChildrenWanted, context: Context): Promise<ChildConnection> {
  const start = childPageStart(wanted);
  const filter = await filterOf(wanted, context);
  if (filter === null) return childConnection([], wanted, () => Promise.resolve(0));
  return childConnection(await findChildPage(context.db, filter, start), wanted, () =>
    countChildren(context.db, filter),
  );
}

/** A page of the children allocated under a contract on a day that the viewer may see, by local id. */
export async function listContractChildren(
  contractId: string,
  wanted: PageWanted & { readonly on?: PlainDate | null },
  { loaders, clock }: Context,
): Promise<ChildConnection> {
  const onDay = { contractId, on: wanted.on ?? clock.today() };
  const rows = await loaders.contractChildren.pages.load({ ...onDay, ...childPageStart(wanted) });
  return childConnection(rows, wanted, () => loaders.contractChildren.counts.load(onDay));
}

/** Null when no child can be in the list. */
async function filterOf(wanted: ChildrenWanted, context: Context): Promise<ChildListFilter | null> {
  const filter = {
    scope: childScope(context.viewer, context.clock.today()),
    lookedAfterOn: wanted.lookedAfterOn,
    localIdStartsWith: wanted.localIdStartsWith?.trim().toUpperCase(),
  };
  const owner = { la: wanted.la ?? null, practice: wanted.practice ?? null };
  if (!wanted.behind) return { ...filter, laCode: owner.la, practiceId: owner.practice };
  // The measure is of those allocated to the practice on the last day of the period, whoever they are with today.
  const also = await conditionBehind(wanted.behind, owner, context);
  return also && { ...filter, laCode: owner.la, also };
}
