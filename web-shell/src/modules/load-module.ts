import { kitVersion, type WebModule } from '@mainstay/web-kit';
import { loadRemote, registerRemotes } from '@module-federation/runtime';
import { isServedBy } from './kit-needed.ts';
import type { ModuleEntry } from './module-entry.ts';
import { moduleRegistry } from './module-registry.ts';
import { pinScripts } from './pin-scripts.ts';
import { withTimeLimit } from './time-limit.ts';

/** Milliseconds within which a module must be there. */
const moduleTimeLimit = 5_000;
/** Milliseconds that opening another module waits for news from the registry. */
const newsTimeLimit = 2_000;

const registered = new Map<string, string>();
const loaded = new Map<string, Promise<WebModule>>();

/**
 * Opens a module: the version that the page began with, if it is the first one; otherwise the one that the registry
 * names now. A module that has changed meanwhile is opened by loading the page, which brings everything that belongs to it.
 */
export async function openModule(module: ModuleEntry): Promise<WebModule> {
  if (loaded.size > 0 && (await isOutdated(module))) {
    location.reload();
    return new Promise(() => {});
  }
  return loadModule(module, 0);
}

/**
 * Opens a module that failed once more. The attempt is a part of the address: a browser that failed to get a script does
 * not ask for the same address again.
 */
export async function reopenModule(module: ModuleEntry, attempt: number): Promise<WebModule> {
  if (await isOutdated(module)) {
    location.reload();
    return new Promise(() => {});
  }
  return loadModule(module, attempt);
}

/** True when the registry names another version now. A registry that does not answer is no reason to wait. */
async function isOutdated(module: ModuleEntry): Promise<boolean> {
  const modules = await moduleRegistry.refresh(newsTimeLimit).catch(() => []);
  const now = modules.find(({ id }) => id === module.id);
  return now !== undefined && now.version !== module.version;
}

function loadModule(module: ModuleEntry, attempt: number): Promise<WebModule> {
  const folder = folderOf(module, attempt);
  const known = loaded.get(folder);
  if (known) return known;
  const loading = withTimeLimit(load(module, folder), moduleTimeLimit);
  loaded.set(folder, loading);
  return loading;
}

async function load(module: ModuleEntry, folder: string): Promise<WebModule> {
  const neededKit = module.needs['kit'];
  if (neededKit && !isServedBy(neededKit, kitVersion)) {
    throw new Error(`It needs version ${neededKit} of the web kit; this page has ${kitVersion}.`);
  }
  if (registered.get(module.name) !== folder) {
    pinScripts(module, folder);
    const entry = folder + scriptOf(module);
    registerRemotes([{ name: module.name, entry, type: 'module' }], { force: registered.has(module.name) });
    registered.set(module.name, folder);
  }
  const remote = await loadRemote<{ default?: WebModule }>(`${module.name}/${module.expose}`);
  if (!remote?.default?.Page) throw new Error('It has no page to show.');
  return remote.default;
}

/**
 * The address of a module's folder: `…/modules/la/1.0.0-ab/`, and `…/modules/la/1.0.0-ab/~1/` for the first retry, where
 * the gateway serves the same files.
 */
function folderOf({ entry }: Pick<ModuleEntry, 'entry'>, attempt: number): string {
  return new URL(attempt === 0 ? './' : `./~${attempt}/`, new URL(entry, location.href)).href;
}

/** The script that the federation begins with. It is asked for directly: its manifest would be one more request. */
function scriptOf({ integrity }: ModuleEntry): string {
  const script = Object.keys(integrity).find((file) => /^remoteEntry[^/]*\.js$/.test(file));
  if (!script) throw new Error('The registry names no entry for it.');
  return script;
}
