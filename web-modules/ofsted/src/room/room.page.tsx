import { systemClock } from '@mainstay/primitives';
import {
  AuthorityFigures,
  childrenBehind,
  EmptyState,
  formatAge,
  formatCount,
  formatPeriod,
  Link,
  Page,
  Part,
  SummaryList,
  Table,
  useOperation,
  type Inspection,
} from '@mainstay/web-kit';
import { InspectionRoomDocument, type InspectionRoomQuery } from '../generated/operations.ts';
import { childPath, childrenPath, logPath, practicesPath } from '../urls.ts';
import { daysLeft } from './inspection-window.ts';

const behind = childrenBehind(childrenPath);

type Room = NonNullable<InspectionRoomQuery['inspection']>;

/** The inspection's room: what is open, until when, the sample, the lists and the figures. Nothing in it can be changed. */
export function RoomPage({ inspection }: { readonly inspection: Inspection }) {
  const operation = useOperation(InspectionRoomDocument, { inspection: inspection.id });
  const room = operation.data?.inspection;
  return (
    <Page title="Room" caption={room?.localAuthority.name ?? 'Inspection of children’s services'}>
      <Part what="The inspection" operation={operation} shape="text" count={6}>
        {(data) => (
          <>
            <AboutInspection inspection={inspection} room={data.inspection} />
            <WhatIsOpen />
            {data.inspection && <Sample room={data.inspection} />}
          </>
        )}
      </Part>
      <AuthorityFigures la={inspection.la} behind={behind} />
    </Page>
  );
}

function AboutInspection({ inspection, room }: { readonly inspection: Inspection; readonly room: Room | null }) {
  const left = daysLeft(inspection, systemClock.today());
  return (
    <SummaryList
      rows={[
        ...(room ? [{ key: 'Authority', value: room.localAuthority.name }] : []),
        ...(room ? [{ key: 'Kind', value: room.kind }] : []),
        { key: 'Open', value: formatPeriod(inspection.from, inspection.to) },
        {
          key: 'Time left',
          value: left === null ? 'None: the window is closed today' : `Today and ${formatCount(left, 'more day')}`,
        },
        ...(room ? [{ key: 'Team', value: room.inspectors.map(nameOf).join(', ') }] : []),
      ]}
    />
  );
}

function WhatIsOpen() {
  return (
    <>
      <h2 className="govuk-heading-m">What is open to you</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          <Link to={childrenPath}>The children looked after today</Link>, and{' '}
          <Link to={`${childrenPath}?on=any`}>all children on record</Link>: as lists, with how things stand today
        </li>
        <li>the whole records of the children in the sample below, to read only</li>
        <li>
          <Link to={practicesPath}>The practices</Link>, their contracts and figures
        </li>
        <li>
          <Link to={logPath}>The log of what you and your team viewed</Link>, which the authority reads too
        </li>
      </ul>
    </>
  );
}

function Sample({ room }: { readonly room: Room }) {
  const today = systemClock.today();
  return (
    <>
      <h2 className="govuk-heading-m">The sample: {formatCount(room.sample.length, 'child', 'children')}</h2>
      {room.sample.length === 0 ? (
        <EmptyState title="No child is in the sample yet.">
          The authority adds the children you choose from the lists. Their records are open to you from then on.
        </EmptyState>
      ) : (
        <Table
          caption="Children in the sample, by local id"
          isCaptionHidden
          hasRowHeads
          isDense
          rows={room.sample}
          rowKey={({ id }) => id}
          columns={[
            { key: 'local-id', head: 'Local id', cell: ({ id, localId }) => <Link to={childPath(id)}>{localId}</Link> },
            { key: 'age', head: 'Age', isNumeric: true, cell: ({ dateOfBirth }) => formatAge(dateOfBirth, today) },
          ]}
        />
      )}
    </>
  );
}

function nameOf({ name, id }: Room['inspectors'][number]): string {
  return name ?? id;
}
