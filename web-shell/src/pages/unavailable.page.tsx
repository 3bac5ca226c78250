import { Button, Page } from '@mainstay/web-kit';

/** The gateway does not answer. */
export function UnavailablePage({ onRetry }: { onRetry: () => void }) {
  return (
    <Page title="The service cannot be reached" isNarrow>
      <p className="govuk-body" role="alert">
        Check your connection. If other sites work, Mainstay may be down for a moment: wait a minute and try again.
      </p>
      <Button type="button" onClick={onRetry}>
        Try again
      </Button>
    </Page>
  );
}
