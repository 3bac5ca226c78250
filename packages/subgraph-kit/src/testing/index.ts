export { aViewer } from './a-viewer.ts';
export { moduleFaults } from './conventions.ts';
export {
  startTestDatabase,
  TEST_CLOCK,
  TEST_SECRET,
  type TestDatabase,
  type TestDatabaseOptions,
} from './test-database.ts';
export { unguardedTables } from './unguarded-tables.ts';
