import { loadDemonstration as loadChildren } from '@mainstay/children';
import { loadDemonstration as loadContracts, openDemonstrationInspection } from '@mainstay/contracts';
import { buildWorld, demonstrationInspection, type World } from '@mainstay/demonstration';
import { loadDemonstration as loadWorkforce } from '@mainstay/workforce';
import type { Subgraphs } from './one-process.ts';

/** Loads the synthetic world into databases that are empty, leaves others alone; the inspection moves with the day. */
export async function loadDemonstration(
  { databases, subgraphs }: Subgraphs,
  tell: (message: string) => void,
  build: () => World = buildWorld,
): Promise<void> {
  await openDemonstrationInspection(databases.contracts, demonstrationInspection);
  const [held] = await databases.children.owner((db) => db.query('SELECT 1 FROM return_table LIMIT 1'));
  if (held) return;
  tell('Making the synthetic demonstration data …');
  const world = build();
  await loadContracts(databases.contracts, world.contracts);
  await loadWorkforce(databases.workforce, world.workforce);
  await subgraphs.children.catchUp();
  await loadChildren({ database: databases.children }, world.children, tell);
}
