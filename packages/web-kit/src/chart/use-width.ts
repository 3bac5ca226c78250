import { useLayoutEffect, useRef, useState, type RefObject } from 'react';

/**
 * The width of an element in pixels, kept up to date; `fallback` until it is in the page.
 *
 * Drawings are worked out for the width there is instead of being scaled to it, so that their text keeps its size.
 */
export function useWidth<E extends HTMLElement>(fallback: number): { ref: RefObject<E | null>; width: number } {
  const ref = useRef<E | null>(null);
  const [width, setWidth] = useState(fallback);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const measure = () => setWidth(Math.floor(element.clientWidth) || fallback);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [fallback]);
  return { ref, width };
}
