import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { builtFiles, integrityOfAll } from './built-files.ts';
import { ModuleRegistryError, type ModuleEntry, type ModuleRegistry } from './module-entry.ts';
import { changeRegistry, readRegistry } from './registry-file.ts';
import { readVersionRecord } from './version-record.ts';

/** The modules that are live, by id. */
export async function listModules(modulesDir: string): Promise<readonly ModuleEntry[]> {
  return (await readRegistry(modulesDir)).modules;
}

/**
 * Makes the version live that was live before the present one, and answers it. The version rolled back is kept, and
 * only an explicit publishing brings it back. Throws ModuleRegistryError when there is no earlier version, or when its
 * files are not those that were published.
 */
export async function rollbackModule(modulesDir: string, id: string): Promise<ModuleEntry> {
  await changeRegistry(modulesDir, async (registry) => {
    const entry = await entryBefore(modulesDir, presentEntry(registry, id));
    return { modules: registry.modules.map((other) => (other.id === id ? entry : other)) };
  });
  return presentEntry(await readRegistry(modulesDir), id);
}

function presentEntry({ modules }: ModuleRegistry, id: string): ModuleEntry {
  const entry = modules.find((candidate) => candidate.id === id);
  if (entry) return entry;
  const known = modules.map((candidate) => candidate.id).join(', ') || 'none';
  throw new ModuleRegistryError(`No module ${id} is published. Known: ${known}.`);
}

async function entryBefore(modulesDir: string, present: ModuleEntry): Promise<ModuleEntry> {
  const [version, ...previousVersions] = present.previousVersions;
  if (version === undefined) throw new ModuleRegistryError(`${present.id} has no earlier version to go back to.`);
  const published = await readVersionRecord(modulesDir, present.id, version);
  const integrity = integrityOfAll(await builtFiles(join(modulesDir, present.id, version)));
  if (!isDeepStrictEqual(integrity, published.integrity)) {
    throw new ModuleRegistryError(`The files of ${present.id} ${version} were changed after it was published.`);
  }
  return { ...published, previousVersions, withdrawnVersions: [present.version, ...present.withdrawnVersions] };
}
