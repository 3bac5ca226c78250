import { Button, NotificationBanner, SummaryList, WarningText } from '@mainstay/web-kit';
import { useState } from 'react';
import { credentialsPath } from '../urls.ts';

/** A machine that was registered just now. */
export interface ToldSecret {
  readonly name: string;
  readonly id: string;
  readonly secret: string;
}

/** Tells the secret of a machine: the platform keeps none, so there is no second time. */
export function SecretTold({ told }: { readonly told: ToldSecret }) {
  const [copied, setCopied] = useState<'copied' | 'failed'>();
  const copy = () => {
    navigator.clipboard.writeText(told.secret).then(
      () => setCopied('copied'),
      () => setCopied('failed'),
    );
  };
  return (
    <>
      <NotificationBanner heading={`${told.name} is registered.`} isSuccess />
      <WarningText>
        The secret is shown this once and never again. Copy it to where the machine keeps secrets.
      </WarningText>
      <SummaryList
        rows={[
          { key: 'Identifier', value: <code className="mainstay-code">{told.id}</code> },
          { key: 'Secret', value: <code className="mainstay-code">{told.secret}</code> },
        ]}
      />
      <Button type="button" kind="secondary" onClick={copy}>
        Copy the secret
      </Button>
      <p className="govuk-body" role="status">
        {copied === 'copied' && 'The secret is copied.'}
        {copied === 'failed' && 'The browser did not allow it: select the secret and copy it yourself.'}
      </p>
      <Button to={credentialsPath}>I have kept the secret</Button>
    </>
  );
}
