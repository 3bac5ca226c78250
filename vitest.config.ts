import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const ignored = ['**/node_modules/**', '**/dist/**'];

// Node loads the CommonJS build of `graphql`, Vite the other one: types of the two do not mix.
const oneGraphql = { find: /^graphql$/, replacement: fileURLToPath(import.meta.resolve('graphql')) };

export default defineConfig({
  resolve: { alias: [oneGraphql] },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    exclude: ignored,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/src/**/*.test.ts', '**/src/**/*.test.tsx'],
          exclude: [...ignored, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: { name: 'db', include: ['**/*.db.test.ts'], exclude: ignored, testTimeout: 60_000, hookTimeout: 60_000 },
      },
      {
        extends: true,
        test: {
          name: 'graph',
          include: ['tests/{contract,graph,access,reliability,conventions,cli}/**/*.test.ts'],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.e2e.test.ts'],
          exclude: ignored,
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
