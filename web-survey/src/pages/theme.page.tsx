import { Button, ButtonGroup, ErrorSummary, Radios, TextInput, WarningText } from '@mainstay/web-kit/parts';
import { useRef, useState, type SyntheticEvent } from 'react';
import type { Answers } from '../answering/kept-in-tab.ts';
import type { SurveyQuestion, SurveyTheme } from '../survey.ts';
import { faultsOf, fieldIdOf, type AnswerFault } from './answer-faults.ts';
import { SurveyPage } from './survey-page.tsx';

/** What a page of questions needs. */
export interface ThemePageProps {
  readonly theme: SurveyTheme;
  /** How far the reader has come, e.g. `Page 2 of 9`. */
  readonly progress: string;
  readonly answers: Answers;
  readonly onAnswer: (code: string, answer: string) => void;
  readonly onBack: () => void;
  readonly onContinue: () => void;
}

/** The questions of one theme. A question may stay without an answer, once the reader has been told which. */
export function ThemePage({ theme, progress, answers, onAnswer, onBack, onContinue }: ThemePageProps) {
  const [told, setTold] = useState<readonly AnswerFault[]>([]);
  const warned = useRef(false);
  const go = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = faultsOf(theme.questions, answers);
    const isOnlyOpen = found.every(({ isOpen }) => isOpen);
    if (found.length === 0 || (isOnlyOpen && warned.current)) return onContinue();
    warned.current = isOnlyOpen;
    setTold(found);
  };
  const errorOf = (question: SurveyQuestion) => told.find(({ fieldId }) => fieldId === fieldIdOf(question))?.message;
  const canLeaveOut = told.length > 0 && told.every(({ isOpen }) => isOpen);
  return (
    <SurveyPage
      title={theme.title}
      caption={progress}
      hasErrors={told.length > 0}
      isWide
      before={
        <button type="button" className="govuk-back-link survey-back" onClick={onBack}>
          Back
        </button>
      }
    >
      <ErrorSummary title={canLeaveOut ? 'Some questions have no answer' : 'There is a problem'} faults={told} />
      {theme.introduction && <p className="govuk-body">{theme.introduction}</p>}
      <form onSubmit={go} noValidate>
        {theme.questions.map((question) => (
          <Question
            key={question.code}
            question={question}
            answer={answers[question.code] ?? ''}
            error={errorOf(question)}
            onAnswer={(answer) => onAnswer(question.code, answer)}
          />
        ))}
        {canLeaveOut && <WarningText>Continue again to leave out what has no answer.</WarningText>}
        <ButtonGroup>
          <Button>{canLeaveOut ? 'Continue without these' : 'Continue'}</Button>
        </ButtonGroup>
      </form>
    </SurveyPage>
  );
}

function Question(props: {
  readonly question: SurveyQuestion;
  readonly answer: string;
  readonly error: string | undefined;
  readonly onAnswer: (answer: string) => void;
}) {
  const { question, answer, error, onAnswer } = props;
  const common = {
    name: fieldIdOf(question),
    label: question.text,
    labelSize: 's' as const,
    hint: question.hint,
    error,
  };
  return question.choices ? (
    <Radios {...common} choices={question.choices} value={answer} onChange={onAnswer} isSmall isInline />
  ) : (
    <TextInput
      {...common}
      label={question.number ? `${question.text} (${question.number.unit})` : question.text}
      value={answer}
      onChange={onAnswer}
      width={5}
      inputMode="numeric"
      autoComplete="off"
    />
  );
}
