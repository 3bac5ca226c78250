import {
  EmptyState,
  formatInstant,
  NotificationBanner,
  Page,
  Part,
  SummaryList,
  Tag,
  useMutationOperation,
  useOperation,
  useParams,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { useIsManager } from '../access/for-managers.tsx';
import { ConfirmedAction } from '../form/confirmed-action.tsx';
import { CloseInspectionDocument, OneInspectionDocument, type OneInspectionQuery } from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { inspectionsPath } from '../urls.ts';
import { InspectionLog } from './inspection-log.tsx';
import { daysInWords, statusInWords } from './inspection-words.ts';
import { Sample } from './sample.tsx';

type Inspection = NonNullable<OneInspectionQuery['inspection']>;

/** One inspection: its days and inspectors, the sample of children, what the inspectors viewed, and how to close it. */
export function InspectionPage() {
  const { inspectionId = '' } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  const isManager = useIsManager();
  const operation = useOperation(OneInspectionDocument, { id: inspectionId });
  const inspection = operation.data?.inspection;
  return (
    <Page
      title={inspection?.kind ?? 'Inspection'}
      caption={inspection ? 'Inspection' : undefined}
      before={<AccessCrumbs then={[{ text: 'Inspections', to: inspectionsPath }]} />}
      hasErrors={hasErrors}
    >
      <Part what="The inspection" operation={operation} shape="text" count={5}>
        {({ inspection: found }) =>
          found ? (
            <>
              <About inspection={found} mayClose={isManager} />
              <Sample inspectionId={found.id} isClosed={found.status === 'CLOSED'} onFaults={setHasErrors} />
              {isManager && <InspectionLog inspectionId={found.id} />}
            </>
          ) : (
            <EmptyState title="There is no such inspection that you may see." />
          )
        }
      </Part>
    </Page>
  );
}

function About({ inspection, mayClose }: { readonly inspection: Inspection; readonly mayClose: boolean }) {
  const close = useMutationOperation(CloseInspectionDocument);
  const [isClosed, setClosed] = useState(false);
  const { status, closedAt, closedBy } = inspection;
  const { words, colour } = statusInWords(status);
  return (
    <>
      {isClosed && (
        <NotificationBanner heading="The inspection is closed. The inspectors read nothing more." isSuccess />
      )}
      <SummaryList
        rows={[
          { key: 'Status', value: <Tag colour={colour}>{words}</Tag> },
          { key: 'Days', value: daysInWords(inspection) },
          { key: 'Inspectors', value: <Inspectors inspectors={inspection.inspectors} /> },
          { key: 'Opened', value: `${formatInstant(inspection.openedAt)}, by ${personInWords(inspection.openedBy)}` },
          ...(closedAt ? [{ key: 'Closed', value: `${formatInstant(closedAt)}, by ${personInWords(closedBy)}` }] : []),
        ]}
      />
      {mayClose && status !== 'CLOSED' && (
        <ConfirmedAction
          label="Close the inspection"
          warning="The inspectors will see nothing more from this moment. It cannot be opened again: a new one would have to be."
          confirm="Close it now"
          run={async () => {
            await close.run({ input: { inspectionId: inspection.id } });
            setClosed(true);
          }}
        />
      )}
    </>
  );
}

function Inspectors({ inspectors }: Pick<Inspection, 'inspectors'>) {
  return (
    <ul className="govuk-list">
      {inspectors.map((inspector) => (
        <li key={inspector.id}>
          {inspector.name ? `${inspector.name} (${inspector.id})` : `${inspector.id}, not signed in yet`}
        </li>
      ))}
    </ul>
  );
}
