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
  notForViewer,
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

/** How an authority's own staff and its practices' spent a quarter; one statement. */
export async function timeUseOfAuthority(
  context: Context,
  laCode: string,
  quarter: Quarter,
): Promise<TimeUseComparison> {
  const refused = refusalOf(context, { employerKind: 'local-authority', employerId: laCode }, quarter);
  const told = (group: TimeUseGroup, result: TimeUse['result']): TimeUse => ({ group, ...quarter, result });
  if (refused) {
    return { authority: told('AUTHORITY', refused), practices: told('PRACTICES', refused), differences: [] };
  }
  // Only what is told of a group leaves: no person's time does.
  return context.database.figures(context.viewer, async (figures) => {
    const people = await findPersonsTime(figures, quarter, { laCodes: [laCode], employer: null });
    const own = byPerson(people.filter(({ employerKind }) => employerKind === 'local-authority'));
    const practices = byPerson(people.filter(({ employerKind }) => employerKind === 'practice'));
    const [one, other] = [told('AUTHORITY', figuresOf(own)), told('PRACTICES', figuresOf(practices))];
    const areTold = [one, other].every(({ result }) => result.__typename === 'TimeUseFigures');
    return { authority: one, practices: other, differences: areTold ? differencesOf(own, practices) : [] };
  });
}

/** How a practice's staff spent a quarter; one statement. */
export async function timeUseOfPractice(context: Context, practiceId: string, quarter: Quarter): Promise<TimeUse> {
  const employer: EmployerKey = { employerKind: 'practice', employerId: practiceId };
  const told = (result: TimeUse['result']): TimeUse => ({ group: 'PRACTICE', ...quarter, result });
  const refused = refusalOf(context, employer, quarter);
  if (refused) return told(refused);
  const laCodes = readableLaCodes(context.viewer, context.today);
  return context.database.figures(context.viewer, async (figures) => {
    const people = await findPersonsTime(figures, quarter, { laCodes, employer: null });
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

function refusalOf({ viewer, today }: Context, employer: EmployerKey, quarter: Quarter): TimeUse['result'] | null {
  if (!canReadStaffOf(viewer, employer, today)) return notForViewer;
  return today < quarter.toldFrom ? notYetTold(quarter) : null;
}
