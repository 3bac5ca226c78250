import { plainNumber } from '@mainstay/primitives';
import { familiarity, leadsFamily, OFTEN, type Candidate, type ChildToPlace, type Plan } from './reallocation.rules.ts';

/** Why a child goes to a worker, in words: what speaks for the worker, in the order of the rules. */
export function reasonsFor({ child, to }: Plan['moves'][number], plan: Plan): string[] {
  const taken = plan.moves.filter((move) => move.to.workerId === to.workerId).length;
  const after = to.childIds.size + taken;
  return [
    ...knowing(child, to),
    ...family(child, to, plan),
    ...(child.team !== null && to.teams.has(child.team) ? ['Leads children of the same team.'] : []),
    ...(plan.candidates.some(({ isLikelyToLeave }) => isLikelyToLeave) && !to.isLikelyToLeave
      ? ['Is not expected to leave within a year.']
      : []),
    to.limit === null
      ? `Would lead ${countOf(after)}.`
      : `Has room: would lead ${countOf(after)} of at most ${inWords(to.limit)}.`,
    ...(isLightest(to, plan) ? ['Has the lightest load, for the hours worked, of all who could take the child.'] : []),
  ];
}

/** Why there is nobody for a child, in words. */
export function reasonAgainst({ candidates }: Plan): string {
  return candidates.length === 0
    ? 'There is no colleague with the same employer whose post and registration are in force on the day.'
    : 'Everybody who could lead the child would lead more children than the limit allows.';
}

function knowing(child: ChildToPlace, to: Candidate): string[] {
  const visits = child.visits.get(plainNumber(to.workerId)) ?? 0;
  return [
    ...(familiarity(child, to) === 0 ? ['Led the child before.'] : []),
    ...(visits >= OFTEN ? [`Saw the child on ${visits} visits in the last twelve months.`] : []),
  ];
}

function family(child: ChildToPlace, to: Candidate, { moves }: Plan): string[] {
  const goesAlong = moves.some(
    (other) => other.to.workerId === to.workerId && child.familyIds.includes(other.child.childId),
  );
  return [
    ...(leadsFamily(child, to) ? ['Leads a brother or sister already.'] : []),
    ...(goesAlong ? ['A brother or sister goes to the same worker.'] : []),
  ];
}

function isLightest(to: Candidate, { candidates }: Plan): boolean {
  const rateOf = ({ tenths, fullTimeEquivalent }: Candidate): number => tenths / fullTimeEquivalent;
  return candidates.length > 1 && candidates.every((other) => rateOf(to) <= rateOf(other));
}

function countOf(children: number): string {
  return children === 1 ? '1 child' : `${children} children`;
}

function inWords(limit: number): string {
  return String(Math.round(limit * 10) / 10);
}
