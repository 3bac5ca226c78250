import { useState } from 'react';
import { CancelReviewDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { useNavigate, useParams } from '../../routing/router.tsx';
import type { Entry } from '../entries/entry-kind.ts';
import { WithEntry } from '../entries/record-entry.page.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { RecordPage } from '../record-page.tsx';
import { meetingKind, reviewSection } from './review-section.tsx';

/** Calls the review off that the address names, or takes back that it was held. */
export function CancelReviewPage({ childrenPath }: { readonly childrenPath: string }) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  const { path, part } = reviewSection;
  return (
    <RecordPage
      childrenPath={childrenPath}
      section={path}
      title="Call a review off"
      part={part}
      isForm
      hasErrors={hasErrors}
    >
      {(head) => (
        <WithEntry head={head} section={reviewSection} kind={meetingKind} entryId={entryId}>
          {(subject, entry) =>
            entry && (
              <>
                <h2 className="govuk-heading-s">{meetingKind.headOf(entry, subject)}</h2>
                <CancelForm entry={entry} base={`${childrenPath}/${head.id}/${path}`} onFaults={setHasErrors} />
              </>
            )
          }
        </WithEntry>
      )}
    </RecordPage>
  );
}

function CancelForm(props: {
  readonly entry: Entry;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { base, onFaults } = props;
  const [entry] = useState(props.entry);
  const navigate = useNavigate();
  const cancel = useMutationOperation(CancelReviewDocument);
  return (
    <RecordForm
      fields={[]}
      correcting={{ id: entry.id, version: entry.recorded.version }}
      why={{
        kind: 'text',
        name: 'correcting.reason',
        label: 'Why?',
        hint: 'It stays on record as called off, with this reason.',
        missing: 'Enter why',
      }}
      send={async ({ correcting }) => (await cancel.run({ input: correcting as never })).result}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit="Call it off"
      cancelTo={base}
    />
  );
}
