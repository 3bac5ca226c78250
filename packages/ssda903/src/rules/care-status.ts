import type { ChildRows } from '../checking/child-rows.ts';
import type { ReturnRow } from '../checking/return-row.ts';
import type { CheckContext } from './rule.ts';

type Episode = ReturnRow<'Episodes'>;

/** True for short breaks (V3, V4), which nearly every rule and figure leaves out. */
export function isShortBreak(episode: Episode): boolean {
  return episode.value('LS') === 'V3' || episode.value('LS') === 'V4';
}

/** True when the placement is a temporary move (T0–T4), which does not end the one it interrupts. */
export function isTemporary(episode: Episode): boolean {
  return /^T[0-4]$/.test(episode.value('PLACE'));
}

/** True when the episode's end is also the end of being looked after. */
export function endsCare(episode: Episode): boolean {
  return !episode.isBlank('REC') && episode.value('REC') !== 'X1';
}

/** True when the episode is open on some day of the collection year. */
export function isInYear(episode: Episode, { start, end }: CheckContext): boolean {
  const begun = episode.date('DECOM');
  const ended = episode.date('DEC');
  return begun !== null && begun <= end && (ended === null || ended >= start);
}

/** True when the child has an episode in the collection year, or one of which that cannot be told. */
export function hasEpisodeInYear(child: ChildRows, context: CheckContext): boolean {
  return child.rows('Episodes').some((episode) => episode.date('DECOM') === null || isInYear(episode, context));
}

/** True when the child is looked after, other than in short breaks, at the end of 31 March. */
export function isLookedAfterAtYearEnd(child: ChildRows, { end }: CheckContext): boolean {
  return child.episodes().some((episode) => {
    const begun = episode.date('DECOM');
    const ended = episode.date('DEC');
    return begun !== null && begun <= end && (ended === null || ended > end) && !isShortBreak(episode);
  });
}

/**
 * True when the child has been looked after continuously for the twelve months to 31 March.
 *
 * An episode covers the first day of the year, none of the year's episodes is a short break or a new start, none
 * ends being looked after, and one is open at the year's end.
 */
export function isContinuouslyLookedAfter(child: ChildRows, context: CheckContext): boolean {
  return child.once(coversTheYear, context);
}

function coversTheYear(child: ChildRows, context: CheckContext): boolean {
  const { start, end } = context;
  const episodes = child.episodes().filter((episode) => isInYear(episode, context));
  const coversFirstDay = episodes.some((episode) => (episode.date('DECOM') ?? end) <= start);
  const isBroken = episodes.some((episode) => {
    const begun = episode.date('DECOM') ?? start;
    const ended = episode.date('DEC');
    const endsInYear = ended !== null && ended <= end && endsCare(episode);
    return isShortBreak(episode) || (episode.value('RNE') === 'S' && begun > start) || endsInYear;
  });
  return coversFirstDay && !isBroken && isLookedAfterAtYearEnd(child, context);
}

/** True when the header says the child is a girl or a woman, in the codes of any year. */
export function isFemale(header: ReturnRow<'Header'>): boolean {
  return header.value('SEX') === 'F' || header.value('SEX') === '2';
}

/** True when the header says the child is a boy or a man, in the codes of any year. */
export function isMale(header: ReturnRow<'Header'>): boolean {
  return header.value('SEX') === 'M' || header.value('SEX') === '1';
}
