import type { Context } from '../../context.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { canReadStaffOf, readableLaCodes } from '../employment/employment.policy.ts';
import { tellablePractices } from './time-use.protection.ts';
import type { Quarter } from './time-use.quarter.ts';
import { findPersonsTime, type PersonsTime } from './time-use.repository.ts';
import {
  byPerson,
  differencesOf,
  fewPeople,
  figuresOf,
  notYetTold,
  type TimeUse,
  type TimeUseGroup,
} from './time-use.service.ts';

/** How the authority's own staff and its practices' spent their time, and how they differ. */
export interface TimeUseComparison {
  readonly authority: TimeUse;
  readonly practices: TimeUse;
  readonly differences: ReturnType<typeof differencesOf>;
}

/**
 * How an authority's own staff and its practices' spent a quarter; one statement. Null for those who may not see the staff.
 */
export async function timeUseOfAuthority(
  context: Context,
  laCode: string,
  quarter: Quarter,
): Promise<TimeUseComparison | null> {
  const employer: EmployerKey = { employerKind: 'local-authority', employerId: laCode };
  if (!canReadStaffOf(context.viewer, employer, context.today)) return null;
  const told = (group: TimeUseGroup, result: TimeUse['result']): TimeUse => ({ group, ...quarter, result });
  if (context.today < quarter.toldFrom) {
    const later = notYetTold(quarter);
    return { authority: told('AUTHORITY', later), practices: told('PRACTICES', later), differences: [] };
  }
  // Only what is told of a group leaves: no person's time does.
  return context.database.figures(context.viewer, async (figures) => {
    const people = await findPersonsTime(figures, quarter, [laCode]);
    const own = byPerson(people.filter(({ employerKind }) => employerKind === 'local-authority'));
    const practices = byPerson(people.filter(({ employerKind }) => employerKind === 'practice'));
    const [one, other] = [told('AUTHORITY', figuresOf(own)), told('PRACTICES', figuresOf(practices))];
    const areTold = [one, other].every(({ result }) => result.__typename === 'TimeUseFigures');
    return { authority: one, practices: other, differences: areTold ? differencesOf(own, practices) : [] };
  });
}

/** How a practice's staff spent a quarter; one statement. Null for those who may not see the staff. */
export async function timeUseOfPractice(
  context: Context,
  practiceId: string,
  quarter: Quarter,
): Promise<TimeUse | null> {
  const employer: EmployerKey = { employerKind: 'practice', employerId: practiceId };
  const told = (result: TimeUse['result']): TimeUse => ({ group: 'PRACTICE', ...quarter, result });
  if (!canReadStaffOf(context.viewer, employer, context.today)) return null;
  if (context.today < quarter.toldFrom) return told(notYetTold(quarter));
  const laCodes = readableLaCodes(context.viewer, context.today);
  return context.database.figures(context.viewer, async (figures) => {
    const people = await findPersonsTime(figures, quarter, laCodes);
    const own = byPerson(
      people.filter(({ employerId, employerKind }) => employerKind === 'practice' && employerId === practiceId),
    );
    if (own.length === 0) return told(figuresOf(own));
    return told(isTellable(people, practiceId) ? figuresOf(own) : fewPeople);
  });
}

/** True when the practice is told of apart with every authority it serves: see `tellablePractices`. */
function isTellable(people: readonly PersonsTime[], practiceId: string): boolean {
  const ofPractices = people.filter(({ employerKind }) => employerKind === 'practice');
  return [...Map.groupBy(ofPractices, ({ laCode }) => laCode).values()]
    .map((served) => Map.groupBy(served, ({ employerId }) => employerId))
    .filter((practices) => practices.has(practiceId))
    .every((practices) =>
      tellablePractices([...practices].map(([id, own]) => ({ id, people: own.length }))).has(practiceId),
    );
}
