import type { Logger } from '@mainstay/subgraph-kit';
import type { GatewayOptions } from '../gateway-options.ts';
import { auditKeys } from './audit-keys.ts';
import { AuditSealer } from './audit-sealer.ts';
import { AuditVerifier } from './audit-verifier.ts';
import { Audit } from './audit.ts';

/** The audit of a gateway, with those who seal and verify it. */
export interface RunningAudit {
  readonly audit: Audit;
  readonly verifier: AuditVerifier;
  readonly sealer: AuditSealer;
  /** Writes what is still to be written, seals it, and ends. */
  close(): Promise<void>;
}

/** Makes the audit of a gateway; its sealer is to be started. Throws when a key it was given cannot be used. */
export function startAudit(o: GatewayOptions, logger: Logger): RunningAudit {
  const { database, clock, secret } = o;
  const { signingKey, formerPublicKeys, headsDir = null } = o.audit ?? {};
  const keys = auditKeys({ secret, signingKey, formerPublicKeys });
  const audit = new Audit({ database, clock, logger, keys });
  const sealer = new AuditSealer({ database, clock, logger, keys, headsDir });
  const verifier = new AuditVerifier({ database, clock, keys, sealer, headsDir });
  const close = async () => {
    await audit.close();
    await sealer.stop();
  };
  return { audit, verifier, sealer, close };
}
