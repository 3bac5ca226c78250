import { SkipLink } from '@mainstay/web-kit/parts';
import { useEffect, useState } from 'react';
import { forget, keep, readKept, type KeptInTab } from './answering/kept-in-tab.ts';
import { waitAWhile } from './answering/random-wait.ts';
import { sendAnswers } from './answering/send-answers.ts';
import type { SurveyService } from './answering/survey-service.ts';
import { AnsweringPages } from './pages/answering-pages.tsx';
import { LinkTroublePage, type LinkTrouble } from './pages/link-trouble.page.tsx';
import { NotSentPage, SendingPage, ThanksPage, type SendingStage } from './pages/sending.page.tsx';
import { SurveyPage } from './pages/survey-page.tsx';
import type { Survey } from './survey.ts';

/** How long answers wait after their credential was signed, in milliseconds. */
export interface Pause {
  readonly least: number;
  readonly most: number;
}

/** What the app needs. `secret` is the link's, if the page was opened with one. */
export interface SurveyAppProps {
  readonly service: SurveyService;
  readonly secret: string | null;
  readonly store: Storage;
  readonly pause: Pause;
}

type State =
  | { readonly kind: 'opening' | 'not-sent' }
  | { readonly kind: 'trouble'; readonly trouble: LinkTrouble }
  | { readonly kind: 'answering' }
  | { readonly kind: 'sending'; readonly stage: SendingStage }
  | { readonly kind: 'sent' };

/** The survey, from the link to the thanks. */
export function SurveyApp({ service, secret, store, pause }: SurveyAppProps) {
  const [kept, setKept] = useState(() => firstKept(store, secret));
  const [survey, setSurvey] = useState<Survey | null>(null);
  const [state, setState] = useState<State>({ kind: 'opening' });

  const remember = (next: KeptInTab) => {
    keep(store, next);
    setKept(next);
  };
  const open = async () => {
    if (!kept) return setState({ kind: 'trouble', trouble: { kind: 'no-link' } });
    setState({ kind: 'opening' });
    const opened = await service.open(kept.secret).catch(() => ({ kind: 'unreachable' }) as const);
    if (opened.kind !== 'open') return setState({ kind: 'trouble', trouble: opened });
    setSurvey(opened.survey);
    setState({ kind: 'answering' });
  };
  const send = async () => {
    if (!kept || !survey) return;
    const outcome = await sendAnswers({
      service,
      survey,
      kept,
      onKeep: remember,
      onStage: (stage) => setState({ kind: 'sending', stage }),
      wait: () => waitAWhile(pause.least, pause.most),
    }).catch(() => null);
    if (outcome === null) return setState({ kind: 'not-sent' });
    if (outcome.kind !== 'sent') return setState({ kind: 'trouble', trouble: outcome });
    forget(store);
    setState({ kind: 'sent' });
  };
  useEffect(() => {
    void open();
    // oxlint-disable-next-line react/exhaustive-deps -- the link is opened once
  }, []);

  return (
    <>
      <SkipLink />
      <header className="govuk-generic-header">
        <div className="govuk-generic-header__container govuk-width-container">
          <p className="survey-name">Mainstay staff survey</p>
        </div>
      </header>
      {state.kind === 'opening' && <OpeningPage />}
      {state.kind === 'trouble' && <LinkTroublePage trouble={state.trouble} onRetry={() => void open()} />}
      {state.kind === 'answering' && survey && kept && (
        <AnsweringPages survey={survey} kept={kept} onKeep={remember} onSend={() => void send()} />
      )}
      {state.kind === 'sending' && <SendingPage stage={state.stage} />}
      {state.kind === 'not-sent' && <NotSentPage onRetry={() => void send()} />}
      {state.kind === 'sent' && survey && <ThanksPage organiser={survey.organiser} />}
    </>
  );
}

function OpeningPage() {
  return (
    <SurveyPage title="Staff survey">
      <p className="govuk-body" role="status">
        Opening your survey
      </p>
    </SurveyPage>
  );
}

/** What the tab keeps of this link; another link begins anew. */
function firstKept(store: Storage, secret: string | null): KeptInTab | null {
  const kept = readKept(store);
  if (secret === null || kept?.secret === secret) return kept;
  const first = { secret, answers: {}, step: 0 };
  keep(store, first);
  return first;
}
