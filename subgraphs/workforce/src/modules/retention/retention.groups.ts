import { daysBetween, survivalOf, type PlainDate, type SurvivalPoint } from '@mainstay/primitives';
import type { WorkerRole } from '../employment/employment.entity.ts';
import type { Service } from './retention.repository.ts';

/** What staff are told apart by: `RetentionGrouping` of the graph. */
export type RetentionGrouping = 'ROLE' | 'AGENCY' | 'EMPLOYER';

/** Groups of fewer people are kept back. */
export const SMALLEST_GROUP = 10;

/** One group: `RetentionGroup` of the graph. */
export interface RetentionGroup {
  readonly role: WorkerRole | null;
  readonly isAgency: boolean | null;
  readonly employer: { readonly __typename: 'Practice' | 'LocalAuthority'; readonly id: string } | null;
  readonly keptBackBecause: string | null;
  readonly began: number | null;
  readonly ended: number | null;
  readonly medianDays: number | null;
  readonly points: readonly RetentionPoint[];
}

/** One step of a curve: `RetentionPoint` of the graph. */
export type RetentionPoint = Omit<SurvivalPoint, 'lasting'> & { readonly staying: number };

type Label = Pick<RetentionGroup, 'role' | 'isAgency' | 'employer'>;

const unlabelled: Label = { role: null, isAgency: null, employer: null };

/** The whole and its groups, what is small and what would give it away kept back. */
export function retentionOf(
  services: readonly Service[],
  { by, today }: { readonly by: RetentionGrouping | null; readonly today: PlainDate },
): { readonly all: RetentionGroup; readonly groups: readonly RetentionGroup[] } {
  const counted = by === 'AGENCY' ? services : services.filter(({ isAgency }) => !isAgency);
  const isWholeSmall = counted.length < SMALLEST_GROUP;
  const grouped = by === null ? [] : [...Map.groupBy(counted, (service) => keyOf(service, by)).values()];
  const kept = isWholeSmall ? new Set(grouped) : keptBack(grouped);
  return {
    all: groupOf(counted, { label: unlabelled, isKept: isWholeSmall, today }),
    groups: grouped
      .toSorted((one, other) => other.length - one.length)
      .map((group) => groupOf(group, { label: labelOf(group[0], by), isKept: kept.has(group), today })),
  };
}

/**
 * The groups that are kept back: those that are small, and the smallest others until those kept back are two groups and many
 * people together, for the whole less the groups that are told is what they are together.
 */
export function keptBack<Group extends readonly unknown[]>(groups: readonly Group[]): ReadonlySet<Group> {
  const bySize = groups.toSorted((one, other) => one.length - other.length);
  const kept = new Set(bySize.filter(({ length }) => length < SMALLEST_GROUP));
  if (kept.size === 0) return kept;
  const people = (): number => [...kept].reduce((sum, { length }) => sum + length, 0);
  for (const group of bySize) {
    if (kept.size > 1 && people() >= SMALLEST_GROUP) break;
    kept.add(group);
  }
  return kept;
}

function keyOf(service: Service, by: RetentionGrouping): string {
  switch (by) {
    case 'ROLE':
      return service.role;
    case 'AGENCY':
      return String(service.isAgency);
    case 'EMPLOYER':
      return `${service.employerKind} ${service.employerId}`;
  }
}

function labelOf(service: Service | undefined, by: RetentionGrouping | null): Label {
  if (!service || by === null) return unlabelled;
  const { role, isAgency, employerKind, employerId } = service;
  const __typename = employerKind === 'practice' ? 'Practice' : 'LocalAuthority';
  return {
    role: by === 'ROLE' ? role : null,
    isAgency: by === 'AGENCY' ? isAgency : null,
    employer: by === 'EMPLOYER' ? { __typename, id: employerId } : null,
  };
}

function groupOf(
  services: readonly Service[],
  { label, isKept, today }: { label: Label; isKept: boolean; today: PlainDate },
): RetentionGroup {
  if (isKept) return { ...label, keptBackBecause, began: null, ended: null, medianDays: null, points: [] };
  const { followed, ended, medianDays, points } = survivalOf(services.map((service) => followedTo(service, today)));
  const steps = points.map(({ lasting, ...point }) => ({ ...point, staying: lasting }));
  return { ...label, keptBackBecause: null, began: followed, ended, medianDays, points: steps };
}

const keptBackBecause =
  `A curve of fewer than ${SMALLEST_GROUP} people says little and tells of each. It is kept back, and so are groups that would ` +
  'give it away beside the whole.';

/** Both the first and the last day count. Whoever leaves on a day to come is still there. */
function followedTo({ startedOn, endedOn, isTransferred }: Service, today: PlainDate) {
  const isOver = endedOn !== null && endedOn <= today;
  return { days: daysBetween(startedOn, isOver ? endedOn : today) + 1, hasEnded: isOver && !isTransferred };
}
