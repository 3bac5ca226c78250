import { addDays, isPlainDate, systemClock, type PlainDate } from '@mainstay/primitives';
import { useState, type SyntheticEvent } from 'react';
import { fullName } from '../../children/child-summary.tsx';
import { Button } from '../../components/button.tsx';
import { DateInput, readDate } from '../../components/date-input.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { Link } from '../../components/link.tsx';
import { WarningText } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import { LeavingForecastDocument, type LeavingForecastQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useNavigate, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { mayRecordStaff, useStaffPlace, workerPath } from '../staff-place.ts';
import { WorkerFrame } from '../worker/worker-frame.tsx';
import { needsInWords } from './caseload-words.ts';
import { PlanView } from './plan-view.tsx';

/** A forecast of what a worker's leaving does to children. */
export type Forecast = NonNullable<NonNullable<LeavingForecastQuery['worker']>['leavingForecast']>;

/** How far ahead a leaving is looked at where nobody says the day: the usual notice of four weeks. */
const NOTICE_DAYS = 28;

/** The day of a leaving, from the page's address. */
export function useLeavingDay(): PlainDate {
  const [search] = useSearchParams();
  const asked = search.get('on') ?? '';
  return isPlainDate(asked) ? asked : addDays(systemClock.today(), NOTICE_DAYS);
}

/** Which children lose their worker if this one leaves on a day, and who could take over from whom. */
export function LeavingPage() {
  const on = useLeavingDay();
  const place = useStaffPlace();
  const viewer = useViewer();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <WorkerFrame title="If this worker left" hasErrors={hasErrors}>
      {(head) => (
        <>
          <DayForm key={on} on={on} onFaults={setHasErrors} />
          <ForecastView
            workerId={head.id}
            on={on}
            makeTo={mayRecordStaff(viewer, place) ? `${workerPath(place, head.id)}/leaving/changes?on=${on}` : null}
          />
        </>
      )}
    </WorkerFrame>
  );
}

function DayForm({ on, onFaults }: { readonly on: PlainDate; readonly onFaults: (hasFaults: boolean) => void }) {
  const navigate = useNavigate();
  const [isWrong, setWrong] = useState(false);
  const wrong = isWrong ? 'Enter a day that exists' : undefined;
  const submitted = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const day = readDate(new FormData(event.currentTarget), 'leaving');
    setWrong(day === null);
    onFaults(day === null);
    if (day !== null) navigate(`?on=${day}`);
  };
  return (
    <>
      <ErrorSummary faults={wrong ? [{ message: wrong, fieldId: 'leaving-day' }] : []} />
      <form noValidate onSubmit={submitted}>
        <DateInput
          name="leaving"
          label="If the worker’s last day were"
          hint="Nothing is recorded by looking."
          defaultValue={on}
          error={wrong}
        />
        <Button kind="secondary">Show what would follow</Button>
      </form>
    </>
  );
}

function ForecastView(props: { readonly workerId: string; readonly on: PlainDate; readonly makeTo: string | null }) {
  const { workerId, on, makeTo } = props;
  const operation = useOperation(LeavingForecastDocument, { id: workerId, on });
  return (
    <Part what="What would follow" operation={operation} shape="table" count={4}>
      {({ worker }) => {
        const forecast = worker?.leavingForecast;
        if (!forecast) return <EmptyState title="What would follow is not told to you, or not for this day." />;
        if (forecast.children.length === 0) {
          return <EmptyState title={`No child would lose their social worker on ${formatDate(forecast.on)}.`} />;
        }
        return (
          <>
            <h2 className="govuk-heading-m">
              {formatCount(forecast.children.length, 'child', 'children')} would lose their social worker
            </h2>
            <ChildrenTable forecast={forecast} />
            {forecast.reallocation ? (
              <PlanView plan={forecast.reallocation} childName={nameIn(forecast)} makeTo={makeTo} />
            ) : (
              <WarningText>
                There is no plan for so many children at once, or for a worker whose employer you do not know. Move some
                children first, one by one from their records.
              </WarningText>
            )}
          </>
        );
      }}
    </Part>
  );
}

/** Names the children of a forecast as the viewer knows them. */
export function nameIn(forecast: Forecast): (child: { readonly id: string; readonly localId: string }) => string {
  const names = new Map(forecast.children.map(({ child }) => [child.id, fullName(child)]));
  return ({ id, localId }) => names.get(id) ?? `Child ${localId}`;
}

function ChildrenTable({ forecast }: { readonly forecast: Forecast }) {
  const { childrenPath } = useStaffPlace();
  const name = nameIn(forecast);
  return (
    <Table
      caption="Children who would lose their social worker"
      isCaptionHidden
      hasRowHeads
      isDense
      rows={forecast.children}
      rowKey={({ child }) => child.id}
      columns={[
        {
          key: 'child',
          head: 'Child',
          cell: ({ child }) => <Link to={`${childrenPath}/${encodeURIComponent(child.id)}`}>{name(child)}</Link>,
        },
        { key: 'age', head: 'Age', isNumeric: true, cell: ({ age }) => age, sortBy: ({ age }) => age },
        {
          key: 'months',
          head: 'Months with this worker',
          isNumeric: true,
          cell: ({ monthsWithWorker }) => monthsWithWorker,
          sortBy: ({ monthsWithWorker }) => monthsWithWorker,
        },
        {
          key: 'earlier',
          head: 'Workers before',
          isNumeric: true,
          cell: ({ earlierWorkers }) => earlierWorkers,
          sortBy: ({ earlierWorkers }) => earlierWorkers,
        },
        {
          key: 'changes',
          head: 'Changes in 12 months before',
          isNumeric: true,
          cell: ({ changesInYear }) => changesInYear,
          sortBy: ({ changesInYear }) => changesInYear,
        },
        { key: 'needs', head: 'Needs', cell: ({ needs }) => (needs ? needsInWords(needs.group) : 'Withheld') },
        {
          key: 'siblings',
          head: 'Brothers and sisters here',
          cell: ({ siblings }) => siblings.map(name).join(', ') || 'None',
        },
      ]}
    />
  );
}
