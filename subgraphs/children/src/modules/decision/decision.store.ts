import { recordStore } from '../../record/record-store.ts';
import { decisionEntity } from './decision.entity.ts';
import { isOpen, levelOf, rank } from './decision.policy.ts';

/** Questions on record. */
export const decisionStore = recordStore(decisionEntity, 'DECISIONS', {
  refusesWithdrawal: (viewer, decision) => {
    const isManager = rank(levelOf(viewer) ?? 'WORKER') >= rank('PRACTICE_MANAGER');
    if (isManager || (isOpen(decision) && decision.askedBy === viewer.subject)) return null;
    return 'Only managers take back what was decided, and only they and the one who asked an open question.';
  },
});
