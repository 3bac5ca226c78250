import {
  EmptyState,
  formatCount,
  formatInstant,
  Link,
  NotificationBanner,
  Page,
  Part,
  roleName,
  Table,
  useMutationOperation,
  useOperation,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { ForManagers } from '../access/for-managers.tsx';
import { addressOfFilters } from '../audit/audit-filters.ts';
import { ConfirmedAction } from '../form/confirmed-action.tsx';
import { PeopleDocument, SignOutPersonDocument, type PeopleQuery } from '../generated/operations.ts';
import { auditPath } from '../urls.ts';
import { personInWords } from './person-words.ts';

type Person = NonNullable<PeopleQuery['localAuthority']>['people'][number];

/** Who uses the platform in the authority, when they were seen last, and how to sign them out everywhere. */
export function PeoplePage() {
  return (
    <ForManagers
      title="People"
      purpose="They see who uses the platform here, and sign out somebody who has left or lost a computer."
    >
      <People />
    </ForManagers>
  );
}

function People() {
  const { laCode, organisation } = useViewer();
  const operation = useOperation(PeopleDocument, { la: laCode ?? '', role: null });
  return (
    <Page title="People" caption={organisation} before={<AccessCrumbs />}>
      <p className="govuk-body">
        Who may sign in, and as what, is said by your organisation’s sign-in. Somebody who left must be removed there:
        signing them out here ends what they have open, and no more.
      </p>
      <Part what="People" operation={operation} shape="table">
        {({ localAuthority }) => <PeopleTable people={localAuthority?.people ?? []} />}
      </Part>
    </Page>
  );
}

function PeopleTable({ people }: { readonly people: readonly Person[] }) {
  const signOut = useMutationOperation(SignOutPersonDocument);
  const [done, setDone] = useState<string>();
  if (people.length === 0) return <EmptyState title="Nobody has used the platform here yet." />;
  return (
    <>
      {done && <NotificationBanner heading={done} isSuccess />}
      <Table
        caption={`${formatCount(people.length, 'person', 'people')} seen here`}
        captionSize="s"
        rows={people}
        rowKey={(person) => person.id}
        hasRowHeads
        sortedBy={{ column: 'seen', direction: 'descending' }}
        columns={[
          {
            key: 'name',
            head: 'Name',
            sortBy: personInWords,
            cell: (person) => (
              <Link to={`${auditPath}${addressOfFilters({ person: person.id })}`}>{personInWords(person)}</Link>
            ),
          },
          {
            key: 'role',
            head: 'Role',
            sortBy: ({ role }) => role && roleName(role),
            cell: ({ role }) => (role ? roleName(role) : 'Not known'),
          },
          {
            key: 'seen',
            head: 'Last seen',
            sortBy: ({ lastSeenAt }) => lastSeenAt,
            cell: ({ lastSeenAt }) => (lastSeenAt ? formatInstant(lastSeenAt) : 'Never'),
          },
          {
            key: 'change',
            head: 'Change',
            cell: (person) => (
              <ConfirmedAction
                label="Sign out everywhere"
                about={personInWords(person)}
                isLink
                warning="They are signed out of every browser at once. What they had not saved is lost."
                confirm="Sign them out now"
                run={async () => {
                  const { signOutEverywhere } = await signOut.run({ input: { personId: person.id } });
                  const ended = formatCount(signOutEverywhere.endedSessions, 'session');
                  setDone(`${personInWords(person)} is signed out: ${ended} ended.`);
                }}
              />
            ),
          },
        ]}
      />
    </>
  );
}
