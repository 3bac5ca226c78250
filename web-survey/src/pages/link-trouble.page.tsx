import { Button, formatDate } from '@mainstay/web-kit/parts';
import { SurveyPage } from './survey-page.tsx';

/** Why a link leads to no survey. */
export type LinkTrouble =
  | { readonly kind: 'no-link' | 'unknown' | 'used' }
  | { readonly kind: 'closed'; readonly closedOn?: string | undefined }
  | { readonly kind: 'not-yet'; readonly opensOn?: string | undefined }
  | { readonly kind: 'unreachable' };

/** Says why there is nothing to answer, and what the reader can do about it. */
export function LinkTroublePage({ trouble, onRetry }: { readonly trouble: LinkTrouble; readonly onRetry: () => void }) {
  switch (trouble.kind) {
    case 'no-link':
      return (
        <SurveyPage title="Open your own link">
          <p className="govuk-body">
            This page needs the whole link from your invitation. It is long and has a <code>#</code> in it: copy all of
            it into the address bar.
          </p>
          <p className="govuk-body">
            If you closed the tab in which you answered before sending, open your link once more and start again.
          </p>
        </SurveyPage>
      );
    case 'unknown':
      return (
        <SurveyPage title="This link does not belong to a survey">
          <p className="govuk-body">
            A part of it may be missing: copy the whole link from your invitation. If it still does not work, ask
            whoever invited you for a new one.
          </p>
        </SurveyPage>
      );
    case 'used':
      return (
        <SurveyPage title="Your link has been used">
          <p className="govuk-body">
            Each link can be used once. If you answered, there is nothing left to do: your answers cannot be looked up
            or changed, because nobody can tell which they are.
          </p>
          <p className="govuk-body">If you did not answer, tell whoever invited you.</p>
        </SurveyPage>
      );
    case 'closed':
      return (
        <SurveyPage title="This survey has closed">
          <p className="govuk-body">
            {trouble.closedOn ? `It closed on ${formatDate(trouble.closedOn)}. ` : ''}Answers are no longer taken.
          </p>
        </SurveyPage>
      );
    case 'not-yet':
      return (
        <SurveyPage title="This survey has not opened yet">
          <p className="govuk-body">
            {trouble.opensOn ? `It opens on ${formatDate(trouble.opensOn)}. ` : ''}Keep your link until then.
          </p>
        </SurveyPage>
      );
    case 'unreachable':
      return (
        <SurveyPage title="The survey cannot be reached">
          <p className="govuk-body">
            Check your connection. What you answered so far is still in this tab, and nothing has been sent.
          </p>
          <Button type="button" onClick={onRetry}>
            Try again
          </Button>
        </SurveyPage>
      );
  }
}
