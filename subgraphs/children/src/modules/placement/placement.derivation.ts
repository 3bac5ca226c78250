import type { PlainDate } from '@mainstay/primitives';
import { later } from '../../history/child-returns.ts';
import { effectiveEnd, isShortBreak, type DerivedEpisode } from '../episode/episode.derivation.ts';
import type { AccessColumns } from '../access-columns.ts';
import type { PlacementEntity } from './placement.entity.ts';

/** A placement as the child's episodes have it. Where it lies is looked up in the postcode directory afterwards. */
export type DerivedPlacement = Omit<
  PlacementEntity,
  keyof AccessColumns | 'laCode' | 'childId' | 'id' | 'distanceFromHomeMiles' | 'isInsideAuthority'
>;

/**
 * One child's placements, oldest first.
 *
 * A placement is a run of episodes that no change of placement breaks: a new one begins with `RNE` S, P, T, B or U.
 * Three things bend that rule:
 *
 * - a temporary placement does not end the one it interrupts: a child who comes back to the same place goes on with
 *   it, and a child who goes elsewhere ends it on leaving the temporary one;
 * - adoption by the present foster carers (A3 or A5 entered with T or U) is no move;
 * - short-term breaks and ordinary care never share a placement.
 *
 * @param episodes of one child, oldest first.
 */
export function derivePlacements(episodes: readonly DerivedEpisode[]): DerivedPlacement[] {
  const placements: DerivedPlacement[] = [];
  let where: Whereabouts | null = null;
  for (const [index, episode] of episodes.entries()) {
    const stay = { episode, until: effectiveEnd(episodes, index), hasLeftBefore: hasLeft(episodes, index) };
    const now = next(where, stay);
    if (now.current !== where?.current && now.current !== where?.interrupted) placements.push(now.current);
    // The interrupted placement is the child's still, for as long as the interruption lasts.
    if (now.interrupted) endWith(now.interrupted, stay);
    where = now;
  }
  return placements;
}

/**
 * The day a placement ends, checked: no placement ends before it started.
 *
 * Episodes are repaired first (see `episode.derivation.ts`), so an end before the start cannot come from a return; this
 * and the constraint `ck_placement_ends_after_start` make sure that it cannot come from us either.
 *
 * @param until the day until which the placement's last episode counts; null while it lasts.
 */
export function endOfPlacement(startedOn: PlainDate, until: PlainDate | null): PlainDate | null {
  return until === null ? null : later(startedOn, until);
}

/** True for hospital, holidays and other temporary moves (T0 to T4), and for placements coded Z…. */
export function isTemporaryPlacement(place: string): boolean {
  return /^(?:T[0-4]|Z.*)$/.test(place);
}

/** An episode together with what its neighbours say about it. */
interface Stay {
  readonly episode: DerivedEpisode;
  readonly until: PlainDate | null;
  /** True when the child was out of care, or out of the record, between the episode before and this one. */
  readonly hasLeftBefore: boolean;
}

/** The placement the child is in, and the one that it interrupts. */
interface Whereabouts {
  readonly current: DerivedPlacement;
  readonly interrupted: DerivedPlacement | null;
}

function next(where: Whereabouts | null, stay: Stay): Whereabouts {
  if (!where) return { current: begin(stay, null, true), interrupted: null };
  const { current } = where;
  const interrupted = stay.hasLeftBefore ? null : where.interrupted;
  if (goesOn(current, stay)) {
    prolong(current, stay);
    return { current, interrupted };
  }
  if (interrupted && isReturn(interrupted, stay)) {
    prolong(interrupted, stay);
    return { current: interrupted, interrupted: null };
  }
  const before = interrupted ?? current;
  const begun = begin(stay, before, false);
  const isInterruption = begun.isTemporary && !before.isTemporary && !stay.hasLeftBefore;
  return { current: begun, interrupted: isInterruption ? before : null };
}

function hasLeft(episodes: readonly DerivedEpisode[], index: number): boolean {
  const [before, episode] = [episodes[index - 1], episodes[index]];
  if (!before || !episode) return false;
  if (episode.reasonStarted === 'S') return true;
  const isApart = effectiveEnd(episodes, index - 1) !== episode.startedOn;
  // A gap that nobody accounts for is a slip of the record; one after a reason for leaving care is a departure.
  return isApart && (episode.reasonStarted !== 'L' || isDeparture(before));
}

function isDeparture(episode: DerivedEpisode): boolean {
  return episode.reasonEnded !== null && episode.reasonEnded !== 'X1';
}

function goesOn(current: DerivedPlacement, { episode, hasLeftBefore }: Stay): boolean {
  if (hasLeftBefore || current.isShortBreak !== isShortBreak(episode)) return false;
  if (current.isTemporary !== isTemporaryPlacement(episode.placementType)) return false;
  return !beginsPlacement(episode) || (!current.isTemporary && isAdoptionByPresentCarers(episode));
}

function isReturn(interrupted: DerivedPlacement, { episode }: Stay): boolean {
  if (isTemporaryPlacement(episode.placementType) || interrupted.isShortBreak !== isShortBreak(episode)) return false;
  const isSamePlace =
    interrupted.type === episode.placementType &&
    interrupted.placementPostcode === episode.placementPostcode &&
    interrupted.urn === episode.urn &&
    interrupted.provider === episode.placementProvider;
  return isSamePlace || !beginsPlacement(episode);
}

function beginsPlacement({ reasonStarted }: DerivedEpisode): boolean {
  return ['S', 'P', 'T', 'B', 'U'].includes(reasonStarted);
}

function isAdoptionByPresentCarers(episode: DerivedEpisode): boolean {
  return ['A3', 'A5'].includes(episode.placementType) && keepsCarers(episode);
}

function keepsCarers({ reasonStarted }: DerivedEpisode): boolean {
  return reasonStarted === 'T' || reasonStarted === 'U';
}

function begin(
  { episode, until, hasLeftBefore }: Stay,
  before: DerivedPlacement | null,
  isFirst: boolean,
): DerivedPlacement {
  const { startedOn, placementType, placementProvider, urn, placementPostcode, homePostcode } = episode;
  const isMoved = beginsPlacement(episode);
  const hasNewCarers = isMoved && !keepsCarers(episode);
  const carersBefore = hasLeftBefore || hasNewCarers ? null : before;
  return {
    startedOn,
    isStartKnown: isMoved || !(isFirst || hasLeftBefore),
    endedOn: endOfPlacement(startedOn, until),
    type: placementType,
    provider: placementProvider,
    urn,
    placementPostcode,
    homePostcode,
    isTemporary: isTemporaryPlacement(placementType),
    isShortBreak: isShortBreak(episode),
    isSameCarer: keepsCarers(episode),
    carerSince: carersBefore?.carerSince ?? startedOn,
    isCarerSinceKnown: carersBefore?.isCarerSinceKnown ?? hasNewCarers,
    reasonEnded: reasonEnded(episode),
  };
}

function prolong(placement: DerivedPlacement, stay: Stay): void {
  const { placementType, placementProvider, urn, placementPostcode, homePostcode } = stay.episode;
  placement.type = placementType;
  placement.provider = placementProvider;
  placement.urn = urn;
  placement.placementPostcode = placementPostcode ?? placement.placementPostcode;
  placement.homePostcode = homePostcode ?? placement.homePostcode;
  endWith(placement, stay);
}

function endWith(placement: DerivedPlacement, { episode, until }: Stay): void {
  placement.endedOn = endOfPlacement(placement.startedOn, until);
  placement.reasonEnded = reasonEnded(episode);
}

function reasonEnded(episode: DerivedEpisode): string | null {
  return isDeparture(episode) ? episode.reasonEnded : episode.reasonPlacementChanged;
}
