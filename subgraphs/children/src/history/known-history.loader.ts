import DataLoader from 'dataloader';
import type { ChildAsKnown } from '../record/record-loader.ts';
import { isWithheld, type RecordPart } from '../modules/child/child.parts-policy.ts';
import type { ChildRow } from '../modules/child/child.repository.ts';
import type { RequestForRows } from '../modules/rows-of-children.ts';
import type { ChildHistory } from './derive-child-history.ts';
import { findHistoriesKnownAt } from './known-history.repository.ts';

/** A loader of histories as they were known at an instant. What it answers is told by part, with `partKnownAt`. */
export type KnownHistoryLoader = DataLoader<ChildAsKnown & { readonly knownAt: Date }, ChildHistory | null, string>;

/** Two statements for all children asked for at an instant. It opens the records. */
export function knownHistoryLoader({ db, touched }: RequestForRows): KnownHistoryLoader {
  const load = async (
    asked: readonly (ChildAsKnown & { readonly knownAt: Date })[],
  ): Promise<(ChildHistory | null)[]> => {
    const answers = new Map<string, ChildHistory | null>();
    for (const [at, group] of Map.groupBy(asked, ({ knownAt }) => knownAt.getTime())) {
      const children = group.map(({ child }) => child);
      for (const { id } of children) touched.record(id);
      const histories = await db.asPlatform((platform) => findHistoriesKnownAt(platform, children, new Date(at)));
      for (const [id, history] of histories) answers.set(`${id} ${at}`, history);
    }
    return asked.map(({ child, knownAt }) => answers.get(`${child.id} ${knownAt.getTime()}`) ?? null);
  };
  return new DataLoader<ChildAsKnown & { readonly knownAt: Date }, ChildHistory | null, string>(load, {
    cacheKeyFn: ({ child, knownAt }) => `${child.id} ${knownAt.getTime()}`,
  });
}

/** A part of a child's history as it was known at an instant; nothing where the part is withheld from the viewer. */
export async function partKnownAt<Row>(
  { viewer, loader }: { viewer: RequestForRows['viewer']; loader: KnownHistoryLoader },
  { child, knownAt, part }: { child: ChildRow; knownAt: Date; part: RecordPart },
  rowsIn: (history: ChildHistory) => readonly Row[],
): Promise<readonly Row[]> {
  if (isWithheld(viewer, child, part)) return [];
  const history = await loader.load({ child, knownAt });
  return history ? rowsIn(history) : [];
}
