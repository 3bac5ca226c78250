import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ModuleRegistryError, moduleRegistry, type ModuleRegistry } from './module-entry.ts';

const registryName = 'registry.json';
const lockName = 'registry.lock';
const lockGoesStaleAfterMs = 30_000;
const waitForLockMs = 10_000;

/** Reads the registry; an empty one when nothing was published yet. Throws when the file is damaged. */
export async function readRegistry(modulesDir: string): Promise<ModuleRegistry> {
  let text: string;
  try {
    text = await readFile(join(modulesDir, registryName), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { modules: [] };
    throw error;
  }
  return moduleRegistry.parse(JSON.parse(text));
}

/**
 * Changes the registry under a lock: other processes wait, readers see the old or the new one, never half of it.
 * `change` answers the new registry, or the same object to leave it as it is.
 */
export async function changeRegistry(
  modulesDir: string,
  change: (registry: ModuleRegistry) => Promise<ModuleRegistry>,
): Promise<void> {
  await mkdir(modulesDir, { recursive: true });
  const lock = join(modulesDir, lockName);
  await takeLock(lock);
  try {
    const before = await readRegistry(modulesDir);
    const after = await change(before);
    if (after === before) return;
    const draft = join(modulesDir, `.${registryName}.${randomUUID()}`);
    await writeFile(draft, `${JSON.stringify(moduleRegistry.parse(after), null, 2)}\n`, { flush: true });
    await rename(draft, join(modulesDir, registryName));
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  for (let waited = 0; waited < waitForLockMs; waited += 50) {
    try {
      await (await open(lock, 'wx')).close();
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    await dropStaleLock(lock);
    await delay(50);
  }
  throw new ModuleRegistryError('Another process is publishing a module. Wait until it is done and try again.');
}

/** A process that was killed leaves its lock behind. */
async function dropStaleLock(lock: string): Promise<void> {
  const age = await stat(lock).then(
    (found) => performance.timeOrigin + performance.now() - found.mtimeMs,
    () => 0,
  );
  if (age > lockGoesStaleAfterMs) await rm(lock, { force: true });
}
