import type { Logger } from '@mainstay/subgraph-kit';
import type { GatewayOptions } from '../gateway-options.ts';
import { auditKeys } from './audit-keys.ts';
import { Audit } from './audit.ts';

/** Makes the audit of a gateway. Throws when a key it was given cannot be used. */
export function startAudit(o: GatewayOptions, logger: Logger): Audit {
  const { database, clock, secret } = o;
  const { signingKey, formerPublicKeys } = o.audit ?? {};
  return new Audit({ database, clock, logger, keys: auditKeys({ secret, signingKey, formerPublicKeys }) });
}
