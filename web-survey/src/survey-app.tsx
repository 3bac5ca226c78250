import type { OpenedSurvey } from '@mainstay/survey-bank';
import { SkipLink } from '@mainstay/web-kit/parts';
import { useEffect, useState } from 'react';
import { forget, keep, readKept, type KeptInTab } from './answering/kept-in-tab.ts';
import { obtainCredential, sendAnswers } from './answering/send-answers.ts';
import { RefusedError, type SurveyService } from './answering/survey-service.ts';
import { AnsweringPages } from './pages/answering-pages.tsx';
import { LinkTroublePage, troubleOf, type LinkTrouble } from './pages/link-trouble.page.tsx';
import { NotSentPage, SendingPage, ThanksPage } from './pages/sending.page.tsx';
import { SurveyPage } from './pages/survey-page.tsx';

/** What the app needs. `secret` is the link's, if the page was opened with one. */
export interface SurveyAppProps {
  readonly service: SurveyService;
  readonly secret: string | null;
  readonly store: Storage;
}

type State =
  | { readonly kind: 'opening' | 'answering' | 'sending' | 'sent' }
  | { readonly kind: 'trouble'; readonly trouble: LinkTrouble }
  | { readonly kind: 'not-sent'; readonly reason: string | null };

/** The survey, from the link to the thanks. */
export function SurveyApp({ service, secret, store }: SurveyAppProps) {
  const [kept, setKept] = useState(() => firstKept(store, secret));
  const [survey, setSurvey] = useState<OpenedSurvey | null>(null);
  const [state, setState] = useState<State>({ kind: 'opening' });

  const remember = (next: KeptInTab) => {
    keep(store, next);
    setKept(next);
  };
  const failed = (error: unknown) => setState({ kind: 'trouble', trouble: troubleOf(error) });
  const open = async () => {
    if (!kept) return setState({ kind: 'trouble', trouble: 'no-link' });
    setState({ kind: 'opening' });
    const opened = await service.open(kept.secret);
    setSurvey(opened);
    setState({ kind: 'answering' });
  };
  const start = async () => {
    if (!kept || !survey) return;
    const started = await obtainCredential({ service, survey, kept, onKeep: remember });
    history.pushState({ step: 1 }, '');
    remember({ ...started, step: 1 });
  };
  const send = async () => {
    if (!kept || !survey) return;
    setState({ kind: 'sending' });
    try {
      await sendAnswers({ service, survey, kept, onKeep: remember });
      forget(store);
      setState({ kind: 'sent' });
    } catch (error) {
      setState({ kind: 'not-sent', reason: error instanceof RefusedError ? error.message : null });
    }
  };
  useEffect(() => {
    open().catch(failed);
    // oxlint-disable-next-line react/exhaustive-deps -- the link is opened once
  }, []);

  return (
    <>
      <SkipLink />
      <header className="govuk-generic-header">
        <div className="govuk-generic-header__container govuk-width-container">
          <p className="survey-name">Mainstay</p>
        </div>
      </header>
      {state.kind === 'opening' && <OpeningPage />}
      {state.kind === 'trouble' && (
        <LinkTroublePage trouble={state.trouble} onRetry={() => void open().catch(failed)} />
      )}
      {state.kind === 'answering' && survey && kept && (
        <AnsweringPages
          survey={survey}
          kept={kept}
          onKeep={remember}
          onStart={() => void start().catch(failed)}
          onSend={() => void send()}
        />
      )}
      {state.kind === 'sending' && <SendingPage />}
      {state.kind === 'not-sent' && <NotSentPage reason={state.reason} onRetry={() => void send()} />}
      {state.kind === 'sent' && <ThanksPage />}
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
