import type { PlainDate } from '@mainstay/primitives';
import { ownEngagements } from '../employment/employment.codes.ts';
import type { EmploymentRow } from '../employment/employment.entity.ts';
import { isHeldOn } from '../employment/employment.held-on.ts';
import type { PostRow } from './post.entity.ts';

/** What of a post is held on a day, in whole-time equivalents. */
export interface Holding {
  readonly held: number;
  /** What employees and partners do not hold. */
  readonly vacant: number;
  /** What of that agency workers cover. */
  readonly cover: number;
}

/** What of a post is held on a day by those who are in it then. A post that is not there on the day is not vacant. */
export function holdingOf(
  post: Pick<PostRow, 'startsOn' | 'endsOn' | 'fullTimeEquivalent'>,
  employments: readonly EmploymentRow[],
  on: PlainDate,
): Holding {
  const then = employments.filter((employment) => isHeldOn(employment, on));
  const held = sumOf(then.filter(({ engagement }) => ownEngagements.includes(engagement)));
  const isThere = isHeldOn({ startedOn: post.startsOn, endedOn: post.endsOn }, on);
  const vacant = isThere ? tidy(Math.max(0, post.fullTimeEquivalent - held)) : 0;
  const cover = Math.min(vacant, sumOf(then.filter(({ engagement }) => engagement === 'AGENCY')));
  return { held, vacant, cover };
}

/** The whole-time equivalents of employments together. */
export function sumOf(employments: readonly Pick<EmploymentRow, 'fullTimeEquivalent'>[]): number {
  return tidy(employments.reduce((sum, { fullTimeEquivalent }) => sum + fullTimeEquivalent, 0));
}

/** A sum of whole-time equivalents without the rest that comes of how computers count: six places, as the census has. */
export function tidy(sum: number): number {
  return Math.round(sum * 1_000_000) / 1_000_000;
}
