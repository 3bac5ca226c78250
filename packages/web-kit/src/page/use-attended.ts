import { useEffect, useState, useSyncExternalStore } from 'react';

/** Milliseconds without a key or a touch after which nobody is taken to be at the page. */
const AWAY_AFTER = 10 * 60_000;
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/**
 * True while the page is in sight and somebody is at it. What a page asks by itself it asks only then: otherwise a page
 * left open would keep its session alive for ever.
 */
export function useAttended(): boolean {
  const isVisible = useSyncExternalStore(watchVisibility, () => document.visibilityState === 'visible');
  const [isNear, setNear] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setNear(false), AWAY_AFTER);
    const sign = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setNear(false), AWAY_AFTER);
      setNear(true);
    };
    for (const name of signs) document.addEventListener(name, sign, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const name of signs) document.removeEventListener(name, sign);
    };
  }, []);
  return isVisible && isNear;
}

function watchVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}
