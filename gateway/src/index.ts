export { auditSettings, proxySettings } from './environment.ts';
export { createGateway } from './gateway.ts';
export type { AuditSettings, Gateway, GatewayOptions } from './gateway-options.ts';
export { defaultLimits, type Limits } from './graph/limits.ts';
export {
  demonstrationAccounts,
  type DemonstrationAccount,
  type DemonstrationHome,
} from './identity/demonstration-accounts.ts';
export type { OidcSettings } from './identity/oidc-configuration.ts';
export type { SubgraphAddress } from './subgraphs/http.subgraph.ts';
export { openGatewayDatabase, type OpenGatewayDatabaseOptions } from './own-graph/index.ts';
