import { listModules, ModuleRegistryError, publishModule, rollbackModule } from '@mainstay/gateway/module-registry';
import { readOptions } from '../options.ts';
import { Refusal, UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

/** `module publish`: makes a built module the live version; no shell is rebuilt, no server restarted. */
export const modulePublish: Command = {
  words: ['module', 'publish'],
  usage: 'module publish <folder of the module, e.g. web-modules/la>',
  summary: 'Publishes the built module (its dist folder) as the live version.',
  async run(words, { environment }) {
    const [folder] = readOptions(words, []).positionals;
    if (!folder) throw new UsageError('Name the module’s folder.');
    const { entry, isNew } = await refusing(publishModule(environment.modulesDir, folder));
    console.log(`${entry.id} ${entry.version} ${isNew ? 'is live' : 'was live already'}.`);
    return 0;
  },
};

/** `module list`: which versions are live, and which can be gone back to. */
export const moduleList: Command = {
  words: ['module', 'list'],
  usage: 'module list',
  summary: 'Lists the published modules: the live version, then those it can be rolled back to, newest first.',
  async run(_words, { environment }) {
    for (const { id, version, previousVersions } of await listModules(environment.modulesDir)) {
      console.log([id, version, ...previousVersions].join('\t'));
    }
    return 0;
  },
};

/** `module rollback`: makes the version before the live one. */
export const moduleRollback: Command = {
  words: ['module', 'rollback'],
  usage: 'module rollback <id, e.g. la>',
  summary: 'Makes the version before the live one live again.',
  async run(words, { environment }) {
    const [id] = readOptions(words, []).positionals;
    if (!id) throw new UsageError('Name the module.');
    const entry = await refusing(rollbackModule(environment.modulesDir, id));
    console.log(`${entry.id} ${entry.version} is live.`);
    return 0;
  },
};

/** What the registry refuses is told as it is; the exit code is 1. */
async function refusing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ModuleRegistryError) throw new Refusal(error.message, { cause: error });
    throw error;
  }
}
