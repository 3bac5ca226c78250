import {
  Button,
  EmptyState,
  formatDate,
  formatInstant,
  NotificationBanner,
  Page,
  Part,
  Table,
  Tag,
  useMutationOperation,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { ForManagers } from '../access/for-managers.tsx';
import { ConfirmedAction } from '../form/confirmed-action.tsx';
import { CredentialsDocument, RevokeCredentialDocument, type CredentialRowFragment } from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { credentialsPath } from '../urls.ts';
import { scopesInLine, statusInWords } from './credential-words.ts';
import { RegisterForm } from './register.form.tsx';

/** The machines that may read the authority's data: registered with an end, revoked at once. */
export function CredentialsPage() {
  return (
    <ForManagers
      title="Machines"
      purpose="They register the machines that may read the authority’s data, say what each may read and until when, and revoke them."
    >
      <Machines />
    </ForManagers>
  );
}

function Machines() {
  const { laCode, organisation } = useViewer();
  const [search] = useSearchParams();
  const [hasErrors, setHasErrors] = useState(false);
  const isRegistering = search.has('register');
  const operation = useOperation(CredentialsDocument, { la: laCode ?? '' }, { isEnabled: !isRegistering });
  return (
    <Page
      title={isRegistering ? 'Register a machine' : 'Machines'}
      caption={organisation}
      before={<AccessCrumbs then={isRegistering ? [{ text: 'Machines', to: credentialsPath }] : []} />}
      hasErrors={hasErrors}
    >
      {isRegistering ? (
        <RegisterForm onFaults={setHasErrors} />
      ) : (
        <>
          <p className="govuk-body">
            A case system or a reporting tool reads with an identifier and a secret of its own, for a purpose, until a
            day. Machines change nothing, and what they read is in the audit.
          </p>
          <Button to={`${credentialsPath}?register`}>Register a machine</Button>
          <Part what="Machines" operation={operation} shape="table" count={3}>
            {({ localAuthority }) => <CredentialTable credentials={localAuthority?.credentials ?? []} />}
          </Part>
        </>
      )}
    </Page>
  );
}

function CredentialTable({ credentials }: { readonly credentials: readonly CredentialRowFragment[] }) {
  const revoke = useMutationOperation(RevokeCredentialDocument);
  const [revoked, setRevoked] = useState<string>();
  if (credentials.length === 0) return <EmptyState title="No machine reads the authority’s data." />;
  return (
    <>
      {revoked && <NotificationBanner heading={`${revoked} is revoked. It reads nothing more.`} isSuccess />}
      <Table
        caption="Machines registered"
        captionSize="s"
        rows={credentials}
        rowKey={(credential) => credential.id}
        hasRowHeads
        columns={[
          {
            key: 'name',
            head: 'Machine',
            cell: ({ name, id }) => (
              <>
                {name}
                <br />
                <code className="mainstay-code govuk-body-s">{id}</code>
              </>
            ),
          },
          { key: 'purpose', head: 'What for', cell: ({ purpose }) => purpose },
          { key: 'scopes', head: 'May read', cell: ({ scopes }) => scopesInLine(scopes) },
          { key: 'status', head: 'Status', cell: (credential) => <Status credential={credential} /> },
          {
            key: 'used',
            head: 'Last used',
            cell: ({ lastUsedAt }) => (lastUsedAt ? formatInstant(lastUsedAt) : 'Never'),
          },
          {
            key: 'change',
            head: 'Change',
            cell: ({ id, name, status }) =>
              status === 'ACTIVE' && (
                <ConfirmedAction
                  label="Revoke"
                  about={name}
                  isLink
                  warning="It will read nothing more from this moment, and cannot be given back what it had."
                  confirm="Revoke it now"
                  run={async () => {
                    await revoke.run({ input: { id } });
                    setRevoked(name);
                  }}
                />
              ),
          },
        ]}
      />
    </>
  );
}

function Status({ credential }: { readonly credential: CredentialRowFragment }) {
  const { status, expiresOn, createdAt, createdBy, revokedAt, revokedBy } = credential;
  const { words, colour } = statusInWords(status);
  return (
    <>
      <Tag colour={colour}>{words}</Tag>
      <br />
      {revokedAt
        ? `${formatInstant(revokedAt)}, by ${personInWords(revokedBy)}`
        : `${status === 'EXPIRED' ? 'on' : 'until'} ${formatDate(expiresOn)}`}
      <br />
      <span className="govuk-body-s">
        registered {formatInstant(createdAt)} by {personInWords(createdBy)}
      </span>
    </>
  );
}
