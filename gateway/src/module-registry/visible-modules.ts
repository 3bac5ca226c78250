import type { ModuleEntry } from './module-entry.ts';

/** A module as pages get to see it. */
export type VisibleModule = Omit<ModuleEntry, 'withdrawnVersions'>;

/** The modules that an audience can use; all of them when nobody is signed in. Their files are open to everybody. */
export function visibleModules(modules: readonly ModuleEntry[], audience: string | null): VisibleModule[] {
  const usable = modules.filter(({ audiences }) => audience === null || audiences.some((one) => one === audience));
  return usable.map(({ withdrawnVersions: _withdrawn, ...entry }) => entry);
}
