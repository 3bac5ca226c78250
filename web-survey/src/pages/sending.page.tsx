import { Button, Details, Progress, WarningText } from '@mainstay/web-kit/parts';
import { BackButton } from './back-button.tsx';
import { SurveyPage } from './survey-page.tsx';

/** What the page before sending needs. */
export interface SendPageProps {
  /** How many questions have an answer, and how many there are. */
  readonly answered: number;
  readonly asked: number;
  readonly onBack: () => void;
  readonly onSend: () => void;
}

/** The last look before answers that nobody can change afterwards. */
export function SendPage({ answered, asked, onBack, onSend }: SendPageProps) {
  return (
    <SurveyPage title="Send your answers" before={<BackButton onBack={onBack} />}>
      <p className="govuk-body">
        You answered {answered} of {asked} questions. Go back to change an answer.
      </p>
      <WarningText>
        Once they are sent, your answers cannot be changed or taken back: nobody can tell which they are.
      </WarningText>
      <Button type="button" onClick={onSend}>
        Send my answers
      </Button>
    </SurveyPage>
  );
}

/** The answers are on their way. */
export function SendingPage() {
  return (
    <SurveyPage title="Sending your answers">
      <Progress label="Sending your answers without your link" />
    </SurveyPage>
  );
}

/** They may not have arrived; the reader can try again as often as they like. `reason` is the platform's, if it gave one. */
export function NotSentPage({ reason, onRetry }: { readonly reason: string | null; readonly onRetry: () => void }) {
  return (
    <SurveyPage title="Your answers have not been sent" hasErrors>
      <p className="govuk-body">
        {reason ?? 'The connection broke off.'} Your answers are still in this tab. Trying again can neither lose them
        nor count them twice.
      </p>
      <Button type="button" onClick={onRetry}>
        Try again
      </Button>
    </SurveyPage>
  );
}

/** The answers have arrived. */
export function ThanksPage() {
  return (
    <SurveyPage title="Thank you: your answers have arrived">
      <p className="govuk-body">
        Nothing of them is kept on your device. What groups answered can be seen once the survey has closed.
      </p>
      <Details summary="What is known of you now">
        <p>That your link was used to start. Not whether you sent answers, and not which.</p>
      </Details>
      <p className="govuk-body">You can close this tab.</p>
    </SurveyPage>
  );
}
