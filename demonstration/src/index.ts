export {
  DEMONSTRATION_LA,
  demonstrationAuthorities,
  demonstrationInspection,
  demonstrationWorkers,
  type DemonstrationAuthority,
  type HostedPractice,
} from './authorities.ts';
export { censusFiles, type CensusFileOfWorld } from './censuses.ts';
export { syntheticNote, writeProviderList } from './settings.ts';
export { buildWorld, type WorldOptions } from './world.ts';
export type { ContractsRows, Governance, MadeUpPostcode, ReturnFiles, WorkforceRows, World } from './world-rows.ts';
