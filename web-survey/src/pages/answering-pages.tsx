import type { OpenedSurvey } from '@mainstay/survey-bank';
import { useEffect } from 'react';
import type { KeptInTab, Written } from '../answering/kept-in-tab.ts';
import { SendPage } from './sending.page.tsx';
import { ThemePage } from './theme.page.tsx';
import { WelcomePage } from './welcome.page.tsx';

/** What the pages from the welcome to sending need. */
export interface AnsweringPagesProps {
  readonly survey: OpenedSurvey;
  readonly kept: KeptInTab;
  readonly onKeep: (kept: KeptInTab) => void;
  /** Starts: gets the credential, and then goes to the first questions. */
  readonly onStart: () => void;
  readonly onSend: () => void;
}

/** Welcome, a page for each part, and sending. The browser's own way back goes a page back. */
export function AnsweringPages({ survey, kept, onKeep, onStart, onSend }: AnsweringPagesProps) {
  const { parts } = survey.questionnaire;
  const step = kept.credential ? Math.min(Math.max(0, kept.step), parts.length + 1) : 0;
  useEffect(() => {
    const returned = (event: PopStateEvent) => onKeep({ ...kept, step: stepOf(event.state) });
    window.addEventListener('popstate', returned);
    return () => window.removeEventListener('popstate', returned);
  }, [kept, onKeep]);
  const go = (next: number) => {
    history.pushState({ step: next }, '');
    onKeep({ ...kept, step: next });
  };
  const part = parts[step - 1];
  if (step === 0) return <WelcomePage survey={survey} onStart={kept.credential ? () => go(1) : onStart} />;
  if (part) {
    return (
      <ThemePage
        key={part.scaleId}
        part={part}
        progress={`Page ${step} of ${parts.length}`}
        answers={kept.answers}
        onAnswer={(question, answer) => onKeep({ ...kept, answers: withAnswer(kept.answers, question, answer) })}
        onBack={() => go(step - 1)}
        onContinue={() => go(step + 1)}
      />
    );
  }
  const ids = parts.flatMap(({ questions }) => questions.map(({ id }) => id));
  return (
    <SendPage
      answered={ids.filter((id) => kept.answers[id] !== undefined).length}
      asked={ids.length}
      onBack={() => go(step - 1)}
      onSend={onSend}
    />
  );
}

/** The answers with one more, or one fewer when it was taken out again. */
function withAnswer(answers: Written, question: string, answer: string): Written {
  const { [question]: _before, ...others } = answers;
  return answer.trim() === '' ? others : { ...others, [question]: answer };
}

function stepOf(state: unknown): number {
  const { step } = (state ?? {}) as { readonly step?: unknown };
  return typeof step === 'number' ? step : 0;
}
