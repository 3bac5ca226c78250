import type { PlainDate } from '@mainstay/primitives';
import { BadInputError, type Viewer } from '@mainstay/subgraph-kit';
import type { Request } from '../../context.ts';
import { historyScope } from '../child/child.policy.ts';
import type { ChildCondition } from '../child/child.repository.ts';
import { breakdowns, type Breakdown } from './indicator.breakdown.ts';
import { heldFor } from './indicator.returns.ts';
import { indicatorsCalled, periodOf, type MeasureOwner, type MeasureQuestion } from './indicator.question.ts';
import { measureAccess } from './indicator.policy.ts';
import { resultWithoutCounting } from './indicator.answer.ts';
import { behindCondition, type MeasurePart } from './indicator.membership-repository.ts';

/** A measure, and the part of it whose children are wanted. */
export interface BehindMeasure {
  readonly indicator: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly part: MeasurePart;
  /** The breakdown and its group that the children belong to; null for all. */
  readonly by?: Breakdown | null;
  readonly group?: string | null;
}

/** Whose measure it is: a practice's if one is named (of one authority's children if that is named too), else an authority's. */
export interface BehindOwner {
  readonly la: string | null;
  readonly practice: string | null;
}

/**
 * The condition that keeps the children behind one part of a measure; null when there are none, as for a measure that
 * has no figure.
 *
 * For a practice these are the children behind the figure that its staff may still see; for an inspector, those of the
 * sample; for an Independent Reviewing Officer, those under review.
 *
 * @throws BadInputError when the measure or the group does not exist, or nothing says whose it is.
 */
export async function conditionBehind(
  behind: BehindMeasure,
  { la, practice }: BehindOwner,
  { viewer, clock, db }: Request,
): Promise<ChildCondition | null> {
  const today = clock.today();
  const [indicator] = indicatorsCalled([behind.indicator]);
  if (!indicator) return null;
  const question: MeasureQuestion = {
    indicator,
    owner: ownerOf({ la, practice }, viewer),
    period: periodOf(behind.from, behind.to),
  };
  if (measureAccess(viewer, question.owner, today) === 'withheld' || resultWithoutCounting(question, today))
    return null;
  const sight = historyScope(viewer, clock);
  const { laCodes } = (await heldFor(db, [question], sight)).of(question);
  const wanted = laCodes.filter((laCode) => la === null || laCode === la);
  return behindCondition(
    wanted.map((laCode) => ({ ord: 0, laCode, question })),
    { part: behind.part, group: groupWanted(behind) },
    sight,
  );
}

function groupWanted({ by, group }: BehindMeasure): { by: Breakdown; code: string } | null {
  if (!by && !group) return null;
  if (by && group && breakdowns[by].groups.some(({ code }) => code === group)) return { by, code: group };
  throw new BadInputError('Give `by` and one of its groups as `group`, or neither.');
}

function ownerOf({ la, practice }: BehindOwner, viewer: Viewer): MeasureOwner {
  const practiceId = practice ?? (la === null ? viewer.practiceId : null);
  if (practiceId !== null) return { kind: 'practice', id: practiceId };
  const laCode = la ?? (viewer.laCodes.length === 1 ? viewer.laCodes[0] : undefined);
  if (laCode !== undefined) return { kind: 'local-authority', id: laCode };
  throw new BadInputError('Say whose measure it is: give `la` or `practice` with `behind`.');
}
