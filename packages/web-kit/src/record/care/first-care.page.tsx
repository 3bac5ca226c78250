import { useState } from 'react';
import { Breadcrumbs } from '../../components/wayfinding.tsx';
import { StartCareDocument, type CareRecordedFragment } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { useNavigate } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import type { CareAnswer } from '../care-change/care-change.ts';
import { CareWarnings } from '../care-change/care-warnings.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { newChildFields, startFields } from './care-fields.ts';
import { rolesOfStart } from './care-section.tsx';

/** Records a child who comes into care and whom the authority has not looked after before. */
export function NewChildPage({ childrenPath }: { readonly childrenPath: string }) {
  const { role } = useViewer();
  const navigate = useNavigate();
  const [hasErrors, setHasErrors] = useState(false);
  const [done, setDone] = useState<{ readonly to: string; readonly warnings: CareRecordedFragment['warnings'] }>();
  const start = useMutationOperation(StartCareDocument);
  return (
    <Page
      title="A child new to care"
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={[{ text: 'Children', to: childrenPath }]} />}
    >
      {!rolesOfStart.includes(role) && <EmptyState title="The authority’s social workers and managers record this." />}
      {done && <CareWarnings warnings={done.warnings} to={done.to} />}
      {rolesOfStart.includes(role) && !done && (
        <RecordForm
          fields={[...newChildFields, ...startFields]}
          send={async (input) => (await start.run({ input: input as never })).result}
          onDone={(answer: CareAnswer & { readonly child?: { readonly id: string } }) => {
            const to = `${childrenPath}/${answer.child?.id ?? ''}`;
            if (answer.warnings?.length) setDone({ to, warnings: answer.warnings });
            else navigate(to);
          }}
          onFaults={setHasErrors}
          submit="Record the child"
          cancelTo={childrenPath}
        />
      )}
    </Page>
  );
}
