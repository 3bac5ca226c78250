import { ageOn, systemClock } from '@mainstay/primitives';
import { useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import {
  ChildPlansDocument,
  StartPlanDocument,
  type CarePlanKind,
  type PlanEditionFragment,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { KnownAtChooser, KnownAtNotice } from '../entries/known-at-chooser.tsx';
import { useKnownAt } from '../entries/known-at.ts';
import { useMayRecord } from '../may-record.ts';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { EditionView } from './edition.tsx';
import { planNames } from './plan-words.ts';

const AGE_OF_PATHWAY = 16;

/** The care plan and the pathway plan of a child: what is drafted, what holds, and what held before. */
export function PlansPage({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <RecordPage childrenPath={childrenPath} section="plans" title="Plans" part="PLANS">
      {(head) => <Plans head={head} base={`${childrenPath}/${head.id}/plans`} />}
    </RecordPage>
  );
}

function Plans({ head, base }: { readonly head: RecordHead; readonly base: string }) {
  const knownAt = useKnownAt();
  const mayRecord = useMayRecord(head, 'PLANS') && knownAt === null;
  const operation = useOperation(ChildPlansDocument, { id: head.id, knownAt });
  const isOldEnough = ageOn(head.dateOfBirth, systemClock.today()) >= AGE_OF_PATHWAY;
  return (
    <>
      <KnownAtNotice knownAt={knownAt} nowTo={base} />
      <Part what="Plans" operation={operation} shape="text" count={6}>
        {({ child }) =>
          (['CARE', 'PATHWAY'] as const).map((kind) => {
            const editions = (child?.carePlans ?? []).filter((plan) => plan.kind === kind);
            if (kind === 'PATHWAY' && !isOldEnough && editions.length === 0) return null;
            return <PlanOfKind key={kind} {...{ head, kind, editions, base, mayRecord }} />;
          })
        }
      </Part>
      <KnownAtChooser key={knownAt} knownAt={knownAt} />
    </>
  );
}

function PlanOfKind(props: {
  readonly head: RecordHead;
  readonly kind: CarePlanKind;
  readonly editions: readonly PlanEditionFragment[];
  readonly base: string;
  readonly mayRecord: boolean;
}) {
  const { head, kind, editions, base, mayRecord } = props;
  const hasDraft = editions.some(({ status }) => status === 'DRAFT');
  return (
    <section aria-labelledby={`plan-${kind}`}>
      <h2 className="govuk-heading-m" id={`plan-${kind}`}>
        {planNames[kind]}
      </h2>
      {editions.length === 0 && <EmptyState title={`No ${planNames[kind].toLowerCase()} is on record.`} />}
      {mayRecord && !hasDraft && <BeginPlan childId={head.id} kind={kind} isFirst={editions.length === 0} />}
      {editions.map((plan, place) => (
        <EditionView key={plan.id} plan={plan} base={base} mayRecord={mayRecord} isOpen={place === 0} />
      ))}
    </section>
  );
}

function BeginPlan({
  childId,
  kind,
  isFirst,
}: {
  readonly childId: string;
  readonly kind: CarePlanKind;
  readonly isFirst: boolean;
}) {
  const key = useRef(crypto.randomUUID());
  const start = useMutationOperation(StartPlanDocument);
  const [fault, setFault] = useState<string>();
  const begin = async () => {
    const { result } = await start.run({ input: { childId, key: key.current, kind } });
    setFault('message' in result ? result.message : undefined);
  };
  return (
    <>
      <ErrorSummary faults={fault ? [{ message: fault }] : []} />
      <Button
        type="button"
        isDisabled={start.isRunning}
        onClick={() => void begin().catch((error: Error) => setFault(error.message))}
      >
        Begin {isFirst ? 'the' : 'the next edition of the'} {planNames[kind].toLowerCase()}
      </Button>
    </>
  );
}
