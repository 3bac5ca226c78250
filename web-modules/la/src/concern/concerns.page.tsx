import {
  EmptyState,
  formatCount,
  formatInstant,
  Link,
  NotificationBanner,
  Page,
  Pagination,
  Part,
  Table,
  Tag,
  useNavigate,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { ForManagers } from '../access/for-managers.tsx';
import { ViewChooser } from '../access/view-chooser.tsx';
import { ConcernsDocument, type ConcernRowFragment } from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { auditPath, childPath, concernsPath } from '../urls.ts';
import { ConcernForm } from './concern.form.tsx';
import { concernStates, detectorInWords } from './concern-words.ts';

const TITLE = 'Concerns';

/** What the detectors noticed in the audit: a queue for a person to look at, one concern at a time. */
export function ConcernsPage() {
  return (
    <ForManagers
      title={TITLE}
      purpose="They look at what was noticed in the audit, ask whoever can explain it, and write down what they found."
    >
      <Concerns />
    </ForManagers>
  );
}

function Concerns() {
  const { laCode, organisation } = useViewer();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const [hasErrors, setHasErrors] = useState(false);
  const [isDecided, setDecided] = useState(false);
  const state = concernStates.find(({ view }) => view === search.get('show')) ?? concernStates[0];
  const decided = search.get('decide');
  const operation = useOperation(
    ConcernsDocument,
    { la: laCode ?? '', status: state?.status ?? null, after: search.get('after') },
    { keepPrevious: true },
  );
  return (
    <Page
      title={TITLE}
      caption={organisation}
      before={<AccessCrumbs then={[{ text: 'Audit', to: auditPath }]} />}
      hasErrors={hasErrors}
    >
      {isDecided && !decided && <NotificationBanner heading="Your decision is recorded." isSuccess />}
      <p className="govuk-body">
        Patterns in the audit that are worth a look. Most have a good reason: a signal is a question, not an accusation.
        Ask before you decide, and write down what you found. Nobody decides about themselves.
      </p>
      {!decided && (
        <ViewChooser
          label="Concerns"
          views={concernStates.map(({ view, words }) => ({
            to: `?show=${view}`,
            words,
            isCurrent: view === state?.view,
          }))}
        />
      )}
      <Part what="Concerns" operation={operation} shape="table">
        {({ localAuthority }) => {
          const list = localAuthority?.misuseSignals;
          const concerns = list?.edges.map(({ node }) => node) ?? [];
          if (decided) {
            const leave = () => {
              setDecided(true);
              navigate(concernsPath);
            };
            return <OneConcern concerns={concerns} id={decided} onFaults={setHasErrors} onDecided={leave} />;
          }
          if (!list || concerns.length === 0) {
            return (
              <EmptyState title={state?.status === 'OPEN' ? 'Nothing waits to be looked at.' : 'There are none.'}>
                The detectors go through the audit all the time; what they notice appears here.
              </EmptyState>
            );
          }
          const { hasNextPage, endCursor } = list.pageInfo;
          const after = search.get('after');
          const here = `?show=${state?.view}`;
          return (
            <>
              <ConcernTable
                concerns={concerns}
                caption={`${formatCount(list.totalCount, 'concern')}, newest first`}
                addressOf={({ id }) =>
                  `${here}${after ? `&after=${encodeURIComponent(after)}` : ''}&decide=${encodeURIComponent(id)}`
                }
              />
              <Pagination
                label="Pages of concerns"
                next={hasNextPage && endCursor ? `${concernsPath}${here}&after=${encodeURIComponent(endCursor)}` : null}
              />
            </>
          );
        }}
      </Part>
    </Page>
  );
}

function ConcernTable({
  concerns,
  caption,
  addressOf,
}: {
  readonly concerns: readonly ConcernRowFragment[];
  readonly caption: string;
  readonly addressOf: (concern: ConcernRowFragment) => string;
}) {
  return (
    <Table
      caption={caption}
      captionSize="s"
      rows={concerns}
      rowKey={(concern) => concern.id}
      columns={[
        {
          key: 'what',
          head: 'What was noticed',
          cell: (concern) => (
            <>
              <Link to={addressOf(concern)}>{detectorInWords(concern.detector)}</Link>
              <br />
              {concern.explanation}
            </>
          ),
        },
        {
          key: 'who',
          head: 'Whose account',
          cell: (concern) => (concern.person ? personInWords(concern.person) : '–'),
        },
        {
          key: 'child',
          head: 'Child',
          cell: ({ child }) => (child ? <Link to={childPath(child.id)}>{child.localId}</Link> : '–'),
        },
        { key: 'when', head: 'When', cell: (concern) => formatInstant(concern.at) },
        {
          key: 'decided',
          head: 'Decision',
          cell: (concern) =>
            concern.decidedAt ? (
              <>
                {personInWords(concern.decidedBy)}, {formatInstant(concern.decidedAt)}: {concern.note}
              </>
            ) : (
              <Tag colour="yellow">Open</Tag>
            ),
        },
      ]}
    />
  );
}

function OneConcern(props: {
  readonly concerns: readonly ConcernRowFragment[];
  readonly id: string;
  readonly onFaults: (hasFaults: boolean) => void;
  readonly onDecided: () => void;
}) {
  const { concerns, id, ...form } = props;
  const concern = concerns.find((candidate) => candidate.id === id);
  if (concern) return <ConcernForm concern={concern} {...form} />;
  return (
    <EmptyState title="This concern is not in the list any more.">
      Somebody may have decided about it. <Link to={concernsPath}>Back to what waits</Link>
    </EmptyState>
  );
}
