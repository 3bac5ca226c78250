import { systemClock } from '@mainstay/primitives';
import { useEffect, useState } from 'react';
import { NotificationBanner } from '../../components/notices.tsx';
import { useLocation } from '../../routing/router.tsx';

/** How long a notice waits for the page that shows it, in milliseconds: whoever went elsewhere is told no more. */
const WAITS = 10_000;

let left: { readonly words: string; readonly at: number } | null = null;

/** Leaves words for the page that a form leads on to; none where they are empty. */
export function leaveNotice(words: string): void {
  left = words === '' ? null : { words, at: systemClock.now().getTime() };
}

/** What the form before this page left to say, once. */
export function LeftNotice() {
  const { search } = useLocation();
  const [first] = useState(search);
  const [words] = useState(() => (left && systemClock.now().getTime() - left.at < WAITS ? left.words : null));
  useEffect(() => {
    left = null;
  }, []);
  return words === null || search !== first ? null : <NotificationBanner isSuccess heading={words} />;
}
