import { useEffect } from 'react';
import type { KeptInTab } from '../answering/kept-in-tab.ts';
import type { Survey } from '../survey.ts';
import { SendPage } from './sending.page.tsx';
import { ThemePage } from './theme.page.tsx';
import { WelcomePage } from './welcome.page.tsx';

/** What the pages from the welcome to sending need. */
export interface AnsweringPagesProps {
  readonly survey: Survey;
  readonly kept: KeptInTab;
  readonly onKeep: (kept: KeptInTab) => void;
  readonly onSend: () => void;
}

/** Welcome, a page for each theme, and sending. The browser's own way back goes a page back. */
export function AnsweringPages({ survey, kept, onKeep, onSend }: AnsweringPagesProps) {
  const last = survey.themes.length + 1;
  const step = Math.min(Math.max(0, kept.step), last);
  useEffect(() => {
    history.replaceState({ step }, '');
    // oxlint-disable-next-line react/exhaustive-deps -- what was first shown is where the browser's history begins
  }, []);
  useEffect(() => {
    const returned = (event: PopStateEvent) => onKeep({ ...kept, step: stepOf(event.state) });
    window.addEventListener('popstate', returned);
    return () => window.removeEventListener('popstate', returned);
  }, [kept, onKeep]);
  const go = (next: number) => {
    history.pushState({ step: next }, '');
    onKeep({ ...kept, step: next });
  };
  const theme = survey.themes[step - 1];
  if (step === 0) return <WelcomePage survey={survey} onStart={() => go(1)} />;
  if (theme) {
    return (
      <ThemePage
        key={theme.code}
        theme={theme}
        progress={`Page ${step} of ${survey.themes.length}`}
        answers={kept.answers}
        onAnswer={(code, answer) => onKeep({ ...kept, answers: answered(kept.answers, code, answer) })}
        onBack={() => go(step - 1)}
        onContinue={() => go(step + 1)}
      />
    );
  }
  const codes = survey.themes.flatMap(({ questions }) => questions.map(({ code }) => code));
  return (
    <SendPage
      answered={codes.filter((code) => kept.answers[code] !== undefined).length}
      asked={codes.length}
      onBack={() => go(step - 1)}
      onSend={onSend}
    />
  );
}

/** The answers with one more, or one fewer when it was taken out again. */
function answered(answers: KeptInTab['answers'], code: string, answer: string): KeptInTab['answers'] {
  const { [code]: _before, ...others } = answers;
  return answer.trim() === '' ? others : { ...others, [code]: answer };
}

function stepOf(state: unknown): number {
  const { step } = (state ?? {}) as { readonly step?: unknown };
  return typeof step === 'number' ? step : 0;
}
