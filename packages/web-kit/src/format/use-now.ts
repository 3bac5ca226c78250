import { systemClock } from '@mainstay/primitives';
import { useEffect, useState } from 'react';

/** The present instant, read again every so many milliseconds. */
export function useNow(every: number): Date {
  const [now, setNow] = useState(() => systemClock.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(systemClock.now()), every);
    return () => clearInterval(timer);
  }, [every]);
  return now;
}
