import { addDays, systemClock } from '@mainstay/primitives';
import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { Table } from '../../components/table.tsx';
import { formatCount, formatDate, formatInstant } from '../../format/format.ts';
import {
  DecisionsOfAuthorityDocument,
  DecisionsOfPracticeDocument,
  type DecisionTimeFragment,
  type DecisionWaitingFragment,
} from '../../generated/operations.ts';
import { useOperation, type Operation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Page } from '../../page/page.tsx';
import { Part } from '../../page/part.tsx';
import { useViewer } from '../../session/session.tsx';
import { choiceInWords } from '../entries/entry-rows.ts';
import { neededInWords } from './decision-section.tsx';
import { decisionLevels, decisionStatuses, decisionTypes, hoursInWords } from './decision-words.ts';

/** What the page of questions needs from the module it stands in. */
export interface DecisionsPageProps {
  /** The practice whose children they are about; null for the viewer's authority. */
  readonly practice: string | null;
  readonly childrenPath: string;
  /** Where it is said who decides what. */
  readonly rulesPath?: string;
}

interface Questions {
  readonly decisionRequests: readonly DecisionWaitingFragment[];
  readonly decisionTimes: readonly DecisionTimeFragment[];
}

/** What waits to be decided: what the viewer may decide first; and how long decisions took in the last year. */
export function DecisionsPage({ practice, childrenPath, rulesPath }: DecisionsPageProps) {
  const { organisation } = useViewer();
  const operation = useQuestions(practice);
  return (
    <Page title="Decisions" caption={organisation}>
      {rulesPath && (
        <p className="govuk-body">
          <Link to={rulesPath}>Who may decide what</Link>
        </p>
      )}
      <Part what="What waits to be decided" operation={operation} shape="table" count={8}>
        {({ decisionRequests, decisionTimes }) => (
          <>
            <Waiting
              title="For you to decide"
              childrenPath={childrenPath}
              questions={decisionRequests.filter(({ mayDecide }) => mayDecide)}
            />
            <Waiting
              title="For somebody else to decide"
              childrenPath={childrenPath}
              questions={decisionRequests.filter(({ mayDecide }) => !mayDecide)}
            />
            <Times times={decisionTimes.filter(({ asked }) => asked > 0)} />
          </>
        )}
      </Part>
    </Page>
  );
}

function useQuestions(practice: string | null): Operation<Questions> {
  const { laCode } = useViewer();
  const to = systemClock.today();
  const period = { from: addDays(to, -365), to };
  const ofPractice = useOperation(
    DecisionsOfPracticeDocument,
    { practice: practice ?? '', ...period },
    { isEnabled: practice !== null },
  );
  const ofAuthority = useOperation(
    DecisionsOfAuthorityDocument,
    { la: laCode ?? '', ...period },
    { isEnabled: practice === null },
  );
  if (practice === null) return { ...ofAuthority, data: ofAuthority.data?.localAuthority ?? undefined };
  return { ...ofPractice, data: ofPractice.data?.practice ?? undefined };
}

function Waiting(props: {
  readonly title: string;
  readonly childrenPath: string;
  readonly questions: readonly DecisionWaitingFragment[];
}) {
  const { title, childrenPath, questions } = props;
  return (
    <section>
      <h2 className="govuk-heading-m">{title}</h2>
      {questions.length === 0 ? (
        <EmptyState title="Nothing waits." />
      ) : (
        <Table
          caption={`${title}: ${formatCount(questions.length, 'question')}, the one asked first at the top`}
          isCaptionHidden
          rows={questions}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'what',
              head: 'What',
              cell: ({ id, child, type, question, mayDecide }) => (
                <>
                  <Link
                    to={`${childrenPath}/${encodeURIComponent(child.id)}/decisions${mayDecide ? `/${encodeURIComponent(id)}/decide` : ''}`}
                  >
                    {choiceInWords(decisionTypes, type)}
                    <span className="govuk-visually-hidden">, child {child.localId}</span>
                  </Link>
                  <span className="mainstay-source">{question}</span>
                </>
              ),
            },
            {
              key: 'child',
              head: 'Child',
              cell: ({ child }) => <Link to={`${childrenPath}/${encodeURIComponent(child.id)}`}>{child.localId}</Link>,
            },
            { key: 'asked', head: 'Asked', cell: ({ askedAt }) => formatInstant(askedAt) },
            { key: 'needed', head: 'Needed by', cell: ({ neededBy }) => neededInWords(neededBy) },
            { key: 'who', head: 'Who decides', cell: ({ level }) => choiceInWords(decisionLevels, level) },
            {
              key: 'state',
              head: 'Where it stands',
              cell: ({ status, isLate }) => (
                <>
                  <Tag colour={decisionStatuses[status].colour}>{decisionStatuses[status].text}</Tag>{' '}
                  {isLate && <Tag colour="red">Late</Tag>}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}

function Times({ times }: { readonly times: readonly DecisionTimeFragment[] }) {
  const to = systemClock.today();
  if (times.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">How long decisions took</h2>
      <Table
        caption={`Asked from ${formatDate(addDays(to, -365))} to ${formatDate(to)}`}
        captionSize="s"
        hasRowHeads
        rows={times}
        rowKey={({ type }) => type ?? 'all'}
        columns={[
          {
            key: 'type',
            head: 'What',
            cell: ({ type }) => (type === null ? 'All' : choiceInWords(decisionTypes, type)),
          },
          { key: 'asked', head: 'Asked', isNumeric: true, cell: ({ asked }) => asked },
          { key: 'open', head: 'Open', isNumeric: true, cell: ({ open }) => open },
          { key: 'agreed', head: 'Agreed', isNumeric: true, cell: ({ agreed }) => agreed },
          { key: 'refused', head: 'Refused', isNumeric: true, cell: ({ refused }) => refused },
          { key: 'late', head: 'Late', isNumeric: true, cell: ({ late }) => late },
          {
            key: 'median',
            head: 'Half took at most',
            cell: ({ medianHours }) => (medianHours === null ? 'None decided' : hoursInWords(medianHours)),
          },
        ]}
      />
    </section>
  );
}
