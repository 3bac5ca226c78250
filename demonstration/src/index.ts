export {
  DEMONSTRATION_LA,
  demonstrationAuthorities,
  type DemonstrationAuthority,
  type HostedPractice,
} from './authorities.ts';
export {
  buildWorld,
  type ContractsRows,
  type Governance,
  type MadeUpPostcode,
  type ReturnFiles,
  type WorkforceRows,
  type World,
  type WorldOptions,
} from './world.ts';
