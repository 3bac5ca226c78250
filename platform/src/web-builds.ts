import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publishModuleIfNew } from '@mainstay/gateway/module-registry';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** The folder of the built shell. */
export const shellDir = join(root, 'web-shell', 'dist');

/** The modules that come with the platform, in the order of the navigation. */
const modules = ['la', 'swp', 'ofsted'] as const;

/** Publishes the modules that were built since they were published last. */
export async function publishBuiltModules(modulesDir: string): Promise<void> {
  for (const id of modules) {
    const folder = join(root, 'web-modules', id);
    if (existsSync(join(folder, 'dist'))) await publishModuleIfNew(modulesDir, folder);
  }
}
