import type { AskerOfWorld, ChildOfWorld, World } from './world.ts';

/** The kinds of rows about a child that the test makes, one of the past and one of the present where both exist. */
export type RowKind = 'past episode' | 'present episode' | 'past placement' | 'present placement' | 'review';

export const rowKinds: readonly RowKind[] = [
  'past episode',
  'present episode',
  'past placement',
  'present placement',
  'review',
];

/**
 * What an asker may know of a child at the world's instant: which kinds of rows; null when not that the child exists.
 *
 * Written from the promises alone. Instants are compared as England reads its clocks, by `Temporal`: the database does the
 * same by its own time zones.
 */
export function mayKnow(
  world: World,
  asker: AskerOfWorld,
  child: ChildOfWorld,
  index: number,
): ReadonlySet<RowKind> | null {
  if (asker.kind === 'glass') return underGlass(world, asker, child, index);
  if (child.restrictedTo !== null && !child.restrictedTo.includes(asker.subject)) return null;
  switch (asker.kind) {
    case 'staff':
      return asker.la === child.la ? all : null;
    case 'officer':
      return asker.la === child.la && child.officer === asker.subject ? all : null;
    case 'practice':
      return asker.las.includes(child.la) ? delegated(world, asker.practice, child) : null;
    case 'inspector':
      return inspected(world, asker, child);
    case 'machine':
      return asker.la === child.la && asker.scopes.includes('children') ? all : null;
  }
}

/** The day it is in England. */
export function todayIn(world: World): string {
  return Temporal.Instant.from(world.now).toZonedDateTimeISO('Europe/London').toPlainDate().toString();
}

const all: ReadonlySet<RowKind> = new Set(rowKinds);

function underGlass(
  world: World,
  asker: Extract<AskerOfWorld, { kind: 'glass' }>,
  child: ChildOfWorld,
  index: number,
): ReadonlySet<RowKind> | null {
  const holds = Temporal.Instant.compare(world.now, asker.until) < 0;
  return holds && asker.childIndex === index && asker.las.includes(child.la) ? all : null;
}

function delegated(world: World, practice: string, { allocation }: ChildOfWorld): ReadonlySet<RowKind> | null {
  if (allocation === null || allocation.practice !== practice) return null;
  const hasBegun = Temporal.Instant.compare(midnightOf(allocation.startedOn), world.now) <= 0;
  const isOver = endsOf(allocation).some((end) => Temporal.Instant.compare(end, world.now) <= 0);
  if (!hasBegun || isOver) return null;
  const kinds = rowKinds.filter((kind) => allocation.functions.includes(functionOf(kind)));
  return new Set(kinds);
}

function endsOf(allocation: NonNullable<ChildOfWorld['allocation']>): Temporal.Instant[] {
  const { lastDay, endedAt } = allocation;
  return [
    ...(endedAt === null ? [] : [Temporal.Instant.from(endedAt)]),
    ...(lastDay === null ? [] : [midnightOf(Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString())]),
  ];
}

function functionOf(kind: RowKind): string {
  if (kind === 'review') return 'REVIEW_PREPARATION';
  return kind.endsWith('placement') ? 'PLACEMENT' : 'CARE_PLANNING';
}

function inspected(
  world: World,
  asker: Extract<AskerOfWorld, { kind: 'inspector' }>,
  child: ChildOfWorld,
): ReadonlySet<RowKind> | null {
  const today = todayIn(world);
  if (asker.la !== child.la || today < asker.from || asker.to < today) return null;
  return child.isSampled ? all : new Set<RowKind>(['present episode', 'present placement']);
}

function midnightOf(date: string): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime('Europe/London').toInstant();
}
