import {
  Button,
  EmptyState,
  formatCount,
  formatDate,
  Link,
  Part,
  Table,
  Tag,
  useOperation,
  useViewer,
} from '@mainstay/web-kit';
import {
  WorkforceLeaversDocument,
  type LeaverRowFragment,
  type TransferRowFragment,
  type WorkforceLeaversQuery,
} from '../../generated/operations.ts';
import { newMovePath, workforceTeamPath } from '../../urls.ts';
import { PeriodChooser, usePeriod } from '../period-chooser.tsx';
import { firstDay } from '../rates/rates-period.ts';
import { WorkforcePage } from '../workforce-page.tsx';
import { codeInWords, employerInWords } from '../workforce-words.ts';
import { Continuity } from './continuity.tsx';
import { effectInWords, effectsInWords, guaranteeInWords, leavingInWords, moveInWords } from './leavers-words.ts';

type Authority = NonNullable<WorkforceLeaversQuery['localAuthority']>;
type Leaver = LeaverRowFragment & { readonly of: string };

/** Who left, and the children each leaving left without their worker; turnover beside continuity; moves of staff. */
export function LeaversPage() {
  const la = useViewer().laCode ?? '';
  const period = usePeriod();
  const [from, to] = [firstDay(period.lastDay), period.lastDay];
  const operation = useOperation(WorkforceLeaversDocument, { la, from, to }, { keepPrevious: true });
  return (
    <WorkforcePage section="leavers" title="Leavers and moves">
      <PeriodChooser period={period} />
      <Part what="Leavers" operation={operation} shape="table" count={6}>
        {({ localAuthority }) =>
          localAuthority ? (
            <Leavers authority={localAuthority} />
          ) : (
            <EmptyState title="There are no staff that you may see." />
          )
        }
      </Part>
      <Continuity la={la} from={from} to={to} />
      {operation.data?.localAuthority && <Moves transfers={operation.data.localAuthority.transfers} />}
    </WorkforcePage>
  );
}

function Leavers({ authority }: { readonly authority: Authority }) {
  const employers = [authority, ...authority.practices];
  const leavers = employers.flatMap(({ name, leavers: own }): Leaver[] => own.map((row) => ({ ...row, of: name })));
  const joined = employers.reduce((sum, { starters }) => sum + starters.length, 0);
  return (
    <section aria-labelledby="leavers">
      <h2 className="govuk-heading-m" id="leavers">
        Who left, and the children each left
      </h2>
      <p className="govuk-body">
        {effectsInWords(leavers)} {formatCount(joined, 'person', 'people')} joined.
      </p>
      {leavers.length === 0 ? (
        <EmptyState title="There is nobody to show.">
          Leavings are recorded with the people they are about:{' '}
          <Link to={workforceTeamPath}>the authority’s own staff</Link>, and each practice its own.
        </EmptyState>
      ) : (
        <Table
          caption="Employees and partners who left, the latest first"
          isCaptionHidden
          rows={leavers.toSorted((a, b) => (b.endedOn ?? '').localeCompare(a.endedOn ?? ''))}
          rowKey={({ id }) => id}
          hasRowHeads
          isDense
          columns={[
            { key: 'worker', head: 'Worker', cell: (row) => <LeaverName row={row} /> },
            { key: 'of', head: 'Left', cell: (row) => row.of },
            {
              key: 'on',
              head: 'Last day',
              cell: (row) => formatDate(row.endedOn),
              sortBy: (row) => row.endedOn,
            },
            { key: 'why', head: 'Why, and where to', cell: leavingInWords },
            {
              key: 'effect',
              head: 'Children',
              cell: ({ effectOnChildren }) => effectInWords(effectOnChildren),
              sortBy: ({ effectOnChildren }) => effectOnChildren?.changed ?? null,
            },
          ]}
        />
      )}
    </section>
  );
}

function LeaverName({ row }: { readonly row: Leaver }) {
  return (
    <>
      <Link to={`${workforceTeamPath}/${encodeURIComponent(row.worker.id)}`}>{row.worker.name ?? row.worker.id}</Link>
      <br />
      <span className="govuk-body-s mainstay-figure-note">{codeInWords(row.role)}</span>
    </>
  );
}

function Moves({ transfers }: { readonly transfers: readonly TransferRowFragment[] }) {
  const { role } = useViewer();
  return (
    <section aria-labelledby="moves">
      <h2 className="govuk-heading-m" id="moves">
        Moves between the authority and its practices
      </h2>
      {role === 'la-manager' && (
        <Button to={newMovePath} kind="secondary">
          Move staff
        </Button>
      )}
      {transfers.length === 0 ? (
        <EmptyState title="No move of staff is on record.">
          A practice that begins or ends its work for the authority takes staff over, or gives them back.
        </EmptyState>
      ) : (
        <Table
          caption="Moves of staff, the latest first"
          isCaptionHidden
          rows={transfers}
          rowKey={({ id }) => id}
          hasRowHeads
          columns={[
            { key: 'on', head: 'From', cell: ({ on }) => formatDate(on) },
            {
              key: 'who',
              head: 'Who',
              cell: (move) =>
                `${employerInWords(move.fromEmployer)} to ${employerInWords(move.toEmployer)}: ${formatCount(move.workers.length, 'person', 'people')}`,
            },
            { key: 'why', head: 'Why', cell: moveInWords },
            {
              key: 'guarantee',
              head: 'Guarantee of employment',
              cell: (move) => (
                <>
                  {guaranteeInWords(move)}
                  {move.guaranteeUntil && `, until ${formatDate(move.guaranteeUntil)}`}{' '}
                  {move.isGuaranteeInForce && <Tag colour="green">In force</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
