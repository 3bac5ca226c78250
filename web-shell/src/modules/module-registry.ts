import { useSyncExternalStore } from 'react';
import { readEntries, type ModuleEntry } from './module-entry.ts';

/** Milliseconds that a visitor waits for the registry. */
const PATIENCE = 5_000;

let entries: readonly ModuleEntry[] = [];
let beginning: Promise<readonly ModuleEntry[]> | null = null;
const listeners = new Set<() => void>();

/** What the gateway says is published: first as it was written into the page, later as it is then. */
export const moduleRegistry = {
  /** The registry for the first time: the page's own, or the gateway's if the page has none. */
  ready(): Promise<readonly ModuleEntry[]> {
    beginning ??= firstEntries().catch((error: unknown) => {
      beginning = null;
      throw error;
    });
    return beginning;
  },

  /** Asks the gateway again. The navigation then shows what is new. */
  async refresh(patience = PATIENCE): Promise<readonly ModuleEntry[]> {
    const response = await fetch('/registry.json', {
      cache: 'no-store',
      credentials: 'same-origin',
      signal: AbortSignal.timeout(patience),
    });
    if (!response.ok) throw new Error(`The registry could not be read (${response.status}).`);
    return keep(readEntries(await response.json()));
  },
};

/** The modules published, in the registry's order. */
export function useModules(): readonly ModuleEntry[] {
  return useSyncExternalStore(subscribe, () => entries);
}

async function firstEntries(): Promise<readonly ModuleEntry[]> {
  const inPage = document.getElementById('registry')?.textContent;
  try {
    if (inPage) return keep(readEntries(JSON.parse(inPage)));
  } catch {
    // What the page holds cannot be read: the gateway may still say it right.
  }
  return moduleRegistry.refresh();
}

function keep(next: readonly ModuleEntry[]): readonly ModuleEntry[] {
  entries = next;
  for (const listener of listeners) listener();
  return next;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
