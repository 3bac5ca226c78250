import { Button, Details, Progress, WarningText } from '@mainstay/web-kit/parts';
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
    <SurveyPage
      title="Send your answers"
      before={
        <button type="button" className="govuk-back-link survey-back" onClick={onBack}>
          Back
        </button>
      }
    >
      <p className="govuk-body">
        You answered {answered} of {asked} questions. Go back to change an answer.
      </p>
      <WarningText>
        Once they are sent, your answers cannot be changed or taken back: nobody can tell which they are.
      </WarningText>
      <p className="govuk-body">
        Sending takes up to a minute. That is on purpose: a random pause keeps your link and your answers apart. Keep
        this tab open until it says that your answers have arrived.
      </p>
      <Button type="button" onClick={onSend}>
        Send my answers
      </Button>
    </SurveyPage>
  );
}

/** What is said while the answers are on their way. */
export type SendingStage = 'credential' | 'waiting' | 'answers';

const words: Readonly<Record<SendingStage, string>> = {
  credential: 'Asking for the stamp that does not know you',
  waiting: 'Waiting a random moment, so that nobody can match your link and your answers',
  answers: 'Sending your answers without your link',
};

/** The answers are on their way. */
export function SendingPage({ stage }: { readonly stage: SendingStage }) {
  return (
    <SurveyPage title="Sending your answers">
      <Progress label={words[stage]} />
      <p className="govuk-body">Keep this tab open. It takes up to a minute.</p>
    </SurveyPage>
  );
}

/** They did not arrive; the reader can try again as often as they like. */
export function NotSentPage({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <SurveyPage title="Your answers have not been sent" hasErrors>
      <p className="govuk-body">
        The connection broke off. Your answers are still in this tab. Trying again can neither lose them nor count them
        twice.
      </p>
      <Button type="button" onClick={onRetry}>
        Try again
      </Button>
    </SurveyPage>
  );
}

/** The answers have arrived. */
export function ThanksPage({ organiser }: { readonly organiser: string }) {
  return (
    <SurveyPage title="Thank you: your answers have arrived">
      <p className="govuk-body">
        Nothing of them is kept on your device, and your link no longer opens the survey. {organiser} will see what
        groups answered, once the survey has closed.
      </p>
      <Details summary="What is known of you now">
        <p>That your link was used. Not when you answered, not what, and not from where.</p>
      </Details>
      <p className="govuk-body">You can close this tab.</p>
    </SurveyPage>
  );
}
