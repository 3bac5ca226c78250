export { ModuleRegistryError, type ModuleEntry, type ModuleRegistry } from './module-entry.ts';
export { publishModule, publishModuleIfNew, type Published } from './publish.ts';
export { listModules, rollbackModule } from './rollback.ts';
