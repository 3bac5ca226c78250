import {
  loadDemonstration as loadChildren,
  loadDemonstrationRecords,
  loadDemonstrationSafeguards,
} from '@mainstay/children';
import { loadDemonstration as loadContracts, openDemonstrationInspection } from '@mainstay/contracts';
import {
  buildWorld,
  censusFiles,
  demonstrationAuthorities,
  demonstrationInspection,
  type World,
} from '@mainstay/demonstration';
import { systemClock } from '@mainstay/primitives';
import {
  loadDemonstration as loadWorkforce,
  loadDemonstrationCensuses,
  loadDemonstrationSurveys,
  loadDemonstrationSupport,
  loadReferenceFigures,
} from '@mainstay/workforce';
import type { Subgraphs } from './one-process.ts';

/**
 * Loads the synthetic world into databases that are empty, leaves others alone; the inspection moves with the day. What
 * is recorded of the children of one authority, and what shows who may see a child, comes to a demonstration that was
 * loaded before there was any of it, too.
 */
export async function loadDemonstration(
  opened: Subgraphs,
  tell: (message: string) => void,
  build: () => World = buildWorld,
): Promise<void> {
  const { databases } = opened;
  await openDemonstrationInspection(databases.contracts, demonstrationInspection);
  const [held] = await databases.children.owner((db) => db.query('SELECT 1 FROM return_table LIMIT 1'));
  if (!held) await loadWorld(opened, tell, build);
  const { laCode, name } = demonstrationInspection;
  await loadReferenceFigures(databases.workforce);
  await loadDemonstrationSurveys({ database: databases.workforce, clock: systemClock, secret: opened.secret }, laCode);
  await loadDemonstrationSupport({ database: databases.workforce, clock: systemClock }, laCode);
  await loadDemonstrationRecords({ database: databases.children, clock: systemClock }, laCode);
  await loadDemonstrationSafeguards(
    { database: databases.children, clock: systemClock },
    { laCodes: demonstrationAuthorities.map(({ code }) => code), laCode, inspectionId: `${laCode}.${name}` },
  );
}

async function loadWorld(
  { databases, subgraphs }: Subgraphs,
  tell: (message: string) => void,
  build: () => World,
): Promise<void> {
  tell('Making the synthetic demonstration data …');
  const world = build();
  await loadContracts(databases.contracts, world.contracts);
  await loadWorkforce(databases.workforce, world.workforce);
  const workforce = { database: databases.workforce, clock: systemClock };
  await loadDemonstrationCensuses(workforce, censusFiles(world.workforce));
  await subgraphs.children.catchUp();
  await loadChildren({ database: databases.children }, world.children, tell);
}
