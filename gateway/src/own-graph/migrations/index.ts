import type { Migration } from '@mainstay/subgraph-kit';

/** Every migration of the gateway's database, oldest first. */
export const migrations: readonly Migration[] = [];
