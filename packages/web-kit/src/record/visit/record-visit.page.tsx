import { useState } from 'react';
import {
  ChildVisitsDocument,
  RecordVisitDocument,
  type RecordVisitInput,
  type VisitEntryFragment,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { visitFields } from './visit-fields.ts';

/** Records a visit, or corrects the one that the address names. */
export function RecordVisitPage({ childrenPath }: { readonly childrenPath: string }) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  const title = entryId === undefined ? 'Record a visit' : 'Change a visit';
  return (
    <RecordPage childrenPath={childrenPath} section="visits" title={title} part="VISITS" isForm hasErrors={hasErrors}>
      {(child) => {
        const form = { child, base: `${childrenPath}/${child.id}/visits`, onFaults: setHasErrors };
        return entryId === undefined ? <VisitForm {...form} /> : <VisitToChange {...form} entryId={entryId} />;
      }}
    </RecordPage>
  );
}

interface VisitFormProps {
  readonly child: RecordHead;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}

function VisitToChange({ entryId, ...form }: VisitFormProps & { readonly entryId: string }) {
  const operation = useOperation(ChildVisitsDocument, { id: form.child.id });
  return (
    <Part what="The visit" operation={operation} shape="text" count={4}>
      {(data) => {
        const visit = data.child?.visits.find(({ id }) => id === entryId);
        return visit ? <VisitForm {...form} visit={visit} /> : <EmptyState title="There is no such visit any more." />;
      }}
    </Part>
  );
}

function VisitForm({ child, base, onFaults, visit }: VisitFormProps & { readonly visit?: VisitEntryFragment }) {
  const navigate = useNavigate();
  const { workerId = null } = useViewer();
  const record = useMutationOperation(RecordVisitDocument);
  return (
    <RecordForm
      fields={visitFields}
      initial={visit ? { ...visit, worker: null, recorded: null } : {}}
      correcting={visit && { id: visit.id, version: visit.recorded.version }}
      send={async (input) => {
        const sent = { ...input, childId: child.id, workerId: visit ? (visit.worker?.id ?? null) : workerId };
        return (await record.run({ input: sent as unknown as RecordVisitInput })).recordVisit;
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit={visit ? 'Save the change' : 'Record the visit'}
      cancelTo={base}
    />
  );
}
