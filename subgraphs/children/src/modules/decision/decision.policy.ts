import { assertUnreachable } from '@mainstay/primitives';
import { hasScope, type Viewer } from '@mainstay/subgraph-kit';
import type { DecisionEntity } from './decision.entity.ts';
import { decisionLevels, type DecisionLevel } from './decision.register.ts';

/** What of a question decides who answers it. */
export type DecisionAsked = Pick<
  DecisionEntity,
  'status' | 'level' | 'mayDecideOwn' | 'deciderIds' | 'askedBy' | 'askedLevel'
>;

/** True while a question waits for an answer. */
export function isOpen({ status }: Pick<DecisionEntity, 'status'>): boolean {
  return status === 'ASKED' || status === 'MORE_ASKED';
}

/** The highest level at which somebody decides by what they are; null for who decides nothing. */
export function levelOf({ role }: Pick<Viewer, 'role'>): DecisionLevel | null {
  switch (role) {
    case 'swp-worker':
    case 'la-worker':
      return 'WORKER';
    case 'swp-manager':
      return 'PRACTICE_MANAGER';
    case 'la-manager':
      return 'LA_MANAGER';
    default:
      return null;
  }
}

/**
 * Who may agree or refuse an open question about a child whose decisions they record: the people its rule names and nobody
 * else, otherwise whoever is of its level or higher; never the one who asked where the rule says so. What only a director
 * decides, nobody does until the authority has named one. Row-level security says the same.
 */
export function mayDecide(viewer: Viewer, decision: DecisionAsked): boolean {
  const level = levelOf(viewer);
  if (!isOpen(decision) || level === null || viewer.breakGlass !== null) return false;
  if (!decision.mayDecideOwn && decision.askedBy === viewer.subject) return false;
  if (decision.deciderIds.length > 0) return decision.deciderIds.includes(viewer.subject);
  return rank(level) >= rank(decision.level);
}

/** Who may pass an open question on to a higher level: whoever may decide it, and whoever could be asked for it. */
export function mayPassOn(viewer: Viewer, decision: DecisionAsked): boolean {
  const level = levelOf(viewer);
  if (!isOpen(decision) || level === null || viewer.breakGlass !== null) return false;
  return mayDecide(viewer, decision) || decision.askedBy === viewer.subject || rank(level) >= rank(decision.level);
}

/** Who gives what more was asked for, or takes a question back: the one who asked, and managers. */
export function mayReply(viewer: Viewer, decision: DecisionAsked): boolean {
  const level = levelOf(viewer);
  if (!isOpen(decision) || level === null || viewer.breakGlass !== null) return false;
  return decision.askedBy === viewer.subject || rank(level) >= rank('PRACTICE_MANAGER');
}

/** Where a level stands among the others, from 0. */
export function rank(level: DecisionLevel): number {
  return decisionLevels.indexOf(level);
}

/** Who decides at a level, in words. */
export function whoDecides({ level, deciderIds }: Pick<DecisionAsked, 'level' | 'deciderIds'>): string {
  if (deciderIds.length > 0) return 'the people whom the authority’s rule names';
  switch (level) {
    case 'WORKER':
      return 'the child’s social worker';
    case 'PRACTICE_MANAGER':
      return 'a manager of the child’s practice or of the authority';
    case 'LA_MANAGER':
      return 'a manager of the authority';
    case 'DIRECTOR':
      return 'the director, whom the authority has yet to name in its rule';
    default:
      return assertUnreachable(level);
  }
}

/** Who is told who decides what: the authority's staff, IROs included, and practices with a live contract. */
export function seesRulesOf(viewer: Viewer, laCode: string): boolean {
  if (viewer.audience === 'inspector' || viewer.breakGlass !== null) return false;
  return hasScope(viewer, 'children') && viewer.laCodes.includes(laCode);
}
