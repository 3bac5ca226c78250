import { sharedDependencies } from '@mainstay/web-kit/shared-dependencies';
import { emitJson, styleOptions } from '@mainstay/web-kit/web-module-build';
import { federation } from '@module-federation/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { preloadShell } from './preload-shell.ts';

export default defineConfig({
  cacheDir: '.vite-cache',
  // The gateway puts a fresh nonce here in every answer.
  html: { cspNonce: '__CSP_NONCE__' },
  plugins: [
    react(),
    federation({
      name: 'web_shell',
      // No module is known to the build: the registry names them when the page is opened.
      remotes: {},
      manifest: false,
      dts: false,
      // In the entry script, not in a script of its own: one request less.
      hostInitInjectLocation: 'entry',
      shareStrategy: 'loaded-first',
      shared: sharedDependencies('shell'),
      // Entries are loaded by address; nothing reads a manifest, so the part of the runtime that does is left out.
      disableSnapshot: true,
      experiments: { provideExternalRuntime: true },
    }),
    preloadShell(),
    emitJson(import.meta.dirname, 'operations.json', 'src/generated/operations.json'),
  ],
  css: styleOptions,
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});
