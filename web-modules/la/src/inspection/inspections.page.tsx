import {
  Button,
  EmptyState,
  formatInstant,
  Link,
  Page,
  Part,
  Table,
  Tag,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { useIsManager } from '../access/for-managers.tsx';
import { InspectionsDocument, type InspectionRowFragment } from '../generated/operations.ts';
import { inspectionPath, inspectionsPath } from '../urls.ts';
import { daysInWords, statusInWords } from './inspection-words.ts';
import { OpenInspectionForm } from './open-inspection.form.tsx';

/** The inspections of the authority: while one is open, the inspectors it names read the lists and the sampled records. */
export function InspectionsPage() {
  const { laCode, organisation } = useViewer();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const isManager = useIsManager();
  const isOpening = isManager && search.has('open');
  const operation = useOperation(InspectionsDocument, { la: laCode ?? '' }, { isEnabled: !isOpening });
  return (
    <Page
      title={isOpening ? 'Open an inspection' : 'Inspections'}
      caption={organisation}
      before={<AccessCrumbs then={isOpening ? [{ text: 'Inspections', to: inspectionsPath }] : []} />}
      hasErrors={hasErrors}
    >
      {isOpening ? (
        <OpenInspectionForm onFaults={setHasErrors} />
      ) : (
        <>
          <p className="govuk-body">
            While an inspection is open, the inspectors it names see the lists of children and the records of the
            children in its sample. They change nothing, and everything they look at is written down for both sides.
          </p>
          {isManager ? (
            <Button to={`${inspectionsPath}?open`}>Open an inspection</Button>
          ) : (
            <p className="govuk-body">Managers open and close inspections; managers and analysts choose the sample.</p>
          )}
          <Part what="Inspections" operation={operation} shape="table" count={3}>
            {({ localAuthority }) => <Inspections inspections={localAuthority?.inspections ?? []} />}
          </Part>
        </>
      )}
    </Page>
  );
}

function Inspections({ inspections }: { readonly inspections: readonly InspectionRowFragment[] }) {
  if (inspections.length === 0) {
    return (
      <EmptyState title="There has been no inspection.">An inspection appears here once a manager opens it.</EmptyState>
    );
  }
  return (
    <Table
      caption="Inspections, the one that begins last first"
      captionSize="s"
      rows={inspections}
      rowKey={(inspection) => inspection.id}
      hasRowHeads
      columns={[
        {
          key: 'kind',
          head: 'Inspection',
          cell: (inspection) => <Link to={inspectionPath(inspection.id)}>{inspection.kind}</Link>,
        },
        { key: 'days', head: 'Days', cell: daysInWords },
        {
          key: 'status',
          head: 'Status',
          cell: ({ status, closedAt }) => (
            <>
              <Tag colour={statusInWords(status).colour}>{statusInWords(status).words}</Tag>{' '}
              {closedAt && `closed ${formatInstant(closedAt)}`}
            </>
          ),
        },
      ]}
    />
  );
}
