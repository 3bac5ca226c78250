import type { OpenedSurvey, SurveyGroup } from '@mainstay/survey-bank';
import { Button, Details, formatDate } from '@mainstay/web-kit/parts';
import { SurveyPage } from './survey-page.tsx';

const groups: Readonly<Record<SurveyGroup, string>> = {
  PRACTICE: 'the staff of a social work practice',
  HOST_LA: 'the staff of the authority it works for',
  COMPARISON: 'the staff of an authority like it',
};

/** What the survey is, who will see what, and why nobody can trace an answer: before the first question. */
export function WelcomePage({ survey, onStart }: { readonly survey: OpenedSurvey; readonly onStart: () => void }) {
  const { parts } = survey.questionnaire;
  const questions = parts.reduce((sum, part) => sum + part.questions.length, 0);
  return (
    <SurveyPage title={survey.title} caption="Staff survey">
      {survey.about && <p className="govuk-body-l">{survey.about}</p>}
      <p className="govuk-body">
        {questions} questions on {parts.length} {parts.length === 1 ? 'page' : 'pages'}. You can leave out any question.
        You are asked as one of a group: {groups[survey.group]}.
      </p>
      <h2 className="govuk-heading-m">Who sees what</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Nobody sees your answers as yours: not your manager, not your employer, and not the people who run this
          service.
        </li>
        <li>
          Whoever invited you sees how many were invited. After the survey has closed, they see how many answered, and
          what a group answered as a whole.
        </li>
        <li>A group with fewer than {survey.leastRespondents} answers is not shown at all.</li>
        <li>That your link was used to start is kept, so that it works once. It is not tied to what you answer.</li>
      </ul>
      <Details summary="Why nobody can trace your answers">
        <p>
          Your link only proves that you were invited. When you start, this page hands in a sealed envelope with your
          link, and the envelope is stamped from outside, without anybody seeing the sheet in it. When you send, the
          page sends the stamped sheet with your answers, and not your link. The stamp shows that the answers come from
          somebody who was invited. Nobody can find out from whom, even with everything that is kept. The method is
          public: blind signatures, RFC 9474.
        </p>
        <p>
          Everybody in your group must be given the same stamp: you can compare its number with a colleague’s.
          <br />
          <code className="survey-fingerprint">{survey.fingerprint}</code>
        </p>
        <p>
          What this cannot do: somebody who watches your screen, or who runs the computer you use, sees what you see.
          You can answer on a device of your own.
        </p>
      </Details>
      <h2 className="govuk-heading-m">Before you start</h2>
      <p className="govuk-body">
        Answer until {formatDate(survey.closesOn)}. Start when you have the time to finish: your link can be used to
        start once, and your answers are kept in this tab of your browser only. You can load the page again, but if you
        close the tab before sending, your answers are gone, and nobody can give you another go.
      </p>
      <p className="govuk-body">
        After sending, nothing is kept on your device, and your answers cannot be changed. This page sets no cookies.
      </p>
      <Button type="button" onClick={onStart}>
        Start
      </Button>
    </SurveyPage>
  );
}
