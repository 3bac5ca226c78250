import { systemClock } from '@mainstay/primitives';
import { Page, Table, Link, useOperation, useViewer, type Operation } from '@mainstay/web-kit';
import { Fragment } from 'react';
import { chainInWords } from '../audit/chain-words.ts';
import {
  AccessOfChildrenDocument,
  AccessOfConcernsDocument,
  AccessOfInspectorsDocument,
  AccessOfPeopleDocument,
  type AccessOfInspectorsQuery,
} from '../generated/operations.ts';
import {
  auditPath,
  breakGlassPath,
  concernsPath,
  credentialsPath,
  inspectionsPath,
  peoplePath,
  restrictedPath,
  reviewingOfficersPath,
} from '../urls.ts';
import { credentialsInWords, inspectionsInWords, waitingInWords } from './access-words.ts';
import { useIsManager } from './for-managers.tsx';

interface Entry {
  readonly to: string;
  readonly title: string;
  /** The question that the page answers. */
  readonly question: string;
  /** What waits there, in words. */
  readonly waits: readonly string[];
}

/** Everything about who may see what, and who did: where to go, and what waits there. */
export function AccessPage() {
  const { organisation } = useViewer();
  const isManager = useIsManager();
  return (
    <Page title="Access" caption={organisation}>
      <p className="govuk-body">
        Who may see which child’s record here, who looked, and what waits for somebody to decide.
      </p>
      {isManager ? <ForManager /> : <ForStaff />}
    </Page>
  );
}

function ForManager() {
  const la = useViewer().laCode ?? '';
  const today = systemClock.today();
  const children = useOperation(AccessOfChildrenDocument, { la });
  const inspectors = useOperation(AccessOfInspectorsDocument, { la });
  const people = useOperation(AccessOfPeopleDocument, { la });
  const concerns = useOperation(AccessOfConcernsDocument, { la });
  const entries: Entry[] = [
    {
      to: auditPath,
      title: 'Audit',
      question: 'Who looked?',
      waits: said(people, ({ localAuthority }) => {
        if (!localAuthority) return [];
        const { heading, sealed } = chainInWords(localAuthority.auditChain);
        return [heading, sealed];
      }),
    },
    {
      to: concernsPath,
      title: 'Concerns',
      question: 'What is worth a look in the audit?',
      waits: said(concerns, ({ localAuthority }) =>
        waitingInWords(localAuthority?.misuseSignals.totalCount ?? 0, 'concern', 'to look at'),
      ),
    },
    {
      to: breakGlassPath,
      title: 'Broken glass',
      question: 'Who saw a child they otherwise may not, and why?',
      waits: said(children, ({ localAuthority }) =>
        waitingInWords(localAuthority?.brokenGlasses.length ?? 0, 'broken glass', 'to review', 'broken glasses'),
      ),
    },
    inspectionsEntry(inspectors),
    {
      to: credentialsPath,
      title: 'Machines',
      question: 'Which systems read our data?',
      waits: said(people, ({ localAuthority }) => credentialsInWords(localAuthority?.credentials ?? [], today)),
    },
    {
      to: restrictedPath,
      title: 'Restricted records',
      question: 'Which records are kept to named people?',
      waits: said(children, ({ localAuthority }) =>
        waitingInWords(
          localAuthority?.restrictions.filter(({ liftedAt }) => liftedAt === null).length ?? 0,
          'record',
          'you are named for',
        ),
      ),
    },
    {
      to: reviewingOfficersPath,
      title: 'Reviewing officers',
      question: 'Which Independent Reviewing Officer reviews which child?',
      waits: [],
    },
    { to: peoplePath, title: 'People', question: 'Who uses the platform here?', waits: [] },
  ];
  const isBusy = [children, inspectors, people, concerns].some(({ isLoading }) => isLoading);
  return <Index entries={entries} isBusy={isBusy} />;
}

function ForStaff() {
  const inspectors = useOperation(AccessOfInspectorsDocument, { la: useViewer().laCode ?? '' });
  const entries: Entry[] = [
    inspectionsEntry(inspectors),
    {
      to: breakGlassPath,
      title: 'Broken glass',
      question: 'Am I looking at a child that I otherwise may not?',
      waits: [],
    },
  ];
  return (
    <>
      <Index entries={entries} isBusy={inspectors.isLoading} />
      <p className="govuk-body">
        Managers also see the audit, what was noticed in it, restricted records, machines, reviewing officers and
        people.
      </p>
    </>
  );
}

function inspectionsEntry(operation: Operation<AccessOfInspectorsQuery>): Entry {
  return {
    to: inspectionsPath,
    title: 'Inspections',
    question: 'What is open to inspectors, until when, and what did they see?',
    waits: said(operation, ({ localAuthority }) => inspectionsInWords(localAuthority?.inspections ?? [])),
  };
}

/** What a query says of a page; that it is on its way, or could not be had, until it says something. */
function said<Data>(
  operation: Operation<Data>,
  inWords: (data: Data) => readonly string[] | string,
): readonly string[] {
  if (operation.data !== undefined && operation.missing.length === 0) return [inWords(operation.data)].flat();
  return [operation.isLoading ? 'Counting …' : 'This cannot be counted at the moment.'];
}

function Index({ entries, isBusy }: { readonly entries: readonly Entry[]; readonly isBusy: boolean }) {
  return (
    <div aria-busy={isBusy || undefined}>
      <Table
        caption="Pages about access, and what waits there"
        isCaptionHidden
        rows={entries}
        rowKey={(entry) => entry.to}
        hasRowHeads
        columns={[
          { key: 'page', head: 'Page', cell: (entry) => <Link to={entry.to}>{entry.title}</Link> },
          { key: 'question', head: 'For the question', cell: (entry) => entry.question },
          { key: 'waits', head: 'What waits', cell: (entry) => <Lines of={entry.waits} /> },
        ]}
      />
    </div>
  );
}

function Lines({ of }: { readonly of: readonly string[] }) {
  if (of.length === 0) return '–';
  return of.map((line, index) => (
    <Fragment key={line}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ));
}
