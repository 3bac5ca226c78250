import { daysBetween, type PlainDate } from '@mainstay/primitives';
import type { ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';
import type { CheckContext } from '../rule.ts';

type Episode = ReturnRow<'Episodes'>;

/** Episodes of one kind that follow one another without a day between. */
export interface Spell {
  readonly from: PlainDate;
  /** The day the last of them ceased, or the end of the year while it is open. */
  readonly to: PlainDate;
  readonly episodes: readonly Episode[];
}

/**
 * The day an episode ceased, or the end of the year while it is open; null when its end cannot be read, or lies before
 * its start.
 */
export function endOf(episode: Episode, { end }: CheckContext): PlainDate | null {
  const begun = episode.date('DECOM');
  const ended = episode.date('DEC') ?? (episode.isBlank('DEC') ? end : null);
  return begun !== null && ended !== null && begun <= ended ? ended : null;
}

/**
 * The child's spells of the episodes that `isOfKind` picks, earliest first.
 *
 * An episode carries on the spell before it when it begins on the day that one ceased and `carriesOn` agrees.
 */
export function spellsOf(
  child: ChildRows,
  context: CheckContext,
  { isOfKind, carriesOn }: { isOfKind: (episode: Episode) => boolean; carriesOn: (episode: Episode) => boolean },
): Spell[] {
  const spells: { from: PlainDate; to: PlainDate; episodes: Episode[] }[] = [];
  for (const episode of child.episodes()) {
    if (!isOfKind(episode)) continue;
    const from = episode.date('DECOM');
    const to = endOf(episode, context);
    if (from === null || to === null) continue;
    const before = spells.at(-1);
    if (before && before.to === from && carriesOn(episode)) {
      before.episodes.push(episode);
      before.to = to;
    } else {
      spells.push({ from, to, episodes: [episode] });
    }
  }
  return spells;
}

/** How many days a spell lasted: nights, so that one that began and ceased on the same day has none. */
export function daysOf({ from, to }: Pick<Spell, 'from' | 'to'>): number {
  return daysBetween(from, to);
}
