import { useState } from 'react';
import { Button } from '../components/button.tsx';
import { Tag } from '../components/notices.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Table } from '../components/table.tsx';
import { formatInstant } from '../format/format.ts';
import { MySessionsDocument, SignOutEverywhereDocument } from '../generated/operations.ts';
import { runOperation } from '../graph/graphql-client.ts';
import { useOperation } from '../graph/use-operation.ts';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { roleName } from '../session/role-name.ts';
import { useViewer } from '../session/session.tsx';
import { signOut } from '../session/sign-in.ts';

/** Who is signed in, where, and how to end all of it at once. */
export function AccountPage() {
  const { name, role, organisation } = useViewer();
  const sessions = useOperation(MySessionsDocument, {});
  return (
    <Page title="Your account">
      <SummaryList
        rows={[
          { key: 'Name', value: name },
          { key: 'Role', value: roleName(role) },
          { key: 'Organisation', value: organisation },
        ]}
      />
      <h2 className="govuk-heading-m">Where you are signed in</h2>
      <p className="govuk-body">
        A session ends after 30 minutes without use, and after 12 hours in any case. If you left one open on a computer
        that is not yours, or see one that you do not know, sign out everywhere.
      </p>
      <Part what="Your sessions" operation={sessions} shape="table" count={2}>
        {({ mySessions }) => (
          <Table
            caption="Sessions, the newest first"
            isCaptionHidden
            rows={mySessions}
            rowKey={({ id }) => id}
            columns={[
              { key: 'which', head: 'Which', cell: ({ isThis }) => (isThis ? <Tag>This one</Tag> : 'Another') },
              { key: 'since', head: 'Signed in', cell: ({ signedInAt }) => formatInstant(signedInAt) },
              { key: 'seen', head: 'Last used', cell: ({ seenAt }) => formatInstant(seenAt) },
            ]}
          />
        )}
      </Part>
      <SignOutEverywhere />
    </Page>
  );
}

function SignOutEverywhere() {
  const { personId } = useViewer();
  const [state, setState] = useState<{ isRunning: boolean; error: string | null }>({ isRunning: false, error: null });
  const run = async () => {
    setState({ isRunning: true, error: null });
    try {
      await runOperation(SignOutEverywhereDocument, { input: { personId } });
      // The provider of the sign-in has a session of its own.
      await signOut();
    } catch (cause) {
      setState({ isRunning: false, error: (cause as Error).message });
    }
  };
  return (
    <>
      <Button type="button" kind="warning" isDisabled={state.isRunning} onClick={() => void run()}>
        Sign out everywhere
      </Button>
      <p className="govuk-body">All sessions above end at once, this one included.</p>
      {state.error && (
        <p className="govuk-error-message" role="alert">
          {state.error}
        </p>
      )}
    </>
  );
}
