import {
  EmptyState,
  formatCount,
  NotificationBanner,
  Part,
  useMutationOperation,
  useOperation,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import {
  AcceptFaultsDocument,
  CorrectRowAndCheckDocument,
  ReturnCheckOfOneChildDocument,
  WithdrawFaultAcceptancesDocument,
  type CheckDoneFragment,
  type ReturnCheckOfOneChildQuery,
} from '../generated/operations.ts';
import { ChildFaults, type FaultActions } from './child-faults.tsx';
import { ChildRows } from './child-rows.tsx';

type OfChild = NonNullable<NonNullable<ReturnCheckOfOneChildQuery['localAuthority']>['returnCheckOfChild']>;

/** One child's return: faults in their rows, what would put them right, and what became of them at once. */
export function CheckedChild({ year, child }: { readonly year: number; readonly child: string }) {
  const la = useViewer().laCode ?? '';
  const operation = useOperation(ReturnCheckOfOneChildDocument, { la, year, child }, { keepPrevious: true });
  return (
    <Part what="The child’s return" operation={operation} shape="table">
      {({ localAuthority }) =>
        localAuthority?.returnCheckOfChild ? (
          <Shown la={la} year={year} found={localAuthority.returnCheckOfChild} />
        ) : (
          <EmptyState title="The return holds nothing of such a child that you may see." />
        )
      }
    </Part>
  );
}

function Shown({ la, year, found }: { readonly la: string; readonly year: number; readonly found: OfChild }) {
  const { tables, faults } = found;
  const [done, setDone] = useState<CheckDoneFragment>();
  const actions = useFaultActions({ la, year, found, onChecked: setDone });
  return (
    <>
      {done && <Outcome done={done} />}
      <h2 className="govuk-heading-m">{faults.length === 0 ? 'No fault' : formatCount(faults.length, 'fault')}</h2>
      <ChildFaults faults={faults} tables={tables} actions={actions} />
      <h2 className="govuk-heading-m">Rows</h2>
      <ChildRows tables={tables} faults={faults} year={year} />
    </>
  );
}

function useFaultActions(of: {
  readonly la: string;
  readonly year: number;
  readonly found: OfChild;
  readonly onChecked: (done: CheckDoneFragment) => void;
}): FaultActions {
  const { la, year, found, onChecked } = of;
  const correct = useMutationOperation(CorrectRowAndCheckDocument);
  const accept = useMutationOperation(AcceptFaultsDocument);
  const withdraw = useMutationOperation(WithdrawFaultAcceptancesDocument);
  return {
    change: async (fault, row, cells) => {
      if (!found.child || found.historyVersion === null) return 'Nothing is on record of such a child.';
      const correction = {
        childId: found.child.id,
        basedOn: found.historyVersion,
        key: crypto.randomUUID(),
        year,
        table: fault.table,
        rowId: row.rowId,
        cells: cells.map(({ column, value }) => ({ column, value })),
        reason: `Put right by rule ${fault.rule.code} of the return`,
      };
      const { correctReturnRow, checkReturn903 } = await correct.run({ correction, check: { la, year } });
      if (correctReturnRow.__typename !== 'RecordCareSuccess') return correctReturnRow.message;
      onChecked(checkReturn903);
      return null;
    },
    accept: async ({ id }, reason) => {
      const { acceptFaults } = await accept.run({ input: { la, year, faultIds: [id], reason } });
      return acceptFaults.__typename === 'AcceptFaultsSuccess' ? null : acceptFaults.message;
    },
    withdraw: async ({ id }) => {
      const { withdrawFaultAcceptances: answer } = await withdraw.run({ input: { la, year, faultIds: [id] } });
      return answer.__typename === 'AcceptFaultsSuccess' ? null : answer.message;
    },
  };
}

function Outcome({ done }: { readonly done: CheckDoneFragment }) {
  if (done.__typename !== 'CheckReturn903Success') return null;
  const { fixed, appeared, fixedCount, appearedCount } = done;
  const codes = (faults: typeof fixed) => [...new Set(faults.map(({ rule }) => rule.code))].join(', ');
  return (
    <NotificationBanner heading={`${formatCount(fixedCount, 'fault')} put right`} title="Checked again">
      <p className="govuk-body">{fixedCount > 0 ? `Gone: ${codes(fixed)}.` : 'The change put nothing right.'}</p>
      {appearedCount > 0 && <p className="govuk-body">Now in sight: {codes(appeared)}.</p>}
    </NotificationBanner>
  );
}
