import { survivalOf, type Survival } from '@mainstay/primitives';
import type { ChildRow } from '../child/child.repository.ts';
import type { ChildContinuity, ContinuityPart } from './continuity.of-child.ts';

/** A child and its continuity. */
export interface Counted {
  readonly child: Pick<ChildRow, 'sex' | 'dateOfBirth'>;
  readonly continuity: ChildContinuity;
}

/** `RelationshipSurvival` of the graph. */
export interface RelationshipSurvival extends Omit<Survival, 'followed'> {
  readonly relationships: number;
}

/** `ContinuityFigures` of the graph. */
export interface ContinuityFigures {
  readonly children: number;
  readonly daysInCare: number;
  readonly workersPerChildYear: number | null;
  readonly changesPerChildYear: number | null;
  readonly shareWithLongest: number | null;
  readonly shareWithout: number | null;
  readonly survival: RelationshipSurvival;
}

type Amounts = Omit<ContinuityPart, 'practiceId'>;

const DAYS_OF_YEAR = 365.25;

/** The figures of children; given who was responsible, of their days with that organisation alone. */
export function figuresOf(counted: readonly Counted[], of?: { readonly practiceId: string | null }): ContinuityFigures {
  const isOf = (one: { readonly practiceId: string | null }): boolean => !of || one.practiceId === of.practiceId;
  const parts = counted
    .flatMap(({ continuity }): readonly Amounts[] =>
      of ? continuity.byResponsible.filter(isOf) : [{ ...continuity, changes: continuity.changes.length }],
    )
    .filter(({ daysInCare }) => daysInCare > 0);
  const total = (key: keyof Amounts): number => parts.reduce((sum, part) => sum + part[key], 0);
  const days = total('daysInCare');
  const each = (sum: number, by: number): number | null => (days === 0 ? null : sum / by);
  const { followed: relationships, ...survival } = survivalOf(
    counted.flatMap(({ continuity }) => continuity.began.filter(isOf)),
  );
  return {
    children: parts.length,
    daysInCare: days,
    workersPerChildYear: each(total('workers'), days / DAYS_OF_YEAR),
    changesPerChildYear: each(total('changes'), days / DAYS_OF_YEAR),
    shareWithLongest: each(total('daysWithLongest'), days),
    shareWithout: each(total('daysWithout'), days),
    survival: { ...survival, relationships },
  };
}
