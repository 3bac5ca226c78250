import { styleOptions } from '@mainstay/web-kit/web-module-build';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  cacheDir: '.vite-cache',
  base: '/survey/',
  plugins: [react()],
  css: styleOptions,
  build: { target: 'es2022', modulePreload: { polyfill: false } },
});
