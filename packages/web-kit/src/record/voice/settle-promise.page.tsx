import { useState } from 'react';
import { SummaryList } from '../../components/summary-list.tsx';
import { SettleVoicePromiseDocument } from '../../generated/operations.ts';
import { useMutationOperation } from '../../graph/use-operation.ts';
import { useNavigate, useParams } from '../../routing/router.tsx';
import type { Entry } from '../entries/entry-kind.ts';
import { summaryOf } from '../entries/entry-rows.ts';
import { WithEntry } from '../entries/record-entry.page.tsx';
import { RecordForm } from '../form/record-form.tsx';
import { RecordPage } from '../record-page.tsx';
import { settleFields } from './voice-fields.ts';
import { promiseKind, voiceSection } from './voice-section.tsx';

/** Says whether the promise that the address names was kept. */
export function SettlePromisePage({ childrenPath }: { readonly childrenPath: string }) {
  const { entryId } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <RecordPage
      childrenPath={childrenPath}
      section={voiceSection.path}
      title="Was a promise kept?"
      part={voiceSection.part}
      isForm
      hasErrors={hasErrors}
    >
      {(head) => (
        <WithEntry head={head} section={voiceSection} kind={promiseKind} entryId={entryId}>
          {(subject, promise) =>
            promise && (
              <>
                <SummaryList rows={summaryOf(promiseKind, promise, { head, subject })} />
                <SettleForm
                  promise={promise}
                  base={`${childrenPath}/${head.id}/${voiceSection.path}`}
                  onFaults={setHasErrors}
                />
              </>
            )
          }
        </WithEntry>
      )}
    </RecordPage>
  );
}

function SettleForm(props: {
  readonly promise: Entry;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const { base, onFaults } = props;
  const [promise] = useState(props.promise);
  const navigate = useNavigate();
  const settle = useMutationOperation(SettleVoicePromiseDocument);
  return (
    <RecordForm
      fields={settleFields}
      send={async ({ isKept, settledOn, note, childTold }) => {
        const input = { isKept, settledOn, note, childTold, id: promise.id, version: promise.recorded.version };
        return (await settle.run({ input: input as never })).result;
      }}
      onDone={() => navigate(base)}
      onFaults={onFaults}
      submit="Save what became of it"
      cancelTo={base}
    />
  );
}
