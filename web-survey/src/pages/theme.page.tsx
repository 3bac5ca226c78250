import type { Question, QuestionnairePart } from '@mainstay/survey-bank';
import { Button, ErrorSummary, Radios, TextInput, WarningText } from '@mainstay/web-kit/parts';
import { useState, type SyntheticEvent } from 'react';
import { faultsOf, fieldIdOf, type AnswerFault } from '../answering/answer-faults.ts';
import type { Written } from '../answering/kept-in-tab.ts';
import { BackButton } from './back-button.tsx';
import { SurveyPage } from './survey-page.tsx';

/** What a page of questions needs. */
export interface ThemePageProps {
  readonly part: QuestionnairePart;
  /** How far the reader has come, e.g. `Page 2 of 9`. */
  readonly progress: string;
  readonly answers: Written;
  readonly onAnswer: (question: string, answer: string) => void;
  readonly onBack: () => void;
  readonly onContinue: () => void;
}

/** The questions of one theme. A question may stay without an answer, once the reader has been told which. */
export function ThemePage({ part, progress, answers, onAnswer, onBack, onContinue }: ThemePageProps) {
  const [told, setTold] = useState<readonly AnswerFault[]>([]);
  const canLeaveOut = told.length > 0 && told.every(({ isOpen }) => isOpen);
  const go = (event: SyntheticEvent) => {
    event.preventDefault();
    const found = faultsOf(part.questions, answers);
    const isOnlyOpen = found.every(({ isOpen }) => isOpen);
    if (found.length === 0 || (isOnlyOpen && canLeaveOut)) return onContinue();
    setTold(found);
  };
  const errorOf = (question: Question) => told.find(({ fieldId }) => fieldId === fieldIdOf(question))?.message;
  return (
    <SurveyPage
      title={part.name}
      caption={progress}
      hasErrors={told.length > 0}
      isWide
      before={<BackButton onBack={onBack} />}
    >
      <ErrorSummary title={canLeaveOut ? 'Some questions have no answer' : 'There is a problem'} faults={told} />
      {part.about && <p className="govuk-body">{part.about}</p>}
      <form onSubmit={go} noValidate>
        {part.questions.map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            answer={answers[question.id] ?? ''}
            error={errorOf(question)}
            onAnswer={(answer) => onAnswer(question.id, answer)}
          />
        ))}
        {canLeaveOut && <WarningText>Continue again to leave out what has no answer.</WarningText>}
        <Button>{canLeaveOut ? 'Continue without these' : 'Continue'}</Button>
      </form>
    </SurveyPage>
  );
}

function QuestionField(props: {
  readonly question: Question;
  readonly answer: string;
  readonly error: string | undefined;
  readonly onAnswer: (answer: string) => void;
}) {
  const { question, answer, error, onAnswer } = props;
  const common = { name: fieldIdOf(question), label: question.text, labelSize: 's' as const, error };
  return question.kind === 'choice' ? (
    <Radios
      {...common}
      choices={question.options.map(({ value, label }) => ({ value: String(value), text: label }))}
      value={answer}
      onChange={onAnswer}
      isSmall
      isInline
    />
  ) : (
    <TextInput {...common} value={answer} onChange={onAnswer} width={4} inputMode="numeric" autoComplete="off" />
  );
}
