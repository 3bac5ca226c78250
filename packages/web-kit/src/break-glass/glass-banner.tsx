import { useState } from 'react';
import { Banner } from '../frame/banners.tsx';
import type { GlassFragment } from '../generated/operations.ts';
import { minutesLeftInWords } from './glass-time.ts';

/** Stands over every page under a broken glass: whose record, how long still, and how to end it. */
export function GlassBanner(props: {
  readonly glass: GlassFragment;
  readonly now: Date;
  /** Ends the glass. Throws an error with words that may be shown. */
  readonly onEnd: () => Promise<void>;
}) {
  const { glass, now, onEnd } = props;
  const [state, setState] = useState<{ isEnding: boolean; error: string | null }>({ isEnding: false, error: null });
  const end = () => {
    setState({ isEnding: true, error: null });
    onEnd().catch((cause: Error) => setState({ isEnding: false, error: cause.message }));
  };
  return (
    <Banner kind="glass" tag="Break-glass">
      The record of child {glass.childLocalId} is open to you, to read only:{' '}
      <strong role="timer">{minutesLeftInWords(glass.until, now)}</strong>. What you look at is recorded, and somebody
      else reviews it.{' '}
      <button type="button" className="mainstay-banner__button" disabled={state.isEnding} onClick={end}>
        End it now
      </button>
      {state.error && (
        <span role="alert" className="mainstay-banner__error">
          {state.error}
        </span>
      )}
    </Banner>
  );
}
