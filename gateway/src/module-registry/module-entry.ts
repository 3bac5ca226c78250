import { z } from 'zod';

const moduleId = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, 'must be lower-case letters, digits and hyphens');
const pagePath = z.string().regex(/^\/[a-z0-9][a-z0-9/-]*$/, 'must be a path such as `/la`');

/** Paths that the gateway answers itself; no module can live there. */
const reservedPaths = new Set([
  '/assets',
  '/demonstration',
  '/graphql',
  '/health',
  '/modules',
  '/oidc',
  '/session',
  '/sign-in',
  '/sign-out',
  '/signed-out',
  '/uploads',
]);

/** What a web module says of itself: its `module.json`. */
export const moduleDescription = z.object({
  /** Stable identifier; also the folder below `/modules`. */
  id: moduleId,
  /** The name it is federated under, e.g. `mod_la`. */
  name: z.string().regex(/^[a-z_][a-z0-9_]*$/i),
  /** The title people read. */
  title: z.string().min(1),
  /** Where its pages begin, e.g. `/la`. */
  path: pagePath.refine((path) => !reservedPaths.has(`/${path.split('/')[1]}`), 'is a path of the gateway'),
  /** The name it exposes to the shell, e.g. `module`. */
  expose: z.string().min(1),
  /** Entries of the shell's navigation; `covers` are further paths whose pages belong to an entry. */
  navigation: z.array(
    z.object({ label: z.string().min(1), path: pagePath, covers: z.array(pagePath).readonly().exactOptional() }),
  ),
  /** Whose navigation it belongs to. */
  audiences: z.array(z.enum(['la', 'practice', 'inspector'])).min(1),
  /** What it needs of the shell, e.g. the version of `kit`. */
  needs: z.record(z.string(), z.string()),
});

/** One module as the registry names it. Files are relative to the folder of `entry`. */
export const moduleEntry = moduleDescription.extend({
  /** The live version: `<package version>-<8 hex of the content's hash>`. */
  version: z.string().min(1),
  /** Versions that were live before, the latest first; their files are kept. */
  previousVersions: z.array(z.string()),
  /** Versions that were rolled back; they are not published again by themselves. */
  withdrawnVersions: z.array(z.string()),
  /** Address of the manifest that Module Federation reads. */
  entry: z.string().min(1),
  /** SHA-384 of every script and style sheet. */
  integrity: z.record(z.string(), z.string()),
  /** Scripts that a page of this module needs first. */
  preload: z.array(z.string()),
});

/** The registry: which version of each module is live. */
export const moduleRegistry = z.object({ modules: z.array(moduleEntry) });

export type ModuleDescription = z.infer<typeof moduleDescription>;
export type ModuleEntry = z.infer<typeof moduleEntry>;
export type ModuleRegistry = z.infer<typeof moduleRegistry>;

/** The module could not be published or rolled back; the message says what to do. */
export class ModuleRegistryError extends Error {
  override readonly name = 'ModuleRegistryError';
}
