import { useState } from 'react';
import {
  AllocateChildDocument,
  ContractsToAllocateDocument,
  EndAllocationDocument,
  type AllocateChildrenInput,
  type AllocateChildMutation,
  type ContractsToAllocateQuery,
  type EndAllocationsInput,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { RecordForm, type RecordAnswer } from '../form/record-form.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { allocateFields, endFields } from './allocation-fields.ts';
import { useMayAllocate } from './may-allocate.ts';

type Contract = NonNullable<ContractsToAllocateQuery['localAuthority']>['contracts'][number];
type Input = Readonly<Record<string, unknown>>;

interface FormProps {
  readonly child: RecordHead;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}

/** Allocates a child to a practice; with an allocation in the address, ends it. */
export function AllocatePage({ childrenPath }: { readonly childrenPath: string }) {
  const { allocationId } = useParams();
  const mayAllocate = useMayAllocate();
  const [hasErrors, setHasErrors] = useState(false);
  const title = allocationId === undefined ? 'Allocate to a practice' : 'End an allocation';
  return (
    <RecordPage
      childrenPath={childrenPath}
      section="practice"
      title={title}
      part="ALLOCATIONS"
      isForm
      hasErrors={hasErrors}
    >
      {(child) => {
        if (!mayAllocate) return <EmptyState title="The authority’s commissioners and managers allocate children." />;
        const form = { child, base: `${childrenPath}/${child.id}/practice`, onFaults: setHasErrors };
        return allocationId === undefined ? <Allocate {...form} /> : <End {...form} allocationId={allocationId} />;
      }}
    </RecordPage>
  );
}

function Allocate({ child, base, onFaults }: FormProps) {
  const navigate = useNavigate();
  const { laCode } = useViewer();
  const allocate = useMutationOperation(AllocateChildDocument);
  const operation = useOperation(ContractsToAllocateDocument, { la: laCode ?? '' });
  return (
    <Part what="The contracts" operation={operation} shape="text" count={4}>
      {(data) => {
        const contracts = (data.localAuthority?.contracts ?? []).filter(({ status }) => status === 'LIVE');
        if (contracts.length === 0) return <EmptyState title="The authority has no contract that is live." />;
        return (
          <RecordForm
            fields={allocateFields(
              contracts.map((contract) => ({ value: contract.id, text: contractInWords(contract) })),
            )}
            send={async (input) => {
              const fault = viewsMissing(input);
              if (fault) return fault;
              return answerOf((await allocate.run({ input: allocationOf(child.id, input) })).allocateChildren);
            }}
            onDone={() => navigate(base)}
            onFaults={onFaults}
            submit="Allocate the child"
            done="The child is allocated."
            cancelTo={base}
          />
        );
      }}
    </Part>
  );
}

function End({ base, onFaults, allocationId }: FormProps & { readonly allocationId: string }) {
  const navigate = useNavigate();
  const end = useMutationOperation(EndAllocationDocument);
  return (
    <RecordForm
      fields={endFields}
      send={async ({ lastDay, reason, explanation }) => {
        const input = { allocationIds: [allocationId], lastDay, reason, explanation } as EndAllocationsInput;
        const { endAllocations: answer } = await end.run({ input });
        if (answer.__typename === 'EndAllocationsSuccess') return answer;
        const field = answer.__typename === 'AllocationEndNotDueError' ? 'reason' : 'lastDay';
        return { __typename: 'RecordInputError', message: answer.message, field };
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit="End the allocation"
      done="The allocation ends."
      cancelTo={base}
    />
  );
}

function contractInWords({ practice, capacity }: Contract): string {
  const { allocated, agreed, tolerance } = capacity;
  return `${practice.name}: ${allocated} children, agreed ${agreed} give or take ${tolerance}`;
}

function viewsMissing(input: Input): RecordAnswer | null {
  for (const [name, who] of [
    ['childsViews', 'the child thinks'],
    ['parentsViews', 'the birth parents think'],
  ] as const) {
    const views = input[name] as { said: string | null; notKnownBecause: string | null };
    if ((views.said === null) === (views.notKnownBecause === null)) {
      const message = `Write what ${who}, or why that is not known: one of the two`;
      return { __typename: 'RecordInputError', field: `${name}.said`, message };
    }
  }
  return null;
}

function allocationOf(childId: string, input: Input): AllocateChildrenInput {
  const { contractId, startedOn, childsViews, parentsViews, judgement, moreThanAgreedBecause, key } = input;
  return {
    contractId,
    startedOn,
    moreThanAgreedBecause,
    idempotencyKey: key,
    children: [{ childId, childsViews, parentsViews, judgement }],
  } as AllocateChildrenInput;
}

function answerOf(answer: AllocateChildMutation['allocateChildren']): RecordAnswer {
  switch (answer.__typename) {
    case 'AllocateChildrenSuccess':
      return answer;
    case 'OutsideContractError':
      return { __typename: 'RecordInputError', field: 'startedOn', message: answer.message };
    case 'MoreThanAgreedError':
      return { __typename: 'RecordInputError', field: 'moreThanAgreedBecause', message: answer.message };
    case 'ChildrenRefusedError': {
      const [refusal] = answer.refusals;
      const field = refusal?.rule === 'JUDGEMENT_MISSING' ? 'judgement' : '';
      return { __typename: 'RecordInputError', field, message: refusal?.message ?? answer.message };
    }
  }
}
