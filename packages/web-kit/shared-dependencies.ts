/**
 * The packages of which a page holds one copy, the shell's, whatever a module was built with.
 *
 * Few on purpose: a shared package is shipped whole. What else the pages need, they reach through `@mainstay/web-kit`.
 */
const sharedPackages = [
  ['react', '^19.3.0'],
  ['@mainstay/web-kit', '^0.1.0'],
] as const;

/** How one package is shared. */
export interface SharedDependency {
  readonly singleton: true;
  /** A module that needs another version fails alone and says so, instead of running with the wrong one. */
  readonly strictVersion: true;
  readonly requiredVersion: string;
  /** A module carries no copy of its own. */
  readonly import?: false;
  /** The shell brings it along with its first script: nothing can be drawn without it. */
  readonly eager?: true;
}

/** The `shared` option of the federation plugin: the shell brings the packages, a module carries no copy of them. */
export function sharedDependencies(role: 'shell' | 'module'): Record<string, SharedDependency> {
  const shared = ([name, requiredVersion]: readonly [string, string]): [string, SharedDependency] => [
    name,
    {
      singleton: true,
      strictVersion: true,
      requiredVersion,
      ...(role === 'module' ? { import: false } : { eager: true }),
    },
  ];
  return Object.fromEntries(sharedPackages.map(shared));
}
