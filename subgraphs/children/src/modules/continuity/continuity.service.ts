import { ageOn, daysBetween, type PlainDate } from '@mainstay/primitives';
import { BadInputError, seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';
import type { Context, Request } from '../../context.ts';
import { childScope } from '../child/child.policy.ts';
import { isWithheld, type ChildParts } from '../child/child.parts-policy.ts';
import { findChildPage, type ChildRow } from '../child/child.repository.ts';
import { continuityOf, type ChildContinuity } from './continuity.of-child.ts';
import { findContinuityFacts } from './continuity.repository.ts';
import { figuresOf, type ContinuityFigures, type Counted } from './continuity.figures.ts';

/** The period asked for. */
export interface Asked {
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** `ContinuityGrouping` of the graph. */
export type Grouping = 'RESPONSIBLE' | 'SEX' | 'AGE';

/** The continuity of many children: `WorkerContinuity` of the graph. */
export interface WorkerContinuity extends Asked {
  readonly all: ContinuityFigures;
  readonly groups: readonly {
    readonly key: string;
    readonly practiceId: string | null;
    readonly figures: ContinuityFigures;
  }[];
}

const MOST_DAYS = 25 * 366;
/** More children than any authority has on record. */
const MOST_CHILDREN = 100_000;

/** The continuity of one child; null when care or workers are withheld. */
export async function childContinuity(
  child: ChildRow,
  asked: Asked,
  { viewer, clock, loaders }: Context,
): Promise<ChildContinuity | null> {
  const period = periodOf(asked, clock.today());
  if (!isTold(viewer, child)) return null;
  const [care, workers, allocations] = await Promise.all([
    loaders.periodsOfCare.load(child),
    loaders.socialWorkerEpisodes.load(child),
    loaders.allocationSpans.load(child),
  ]);
  return continuityOf({ care, workers, allocations }, period.from, period.to);
}

/** The continuity of each of many children in a period. */
export interface Continuities {
  readonly period: Asked;
  readonly counted: readonly (Counted & { readonly child: ChildRow })[];
}

/**
 * The continuity of each of the children of an authority, or of those who are with a practice now, whom the viewer may see;
 * null to viewers who are told no figures of single children. Two statements, however many children there are.
 */
export async function continuitiesOf(
  owner: { readonly laCode: string } | { readonly practiceId: string },
  asked: Asked,
  { viewer, clock, db, touched }: Pick<Request, 'viewer' | 'clock' | 'db' | 'touched'>,
): Promise<Continuities | null> {
  const period = periodOf(asked, clock.today());
  const scope = childScope(viewer, clock);
  const isPractice = viewer.audience === 'practice';
  const isOwners = 'laCode' in owner ? viewer.laCodes.includes(owner.laCode) && !isPractice : true;
  if (viewer.audience === 'inspector' || seesNamedChildrenOnly(viewer) || scope.laCodes.length === 0 || !isOwners) {
    return null;
  }
  const found = await findChildPage(db, { scope, ...owner }, { after: null, limit: MOST_CHILDREN });
  const children = new Map(found.filter((child) => isTold(viewer, child)).map((child) => [child.id, child]));
  const facts = await findContinuityFacts(db, [...children.keys()], period);
  const counted = facts.flatMap((one): Continuities['counted'] => {
    const child = children.get(one.childId);
    return child ? [{ child, continuity: continuityOf(one, period.from, period.to) }] : [];
  });
  touched.list('worker continuity', [], counted.length);
  return { period, counted };
}

/** The same of all of them together. */
export async function workerContinuity(
  owner: { readonly laCode: string } | { readonly practiceId: string },
  { by, ...asked }: Asked & { readonly by?: Grouping | null },
  request: Request,
): Promise<WorkerContinuity | null> {
  const found = await continuitiesOf(owner, asked, request);
  if (!found) return null;
  const { period, counted } = found;
  return { ...period, all: figuresOf(counted), groups: by ? groupsOf(counted, by, period.to) : [] };
}

function isTold(viewer: Viewer, child: ChildParts): boolean {
  return !isWithheld(viewer, child, 'EPISODES') && !isWithheld(viewer, child, 'SOCIAL_WORKERS');
}

function periodOf({ from, to }: Asked, today: PlainDate): Asked {
  if (to < from) throw new BadInputError('The period ends before it begins.');
  if (daysBetween(from, to) > MOST_DAYS) throw new BadInputError('Ask for at most 25 years.');
  if (from > today) throw new BadInputError('The period has not begun. Ask for days that have been.');
  return { from, to: to > today ? today : to };
}

function groupsOf(counted: readonly Counted[], by: Grouping, on: PlainDate): WorkerContinuity['groups'] {
  if (by === 'RESPONSIBLE') {
    const owners = new Set(
      counted.flatMap(({ continuity }) => continuity.byResponsible.map((part) => part.practiceId)),
    );
    return [...owners]
      .map((practiceId) => ({
        key: practiceId ?? 'authority',
        practiceId,
        figures: figuresOf(counted, { practiceId }),
      }))
      .toSorted(
        (one, other) => Number(one.practiceId !== null) - Number(other.practiceId !== null) || order(one, other),
      );
  }
  const keyOf = ({ child }: Counted): string => (by === 'SEX' ? child.sex : bandOf(ageOn(child.dateOfBirth, on)));
  return [...Map.groupBy(counted, keyOf)]
    .map(([key, group]) => ({ key, practiceId: null, figures: figuresOf(group) }))
    .toSorted(order);
}

function order(one: { readonly key: string }, other: { readonly key: string }): number {
  return one.key < other.key ? -1 : Number(one.key > other.key);
}

function bandOf(age: number): string {
  if (age < 5) return '0-4';
  if (age < 10) return '5-9';
  return age < 16 ? '10-15' : '16+';
}
