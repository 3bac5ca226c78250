import type { demonstrationProvider } from './demonstration-provider.ts';

/**
 * Loads the demonstration's provider, which production never does. The library warns of every release of Node that is
 * not marked as long-term support; which release Mainstay runs on is decided elsewhere, so that warning is left out.
 */
export async function loadDemonstrationProvider(): Promise<typeof demonstrationProvider> {
  /* oxlint-disable no-console -- the library writes to the console; nothing else can be done about it */
  const { warn } = console;
  console.warn = (...words: unknown[]) => {
    if (!String(words[0]).includes('oidc-provider WARNING: Unsupported runtime')) warn(...words);
  };
  try {
    return (await import('./demonstration-provider.ts')).demonstrationProvider;
  } finally {
    console.warn = warn;
  }
  /* oxlint-enable no-console */
}
