import { federation } from '@module-federation/vite';
import react from '@vitejs/plugin-react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, UserConfig } from 'vite';
import { sharedDependencies } from './shared-dependencies.ts';

/** What a module says of itself in `module.json`: the registry's entry, before the publisher adds version and hashes. */
export interface WebModuleManifest {
  readonly id: string;
  /** Its name in the federation: `mod_<id>`. */
  readonly name: string;
  readonly title: string;
  /** Where the shell mounts it, e.g. `/la`. */
  readonly path: string;
  readonly expose: string;
  readonly navigation: readonly {
    readonly label: string;
    readonly path: string;
    /** Further paths whose pages belong to the entry. */
    readonly covers?: readonly string[];
  }[];
  readonly audiences: readonly string[];
  readonly needs: { readonly kit: string };
}

/**
 * Vite's configuration of a web module: everything but its `module.json`.
 *
 * The build does not know the address it will be served from (`base: './'`), because each version gets a folder of its own.
 */
export function webModuleBuild(root: string): UserConfig {
  const module = JSON.parse(readFileSync(join(root, 'module.json'), 'utf8')) as WebModuleManifest;
  return {
    root,
    base: './',
    cacheDir: '.vite-cache',
    plugins: [
      react(),
      federation({
        name: module.name,
        filename: 'remoteEntry-[hash].js',
        manifest: true,
        dts: false,
        exposes: { [`./${module.expose}`]: './src/module.tsx' },
        shareStrategy: 'loaded-first',
        shared: sharedDependencies('module'),
        // The module consumes no other and uses the shell's runtime: without these it carries 20 kB of its own.
        disableRemote: true,
        disableSnapshot: true,
        experiments: { externalRuntime: true },
      }),
      useSharedWhole(root),
      emitJson(root, 'operations.json', 'src/generated/operations.json'),
      emitJson(root, 'module.json', 'module.json'),
    ],
    css: styleOptions,
    // One file for a worker: the policy that comes with it lets it fetch nothing, further scripts included.
    worker: { format: 'es', rolldownOptions: { output: { codeSplitting: false } } },
    build: { target: 'es2022', modulePreload: { polyfill: false }, rollupOptions: { input: {} } },
  };
}

/** How style sheets are read: GOV.UK Frontend needs both options. */
export const styleOptions: NonNullable<UserConfig['css']> = {
  // GOV.UK Frontend holds a media query for Internet Explorer that the minifier refuses.
  lightningcss: { errorRecovery: true },
  preprocessorOptions: { scss: { quietDeps: true } },
};

/**
 * Has the module use the shared packages whole.
 *
 * The federation plugin offers a module only those names of a shared package that it uses, and takes the module to be
 * read through when nothing was parsed for 10 ms: on a busy machine that is too early, and the build fails with
 * "Missing export" for names that are there. Who uses a package whole is offered every name.
 */
function useSharedWhole(root: string): Plugin {
  const entry = join(root, 'src', 'module.tsx');
  const names = Object.keys(sharedDependencies('module'));
  const imports = names.map((name, index) => `import * as shared${index} from '${name}';`);
  const code = [...imports, `export const shared = [${names.map((_name, index) => `shared${index}`).join(', ')}];`];
  return {
    name: 'use-shared-whole',
    apply: 'build',
    enforce: 'pre',
    transform: (source, id) => (id === entry ? { code: [source, ...code].join('\n'), map: null } : undefined),
  };
}

/** Copies a file of the package into its build under `name`. */
export function emitJson(root: string, name: string, file: string): Plugin {
  return {
    name: `emit-${name}`,
    apply: 'build',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: name, source: readFileSync(join(root, file), 'utf8') });
    },
  };
}
