import { z } from 'zod';
import type { BuiltFile } from './built-files.ts';

const manifest = z.object({
  metaData: z
    .object({ remoteEntry: z.object({ name: z.string(), path: z.string().default('') }) })
    .partial()
    .optional(),
  exposes: z
    .array(z.object({ name: z.string(), assets: z.object({ js: z.object({ sync: z.array(z.string()) }) }) }))
    .default([]),
});

/**
 * The scripts that a page of the module needs first, out of the manifest that Module Federation's build writes: the
 * entry and what is exposed as `expose`. Files that the build does not hold are left out.
 */
export function preloadOf(files: readonly BuiltFile[], expose: string): string[] {
  const file = files.find(({ path }) => path === 'mf-manifest.json');
  const parsed = manifest.safeParse(JSON.parse(file?.content.toString() ?? '{}'));
  if (!parsed.success) return [];
  const entry = parsed.data.metaData?.remoteEntry;
  const exposed = parsed.data.exposes.find(({ name }) => name === expose || name === `./${expose}`);
  const named = [...(entry ? [`${entry.path}${entry.name}`] : []), ...(exposed?.assets.js.sync ?? [])];
  const built = new Set(files.map(({ path }) => path));
  return [...new Set(named)].filter((path) => built.has(path) && path.endsWith('.js'));
}
