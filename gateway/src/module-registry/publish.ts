import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { builtFiles, contentHash, integrityOfAll, type BuiltFile } from './built-files.ts';
import { ModuleRegistryError, moduleDescription, type ModuleEntry, type ModuleRegistry } from './module-entry.ts';
import { preloadOf } from './preload.ts';
import { changeRegistry, readRegistry } from './registry-file.ts';
import { writeVersionRecord } from './version-record.ts';

/** What came of publishing a module. */
export interface Published {
  readonly entry: ModuleEntry;
  /** False when this very build was live already. */
  readonly isNew: boolean;
}

interface Build {
  readonly entry: ModuleEntry;
  readonly files: readonly BuiltFile[];
}

/**
 * Publishes the module built in `folder` (with its `module.json`, `package.json` and `dist/`): copies the build to a
 * folder of its own, which is never changed again, and makes it live.
 * Throws ModuleRegistryError when the build is not complete, or does not fit the modules that are there.
 */
export async function publishModule(modulesDir: string, folder: string): Promise<Published> {
  return publish(modulesDir, await readBuild(folder));
}

/**
 * The same for a start of the platform: leaves everything as it is when this build is live already, or was rolled back
 * on purpose; then the answer is null.
 */
export async function publishModuleIfNew(modulesDir: string, folder: string): Promise<Published | null> {
  const build = await readBuild(folder);
  const live = (await readRegistry(modulesDir)).modules.find((entry) => entry.id === build.entry.id);
  const isKnown = live?.version === build.entry.version || live?.withdrawnVersions.includes(build.entry.version);
  return isKnown ? null : publish(modulesDir, build);
}

async function publish(modulesDir: string, build: Build): Promise<Published> {
  let published: Published = { entry: build.entry, isNew: false };
  await changeRegistry(modulesDir, async (registry) => {
    refuseClash(registry, build.entry);
    await keepFiles(join(modulesDir, build.entry.id, build.entry.version), build);
    const live = registry.modules.find((entry) => entry.id === build.entry.id);
    if (live?.version === build.entry.version) {
      published = { entry: live, isNew: false };
      return registry;
    }
    const entry = { ...build.entry, ...historyAfter(live, build.entry.version) };
    await writeVersionRecord(modulesDir, entry);
    published = { entry, isNew: true };
    const others = registry.modules.filter((other) => other.id !== entry.id);
    return { modules: [...others, entry].toSorted((a, b) => a.id.localeCompare(b.id)) };
  });
  return published;
}

function historyAfter(live: ModuleEntry | undefined, version: string) {
  if (!live) return { previousVersions: [], withdrawnVersions: [] };
  return {
    previousVersions: [live.version, ...live.previousVersions].filter((previous) => previous !== version),
    withdrawnVersions: live.withdrawnVersions.filter((withdrawn) => withdrawn !== version),
  };
}

async function readBuild(folder: string): Promise<Build> {
  const description = parseDescription(await readText(folder, 'module.json'));
  const { version: packageVersion } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readText(folder, 'package.json')));
  await readText(folder, 'dist/mf-manifest.json');
  await readText(folder, 'dist/operations.json');
  const files = await builtFiles(join(folder, 'dist'));
  const hash = contentHash([...files, { path: '../module.json', content: Buffer.from(JSON.stringify(description)) }]);
  const version = `${packageVersion}-${hash.slice(0, 8)}`;
  const entry: ModuleEntry = {
    ...description,
    version,
    previousVersions: [],
    withdrawnVersions: [],
    entry: `/modules/${description.id}/${version}/mf-manifest.json`,
    integrity: integrityOfAll(files),
    preload: preloadOf(files, description.expose),
  };
  return { entry, files };
}

function parseDescription(text: string) {
  const parsed = moduleDescription.safeParse(JSON.parse(text));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  throw new ModuleRegistryError(`module.json is not right: ${faults}.`);
}

async function readText(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    const isBuilt = name.startsWith('dist/');
    throw new ModuleRegistryError(
      `There is no ${name} in ${folder}.${isBuilt ? ' Build the module first: npm run build.' : ''}`,
    );
  }
}

function refuseClash({ modules }: ModuleRegistry, entry: ModuleEntry): void {
  const clash = modules.find(
    (other) => other.id !== entry.id && (other.path === entry.path || other.name === entry.name),
  );
  if (!clash) return;
  const what = clash.path === entry.path ? `path ${entry.path}` : `name ${entry.name}`;
  throw new ModuleRegistryError(`The ${what} belongs to the module ${clash.id}. Choose another in module.json.`);
}

/** Copies the build to where it stays. A folder that is there already must hold the same, or somebody changed it. */
async function keepFiles(target: string, { files, entry }: Build): Promise<void> {
  if (
    await stat(target).then(
      () => true,
      () => false,
    )
  ) {
    if (contentHash(await builtFiles(target)) === contentHash(files)) return;
    throw new ModuleRegistryError(
      `${entry.id} ${entry.version} was changed after it was published. Remove ${target} and publish again.`,
    );
  }
  const draft = join(dirname(target), `.${entry.version}.${randomUUID()}`);
  try {
    for (const file of files) {
      const path = join(draft, file.path);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.content);
    }
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
