import type { ComponentType } from 'react';

/**
 * What a web module's `module.tsx` exports as its default: the whole contract between the shell and a module.
 *
 * It names nothing of the federation that loads it, so that the loader can be changed without touching a module.
 */
export interface WebModule {
  /** The id in its `module.json`. */
  readonly id: string;
  /** The title in the navigation. */
  readonly title: string;
  /** Draws the module: `<Routes>` with paths below the module's own path, every one ending in a `Page`. */
  readonly Page: ComponentType;
}
