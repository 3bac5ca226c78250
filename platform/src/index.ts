export { loadDemonstration } from './demonstration.ts';
export { EnvironmentError, readEnvironment, type Environment } from './environment.ts';
export { openSubgraphs, type Subgraphs, type SubgraphsOptions } from './one-process.ts';
export { startPlatform, type Platform, type PlatformOptions } from './start-platform.ts';
export { publishBuiltModules, shellDir } from './web-builds.ts';
