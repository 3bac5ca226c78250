import { formatBritishDate, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { BelievedEpisode } from '../modules/episode/episode.derivation.ts';
import { episodesOf, openEpisode, type ChildLife } from './child-life.ts';
import type { SpellChange } from './row-change.ts';
import { withCells } from './table-keys.ts';

/** Cells of Episodes by column. */
export type EpisodeCells = Readonly<Record<string, string>>;

/**
 * The episode that lasts.
 *
 * @param field the field of the input that has the day.
 * @throws RecordFault when the child is not in care.
 */
export function presentEpisode(life: ChildLife, field: string): BelievedEpisode {
  const open = openEpisode(life);
  if (!open) throw new RecordFault(field, 'The child is not in care. Record the coming into care instead.');
  return open;
}

/**
 * The present episode ended on a day, and the one that follows it.
 *
 * @param cells what is new in the one that follows.
 * @throws RecordFault when the present episode began on that day or later.
 */
export function succession(
  present: BelievedEpisode,
  { on, field, reason, cells }: { on: PlainDate; field: string; reason: string; cells: EpisodeCells },
): SpellChange[] {
  if (on <= present.episode.startedOn) {
    throw new RecordFault(
      field,
      'The present episode began on this day or after it. Give a later day, or have what was recorded corrected.',
    );
  }
  const day = formatBritishDate(on);
  const next = withCells('Episodes', present.row.cells, {
    DECOM: day,
    DEC: '',
    REC: '',
    REASON_PLACE_CHANGE: '',
    ...cells,
  });
  return [
    { table: 'Episodes', cells: present.row.cells, patch: { DEC: day, REC: 'X1', REASON_PLACE_CHANGE: reason } },
    { table: 'Episodes', cells: next, patch: {} },
  ];
}

/** The present episode and the one before it, where the present one began on a day for one of these reasons; else null. */
export function begunOn(
  life: ChildLife,
  on: PlainDate,
  reasons: readonly string[],
): { readonly before: BelievedEpisode; readonly present: BelievedEpisode } | null {
  const [before, present] = episodesOf(life).slice(-2);
  if (!before || !present || present.episode.startedOn !== on) return null;
  return reasons.includes(present.episode.reasonStarted) ? { before, present } : null;
}
