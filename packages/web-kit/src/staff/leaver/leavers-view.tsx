import { addDays, systemClock } from '@mainstay/primitives';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount, formatShortDate } from '../../format/format.ts';
import {
  LeaversOfAuthorityDocument,
  LeaversOfPracticeDocument,
  type LeaverFragment,
} from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { choiceInWords } from '../../record/entries/entry-rows.ts';
import { destinations, leavingReasons, roleInWords } from '../employment/staff-words.ts';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';

/** Who left in the last twelve months, why, and what each leaving did to children. */
export function LeaversView() {
  const place = useStaffPlace();
  const to = systemClock.today();
  const operation = useStaff(
    place,
    { ofPractice: LeaversOfPracticeDocument, ofAuthority: LeaversOfAuthorityDocument },
    { from: addDays(to, -365), to },
  );
  return (
    <section aria-labelledby="leavers" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="leavers">
        Who left in the last 12 months
      </h2>
      <Part what="Leavers" operation={operation} shape="table" count={2}>
        {({ staff }) =>
          staff && staff.leavers.length > 0 ? (
            <Leavers leavers={staff.leavers} />
          ) : (
            <EmptyState title="No employee or partner left." />
          )
        }
      </Part>
    </section>
  );
}

function Leavers({ leavers }: { readonly leavers: readonly LeaverFragment[] }) {
  const place = useStaffPlace();
  return (
    <Table
      caption={`${formatCount(leavers.length, 'person', 'people')}, the latest first`}
      captionSize="s"
      isDense
      hasRowHeads
      rows={leavers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'who',
          head: 'Who',
          cell: ({ worker }) => <Link to={workerPath(place, worker.id)}>{worker.name ?? worker.id}</Link>,
        },
        { key: 'role', head: 'Role', cell: ({ role }) => roleInWords(role) },
        { key: 'when', head: 'Last day', cell: ({ endedOn }) => formatShortDate(endedOn) },
        {
          key: 'why',
          head: 'Why and where to',
          cell: ({ reasonForLeaving: why, leaverDestination: where }) =>
            [why && choiceInWords(leavingReasons, why), where && choiceInWords(destinations, where)]
              .filter(Boolean)
              .join('; ') || 'Not recorded',
        },
        {
          key: 'children',
          head: 'What it did to children',
          cell: ({ effectOnChildren }) => effectInWords(effectOnChildren),
        },
      ]}
    />
  );
}

/** What a leaving did to children, in words. */
export function effectInWords(effect: LeaverFragment['effectOnChildren']): string {
  if (!effect) return 'Not told to you';
  if (effect.children === 0) return 'Led no child';
  const { children, changed, leftWithout, daysWithout, alreadyUnsettled } = effect;
  return [
    `Led ${formatCount(children, 'child', 'children')}`,
    `${changed} got another worker`,
    leftWithout > 0 && `${leftWithout} had nobody, for ${formatCount(daysWithout, 'day')} together`,
    alreadyUnsettled > 0 && `${alreadyUnsettled} had changed twice or more in the year before`,
  ]
    .filter(Boolean)
    .join('; ');
}
