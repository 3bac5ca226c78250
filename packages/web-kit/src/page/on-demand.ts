import { lazy, type ComponentType, type LazyExoticComponent } from 'react';

/**
 * A page, or a large part of one, whose script comes when it is first drawn.
 *
 * @example
 * const ReturnsPage = onDemand(async () => (await import('./returns/returns.page.tsx')).ReturnsPage);
 */
export function onDemand<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: await load() }));
}
