import { inOrder, type ChildRows } from '../../checking/child-rows.ts';
import type { ReturnRow } from '../../checking/return-row.ts';

type Episode = ReturnRow<'Episodes'>;
type Decision = ReturnRow<'PlacedAdoption'>;

/** The six items of AD1. */
export const adoptionItems = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const;

/** True when the child is placed for adoption (A3 to A6). */
export function isPlacedForAdoption(episode: Episode): boolean {
  return /^A[3-6]$/.test(episode.value('PLACE'));
}

/** True when the episode ceased because the child was adopted (E11, E12). */
export function isAdopted(episode: Episode): boolean {
  return /^E1[12]$/.test(episode.value('REC'));
}

/** The decisions to place the child for adoption whose day can be read, earliest first. */
export function datedDecisions(child: ChildRows): readonly Decision[] {
  return inOrder(child.rows('PlacedAdoption'), 'DATE_PLACED', 'DATE_PLACED_CEASED');
}

/** True when the return gives a day for some decision to place the child for adoption. */
export function hasDecision(child: ChildRows): boolean {
  return child.rows('PlacedAdoption').some((row) => !row.isBlank('DATE_PLACED'));
}

/** The items of AD1 that are filled in. */
export function givenItems(details: ReturnRow<'AD1'>): readonly (typeof adoptionItems)[number][] {
  return adoptionItems.filter((column) => !details.isBlank(column));
}

/**
 * For each episode, the one with which its placement began: a change of legal status alone goes on with a placement.
 *
 * Once for all episodes, because walking back from each would take the square of their number.
 */
export function firstsOfPlacements(child: ChildRows): ReadonlyMap<Episode, Episode> {
  const firsts = new Map<Episode, Episode>();
  let first: Episode | null = null;
  for (const episode of child.episodes()) {
    if (first === null || episode.value('RNE') !== 'L') first = episode;
    firsts.set(episode, first);
  }
  return firsts;
}
