import type { ReactNode } from 'react';
import { ChildPlansDocument, type ChildPlansQuery, type PlanEditionFragment } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useParams } from '../../routing/router.tsx';
import type { Found } from '../entries/entry-kind.ts';
import { WithSubject } from '../entries/with-subject.tsx';
import type { RecordHead } from '../record-page.tsx';

/** Draws what is about the edition of a plan that the address names, or says that it is not there. */
export function WithPlan(props: {
  readonly head: RecordHead;
  readonly children: (plan: PlanEditionFragment) => ReactNode;
}) {
  const { head, children } = props;
  const { planId } = useParams();
  return (
    <WithSubject<Found<ChildPlansQuery>> head={head} section={{ query: ChildPlansDocument }}>
      {({ child }) => {
        const plan = child.carePlans.find(({ id }) => id === planId);
        return plan ? children(plan) : <EmptyState title="This plan is not there any more." />;
      }}
    </WithSubject>
  );
}
