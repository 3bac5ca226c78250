import { fetchSession, Header, SessionProvider, type Session } from '@mainstay/web-kit';
import { useEffect, useState } from 'react';
import { Pane } from './pages/pane.tsx';
import { UnavailablePage } from './pages/unavailable.page.tsx';
import { moduleRegistry } from './modules/module-registry.ts';
import { Shell } from './shell.tsx';

type State = { at: 'asking' } | { at: 'answered'; session: Session } | { at: 'failed' };

/** Finds out who is there and which modules there are, then draws the shell. */
export function SignedIn() {
  const [state, setState] = useState<State>({ at: 'asking' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const tell = (next: State) => isCurrent && setState(next);
    Promise.all([fetchSession(), moduleRegistry.ready()]).then(
      ([session]) => tell({ at: 'answered', session }),
      () => tell({ at: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [attempt]);
  if (state.at === 'answered') {
    return (
      <SessionProvider session={state.session}>
        <Shell />
      </SessionProvider>
    );
  }
  return (
    <>
      <Header viewer={null} />
      {state.at === 'asking' ? <Pane what="Mainstay" /> : <UnavailablePage onRetry={() => setAttempt(attempt + 1)} />}
    </>
  );
}
