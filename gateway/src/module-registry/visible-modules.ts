import type { ModuleEntry } from './module-entry.ts';
import type { Publication } from './published-modules.ts';

/** A module as pages get to see it. */
export interface VisibleModule extends Omit<ModuleEntry, 'withdrawnVersions'> {
  /** SHA-384 of its manifest: the browser checks scripts by itself, the shell checks this. */
  readonly manifestIntegrity?: string;
}

/** The modules that an audience can use; all of them when nobody is signed in. Their files are open to everybody. */
export function visibleModules({ modules, manifestIntegrity }: Publication, audience: string | null): VisibleModule[] {
  const usable = modules.filter(({ audiences }) => audience === null || audiences.some((one) => one === audience));
  return usable.map(({ withdrawnVersions: _withdrawn, ...entry }) => {
    const hash = manifestIntegrity[entry.entry];
    return hash === undefined ? entry : { ...entry, manifestIntegrity: hash };
  });
}
