export { aViewer } from './a-viewer.ts';
export { startTestDatabase, TEST_SECRET, type TestDatabaseOptions } from './test-database.ts';
