import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ModuleRegistryError, moduleEntry, type ModuleEntry } from './module-entry.ts';

/** Keeps what was published as this version beside its files, so that a rollback brings back the entry as it was. */
export async function writeVersionRecord(modulesDir: string, entry: ModuleEntry): Promise<void> {
  await writeFile(recordPath(modulesDir, entry.id, entry.version), `${JSON.stringify(entry, null, 2)}\n`, {
    flush: true,
  });
}

/** The entry of a version as it was when it was published. Throws ModuleRegistryError when there is none. */
export async function readVersionRecord(modulesDir: string, id: string, version: string): Promise<ModuleEntry> {
  try {
    return moduleEntry.parse(JSON.parse(await readFile(recordPath(modulesDir, id, version), 'utf8')));
  } catch (error) {
    throw new ModuleRegistryError(`What was published as ${id} ${version} cannot be read. Publish the module again.`, {
      cause: error,
    });
  }
}

function recordPath(modulesDir: string, id: string, version: string): string {
  return join(modulesDir, id, `${version}.json`);
}
