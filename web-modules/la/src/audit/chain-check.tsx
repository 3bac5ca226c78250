import { Button, formatCount, Loading, NotificationBanner, PartMissing, Table } from '@mainstay/web-kit';
import { useState } from 'react';
import { verifyAudit, type Verification } from './verify-audit.ts';

/** Has the audit checked from its first event to its last, and says what was found. */
export function ChainCheck({ onChecked }: { readonly onChecked: () => void }) {
  const [isChecking, setChecking] = useState(false);
  const [found, setFound] = useState<Verification>();
  const [error, setError] = useState<string>();
  const check = () => {
    setError(undefined);
    setFound(undefined);
    setChecking(true);
    verifyAudit()
      .then((verification) => {
        setFound(verification);
        onChecked();
      })
      .catch((reason: Error) => setError(reason.message))
      .finally(() => setChecking(false));
  };
  return (
    <>
      {error && <PartMissing what="The check" reason={error} />}
      {found && <Found verification={found} />}
      {isChecking ? (
        <Loading what="the check of the audit" count={1} />
      ) : (
        <Button kind="secondary" type="button" onClick={check}>
          Check the audit now
        </Button>
      )}
    </>
  );
}

function Found({ verification }: { readonly verification: Verification }) {
  const { isIntact, faults, findings } = verification;
  if (isIntact) return <NotificationBanner heading="Nothing was changed, removed or cut off." isSuccess />;
  return (
    <div role="alert">
      <Table
        caption={`${formatCount(faults, 'fault')} found${faults > findings.length ? `, the first ${findings.length} of them` : ''}`}
        captionSize="s"
        rows={findings.map((finding, index) => ({ ...finding, key: String(index) }))}
        rowKey={(finding) => finding.key}
        columns={[
          {
            key: 'place',
            head: 'Place in the audit',
            isNumeric: true,
            cell: ({ sequence }) => sequence ?? 'Outside it',
          },
          { key: 'what', head: 'What is wrong', cell: ({ message }) => message },
        ]}
      />
    </div>
  );
}
