import { addDays, systemClock } from '@mainstay/primitives';
import { useState } from 'react';
import { Details } from '../../components/details.tsx';
import { Link } from '../../components/link.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import {
  MyTimeDiaryDocument,
  RecordTimeDiaryDocument,
  StaffAuthoritiesDocument,
  type MyTimeDiaryQuery,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { initialOf } from '../../record/entries/entry-rows.ts';
import { LeftNotice } from '../../record/form/left-notice.tsx';
import type { RecordField } from '../../record/form/record-field.ts';
import { RecordForm } from '../../record/form/record-form.tsx';
import { useNavigate, useSearchParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { activities, diaryFields, diaryInput, minutesInWords, togetherOf } from './diary-fields.ts';

type Day = MyTimeDiaryQuery['myTimeDiaries'][number];

/** How far back one's own days are listed. */
const WEEKS = 2;

/** What the page of one's own time needs from the module it stands in. */
export interface DiaryPageProps {
  /** The page's own address. */
  readonly path: string;
  /** Where its form leads when it is left. */
  readonly homePath: string;
}

/** One's own time: a day entered in under a minute, and the days of the last two weeks. Nobody else reads them. */
export function DiaryPage({ path, homePath }: DiaryPageProps) {
  const today = systemClock.today();
  const operation = useOperation(MyTimeDiaryDocument, { from: addDays(today, 1 - WEEKS * 7), to: today });
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  return (
    <Page title="My time" hasErrors={hasErrors}>
      <p className="govuk-body">
        Only you read this. What all together spend their time on is told of ten people or more, once a quarter, so that
        nobody can be picked out.
      </p>
      <Part what="Your days" operation={operation} shape="text" count={6}>
        {({ myTimeDiaries: days }) => {
          const changed = days.find(({ id }) => id === search.get('change'));
          return (
            <>
              <DayForm
                key={`${changed?.id} ${days.length} ${changed?.recorded.version}`}
                day={changed}
                path={path}
                homePath={homePath}
                onFaults={setHasErrors}
              />
              <Days days={days} path={path} />
            </>
          );
        }}
      </Part>
    </Page>
  );
}

function DayForm(props: DiaryPageProps & { readonly day: Day | undefined; readonly onFaults: (has: boolean) => void }) {
  const { day, path, homePath, onFaults } = props;
  const { practiceId } = useViewer();
  const navigate = useNavigate();
  const record = useMutationOperation(RecordTimeDiaryDocument);
  const authorities = useOperation(
    StaffAuthoritiesDocument,
    { practice: practiceId ?? '' },
    { isEnabled: practiceId !== null },
  );
  const live = (authorities.data?.practice?.contracts ?? []).filter(({ status }) => status === 'LIVE');
  const served = new Map(live.map(({ localAuthority }) => [localAuthority.id, localAuthority.name]));
  const which: readonly RecordField[] =
    served.size > 1
      ? [
          {
            kind: 'choice',
            name: 'la',
            label: 'For which authority’s children, most of the day?',
            choices: [...served].map(([value, text]) => ({ value, text })),
            missing: 'Choose the authority',
          },
        ]
      : [];
  return (
    <>
      <LeftNotice />
      <h2 className="govuk-heading-m">{day ? `Change ${formatDate(day.on)}` : 'How did you spend the day?'}</h2>
      <RecordForm
        fields={[...diaryFields, ...which]}
        initial={day ? initialOf(diaryFields, day) : {}}
        correcting={day && { id: day.id, version: day.recorded.version }}
        send={async (answers) => (await record.run({ input: diaryInput(answers) as never })).result}
        onDone={() => navigate(path)}
        onFaults={onFaults}
        done="Your day is saved."
        submit={day ? 'Save the change' : 'Save the day'}
        cancelTo={day ? path : homePath}
      />
    </>
  );
}

function Days({ days, path }: { readonly days: readonly Day[]; readonly path: string }) {
  if (days.length === 0) return <EmptyState title={`You entered no day of the last ${WEEKS} weeks.`} />;
  const all = togetherOf(days);
  const total = days.reduce((sum, day) => sum + day.total, 0);
  return (
    <>
      <h2 className="govuk-heading-m">Your last {WEEKS} weeks</h2>
      <Table
        caption="Where your time went"
        captionSize="s"
        isDense
        hasRowHeads
        rows={activities}
        rowKey={({ name }) => name}
        columns={[
          { key: 'what', head: 'What', cell: ({ text }) => text },
          { key: 'time', head: 'Time', isNumeric: true, cell: ({ name }) => minutesInWords(all[name]) },
          {
            key: 'share',
            head: 'Share',
            isNumeric: true,
            cell: ({ name }) => `${Math.round((all[name] / total) * 100)}%`,
          },
        ]}
      />
      <Details summary={`Each of ${formatCount(days.length, 'day')}`}>
        <Table
          caption="Your days, the latest first"
          isCaptionHidden
          isDense
          hasRowHeads
          rows={days}
          rowKey={({ id }) => id}
          columns={[
            { key: 'on', head: 'Day', cell: ({ on }) => formatDate(on) },
            { key: 'total', head: 'In all', isNumeric: true, cell: ({ total: minutes }) => minutesInWords(minutes) },
            {
              key: 'change',
              head: <span className="govuk-visually-hidden">What can be done</span>,
              cell: ({ id, on }) => (
                <Link to={`${path}?change=${encodeURIComponent(id)}`}>
                  Change<span className="govuk-visually-hidden"> {formatDate(on)}</span>
                </Link>
              ),
            },
          ]}
        />
      </Details>
    </>
  );
}
