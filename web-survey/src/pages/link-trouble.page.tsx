import { Button } from '@mainstay/web-kit/parts';
import { RefusedError } from '../answering/survey-service.ts';
import { SurveyPage } from './survey-page.tsx';

/** Why there is nothing to answer. */
export type LinkTrouble = 'no-link' | 'used' | RefusedError | 'unreachable';

/** What an error means to the reader. */
export function troubleOf(error: unknown): LinkTrouble {
  if (!(error instanceof RefusedError)) return 'unreachable';
  return error.code === 'CREDENTIAL_ISSUED_ALREADY' ? 'used' : error;
}

const titles: Readonly<Partial<Record<RefusedError['code'], string>>> = {
  UNKNOWN_LINK: 'This link does not belong to a survey',
  NOT_OPEN_YET: 'This survey has not opened yet',
  CLOSED: 'This survey has closed',
};

/** Says why there is nothing to answer, and what the reader can do about it. */
export function LinkTroublePage({ trouble, onRetry }: { readonly trouble: LinkTrouble; readonly onRetry: () => void }) {
  if (trouble === 'no-link') {
    return (
      <SurveyPage title="Open your own link">
        <p className="govuk-body">
          This page needs the whole link from your invitation. It is long and has a <code>#</code> in it: copy all of it
          into the address bar.
        </p>
      </SurveyPage>
    );
  }
  if (trouble === 'used') {
    return (
      <SurveyPage title="Your link has been used">
        <p className="govuk-body">
          Each link can be used to start once. If you sent your answers, there is nothing left to do: they cannot be
          looked up or changed, because nobody can tell which they are.
        </p>
        <p className="govuk-body">
          If you started in another tab or browser that is still open, go on there. If that tab is closed, the answers
          cannot be given any more: this is the price of nobody knowing whose they would have been.
        </p>
      </SurveyPage>
    );
  }
  if (trouble === 'unreachable') {
    return (
      <SurveyPage title="The survey cannot be reached">
        <p className="govuk-body">
          Check your connection. What you answered so far is still in this tab, and nothing has been sent.
        </p>
        <TryAgain onRetry={onRetry} />
      </SurveyPage>
    );
  }
  const canPass = trouble.code === 'TOO_MANY_REQUESTS' || trouble.code === 'UNAVAILABLE';
  return (
    <SurveyPage title={titles[trouble.code] ?? 'The survey cannot be opened'}>
      <p className="govuk-body">{trouble.message}</p>
      {trouble.code === 'UNKNOWN_LINK' && (
        <p className="govuk-body">If you copied the link, check that it is whole. Otherwise ask whoever invited you.</p>
      )}
      {canPass && <TryAgain onRetry={onRetry} />}
    </SurveyPage>
  );
}

function TryAgain({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Button type="button" onClick={onRetry}>
      Try again
    </Button>
  );
}
