import { systemClock } from '@mainstay/primitives';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatDate } from '../../format/format.ts';
import { WorkerCensusDocument, type WorkerCensusQuery } from '../../generated/operations.ts';
import { useOperation } from '../../graph/use-operation.ts';
import { formatFte } from '../employment/staff-words.ts';
import { lastCensusDay } from '../figures/published-beside.ts';

type Row = NonNullable<NonNullable<WorkerCensusQuery['worker']>['census']>;

/** What the newest workforce census that may be held says of a worker; nothing where there is none. */
export function WorkerCensusView({ workerId }: { readonly workerId: string }) {
  const day = lastCensusDay(systemClock.today());
  const operation = useOperation(WorkerCensusDocument, { id: workerId, year: Number(day.slice(0, 4)) });
  const row = operation.data?.worker?.census;
  if (!row) return null;
  return (
    <section aria-labelledby="census" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="census">
        In the workforce census of 30 September {day.slice(0, 4)}
      </h2>
      <SummaryList rows={rowsOf(row)} />
    </section>
  );
}

function rowsOf(row: Row) {
  const notSaid = 'Not said';
  return [
    { key: 'Supplied by an agency', value: row.isAgency ? 'Yes' : 'No' },
    {
      key: 'Whole-time equivalent',
      value: row.fullTimeEquivalent === null ? notSaid : formatFte(row.fullTimeEquivalent),
    },
    {
      key: 'The year before',
      value: row.fullTimeEquivalentBefore === null ? notSaid : formatFte(row.fullTimeEquivalentBefore),
    },
    { key: 'First day', value: row.startedOn ? formatDate(row.startedOn) : notSaid },
    { key: 'Last day', value: row.endedOn ? formatDate(row.endedOn) : 'Did not leave' },
    { key: 'Cases held', value: row.cases ?? notSaid },
    { key: 'Working days lost', value: row.workingDaysLost ?? notSaid },
  ];
}
