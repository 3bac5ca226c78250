import { Button, Details, formatDate } from '@mainstay/web-kit/parts';
import type { Survey } from '../survey.ts';
import { SurveyPage } from './survey-page.tsx';

/** What the survey is, who will see what, and why nobody can trace an answer: before the first question. */
export function WelcomePage({ survey, onStart }: { readonly survey: Survey; readonly onStart: () => void }) {
  const questions = survey.themes.reduce((sum, theme) => sum + theme.questions.length, 0);
  return (
    <SurveyPage title={survey.title} caption={survey.organiser}>
      <p className="govuk-body-l">
        {questions} questions on {survey.themes.length} pages. You can leave out any question.
      </p>
      <h2 className="govuk-heading-m">Who sees what</h2>
      <ul className="govuk-list govuk-list--bullet">
        <li>
          Nobody sees your answers as yours: not your manager, not {survey.organiser}, and not the people who run this
          service.
        </li>
        <li>
          {survey.organiser} sees how many people were invited and how many answered, and after the survey has closed
          what a group answered as a whole.
        </li>
        <li>A group with fewer than {survey.fewestShown} answers is not shown at all.</li>
        <li>You choose whether to take part, and nobody is told what you chose.</li>
      </ul>
      <Details summary="Why nobody can trace your answers">
        <p>
          Your link only proves that you were invited. With it, this page asks for a stamp on a sealed envelope: the
          stamp is put on without anybody seeing what is inside. Later, and from then on without your link, the page
          sends the stamped sheet and your answers. The stamp shows that they come from somebody who was invited; nobody
          can find out from whom, even with everything that is kept. The method is public: RFC 9474, blind signatures.
        </p>
        <p>
          Two things are up to you: there is no room for free text, so you cannot give yourself away by what you write;
          and on a computer of your employer, somebody who watches your screen sees what you see.
        </p>
      </Details>
      <h2 className="govuk-heading-m">Before you start</h2>
      <p className="govuk-body">
        Answer until {formatDate(survey.closesOn)}. Your answers can be sent once and not changed or taken back
        afterwards, because nobody could tell which they are.
      </p>
      <p className="govuk-body">
        Until you send them, your answers are kept in this tab of your browser only: you can load the page again, but if
        you close the tab, they are gone, and you start again with your link. After sending, nothing is kept on your
        device. This page sets no cookies.
      </p>
      <Button type="button" onClick={onStart}>
        Start
      </Button>
    </SurveyPage>
  );
}
