import type { Db } from '@mainstay/subgraph-kit';

/** How long somebody waits for another's loading: an import for another import, a person for an import. */
const PATIENCE = { import: '10min', person: '15s' } as const;

/**
 * Waits until nobody else is loading an authority's returns or recording in them, and keeps all others waiting until the
 * transaction ends. Whoever compares with what is held must hold this first.
 */
export async function holdReturnsOf(
  db: Db,
  laCode: string,
  { waitingAs }: { readonly waitingAs: keyof typeof PATIENCE } = { waitingAs: 'import' },
): Promise<void> {
  await db.query(`SET LOCAL lock_timeout = '${PATIENCE[waitingAs]}'`);
  await db.query("SELECT pg_advisory_xact_lock(hashtextextended('import-903 ' || $1, 0))", [laCode]);
}
