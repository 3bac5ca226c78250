import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * Whether what is in an element is wider than the element, kept up to date as either changes.
 *
 * Such an element scrolls, so the keyboard must be able to reach it (WCAG 2.1.1).
 */
export function useOverflow<E extends HTMLElement>(): { ref: RefObject<E | null>; isOverflowing: boolean } {
  const ref = useRef<E | null>(null);
  const [isOverflowing, setIsOverflowing] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setIsOverflowing(element.scrollWidth > element.clientWidth + 1);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  return { ref, isOverflowing };
}
