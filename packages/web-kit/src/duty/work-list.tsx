import { Link } from '../components/link.tsx';
import { Tag } from '../components/notices.tsx';
import { Table } from '../components/table.tsx';
import { formatDate } from '../format/format.ts';
import type { DutyPageFragment } from '../generated/operations.ts';
import { openStates, stateInWords, taskPath } from './duty-words.ts';

type Duty = DutyPageFragment['edges'][number]['node'];

/** Tasks, and where children are opened. */
export interface WorkProps {
  readonly caption: string;
  readonly rows: readonly Duty[];
  readonly childPath: (childId: string) => string;
}

/** One worker's tasks, to be read on a phone on the way from one child to the next. */
export function WorkList({ caption, rows, childPath }: WorkProps) {
  return (
    <section aria-labelledby="work-list">
      <h2 className="govuk-heading-s" id="work-list">
        {caption}
      </h2>
      <ul className="govuk-list mainstay-work-list">
        {rows.map((duty) => (
          <li key={duty.id} className="mainstay-work-list__item">
            <StateTag duty={duty} /> <Link to={taskPath(childPath(duty.child.id), duty.kind)}>{duty.title}</Link>
            <span className="mainstay-detail">
              <Link to={childPath(duty.child.id)}>{childInWords(duty)}</Link>, due {formatDate(duty.dueOn)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Everybody's tasks, for those who see to it that they are done. */
export function WorkTable({ caption, rows, childPath }: WorkProps) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'what',
          head: 'What',
          cell: ({ child, kind, title, rule }) => (
            <>
              <Link to={taskPath(childPath(child.id), kind)}>{title}</Link>
              <span className="mainstay-source">{rule.source}</span>
            </>
          ),
        },
        {
          key: 'child',
          head: 'Child',
          cell: (duty) => <Link to={childPath(duty.child.id)}>{childInWords(duty)}</Link>,
        },
        { key: 'due', head: 'Due', cell: ({ dueOn }) => formatDate(dueOn) },
        { key: 'state', head: 'Where it stands', cell: (duty) => <StateTag duty={duty} /> },
        { key: 'worker', head: 'Social worker', cell: ({ worker }) => worker?.name ?? worker?.id ?? 'Nobody' },
      ]}
    />
  );
}

function StateTag({ duty: { state, daysLate } }: { readonly duty: Duty }) {
  return (
    <Tag colour={openStates.find(({ value }) => value === state)?.colour ?? 'grey'}>
      {stateInWords(state, daysLate)}
    </Tag>
  );
}

function childInWords({ child: { name, localId } }: Duty): string {
  return name ? [name.givenNames, name.familyName].filter(Boolean).join(' ') : `Child ${localId}`;
}
