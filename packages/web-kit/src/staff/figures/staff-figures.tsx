import { systemClock } from '@mainstay/primitives';
import { Table } from '../../components/table.tsx';
import {
  StaffFiguresOfAuthorityDocument,
  StaffFiguresOfPracticeDocument,
  type PublishedStaffFigureFragment,
} from '../../generated/operations.ts';
import { MeasureCard } from '../../measure/measure-card.tsx';
import type { Measure } from '../../measure/measure.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import type { StaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';
import { besideOf, lastCensusDay, withoutTwice } from './published-beside.ts';

/** The measures of an employer's staff, each with its definition and history and beside what is published of the same. */
export function StaffFigures({ practice, la }: Pick<StaffPlace, 'practice' | 'la'>) {
  const lastDay = lastCensusDay(systemClock.today());
  const operation = useStaff(
    { practice, la },
    { ofPractice: StaffFiguresOfPracticeDocument, ofAuthority: StaffFiguresOfAuthorityDocument },
    { lastDay },
  );
  return (
    <section aria-labelledby="staff-figures">
      <h2 className="govuk-heading-m" id="staff-figures">
        Staff in the year to 30 September {lastDay.slice(0, 4)}
      </h2>
      <Part what="Figures of staff" operation={operation} shape="cards" count={6}>
        {({ staff }) => {
          if (!staff || staff.staffMeasureHistory.length === 0) {
            return <EmptyState title="There are no figures of staff that you may see." />;
          }
          const published =
            'contracts' in staff
              ? staff.contracts.flatMap(({ localAuthority }) => localAuthority.publishedStaffFigures)
              : staff.publishedStaffFigures;
          return (
            <Cards
              lastDay={lastDay}
              history={staff.staffMeasureHistory}
              published={withoutTwice(published)}
              group={staff.name}
            />
          );
        }}
      </Part>
    </section>
  );
}

function Cards(props: {
  readonly lastDay: string;
  readonly history: readonly Measure[];
  readonly published: readonly PublishedStaffFigureFragment[];
  readonly group: string;
}) {
  const { lastDay, history, published, group } = props;
  return (
    <div className="mainstay-measures">
      {history
        .filter(({ to }) => to === lastDay)
        .map((measure) => (
          <div key={measure.indicator.code}>
            <MeasureCard
              measure={measure}
              history={history
                .filter(({ indicator }) => indicator.code === measure.indicator.code)
                .toSorted((one, other) => (one.to < other.to ? -1 : 1))}
              group={group}
            />
            <Beside measure={measure} published={published} />
          </div>
        ))}
    </div>
  );
}

function Beside(props: { readonly measure: Measure; readonly published: readonly PublishedStaffFigureFragment[] }) {
  const { measure, published } = props;
  const rows = besideOf(measure, published);
  if (rows.length === 0) return <p className="govuk-body-s">Nothing published of the same is held to compare with.</p>;
  return (
    <Table
      caption={
        <>
          Published<span className="govuk-visually-hidden">: {measure.indicator.title}</span>
        </>
      }
      captionSize="s"
      isDense
      hasRowHeads
      rows={rows}
      rowKey={({ key }) => key}
      columns={[
        {
          key: 'who',
          head: 'Whose',
          cell: ({ name, note }) => (
            <>
              {name}
              {note && <span className="mainstay-detail">{note}</span>}
            </>
          ),
        },
        { key: 'year', head: 'Year', isNumeric: true, cell: ({ year }) => year },
        { key: 'figure', head: 'Figure', isNumeric: true, cell: ({ figure }) => figure },
      ]}
    />
  );
}
