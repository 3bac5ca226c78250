export { aViewer } from './a-viewer.ts';
export { moduleFaults, tableFaults } from './conventions.ts';
export {
  startTestDatabase,
  TEST_CLOCK,
  TEST_SECRET,
  type TestDatabase,
  type TestDatabaseOptions,
} from './test-database.ts';
