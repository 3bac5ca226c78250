import { deriveKey } from '@mainstay/subgraph-kit';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';

/** The key pair that demonstration tokens are signed with (Ed25519). */
export interface DemonstrationKeys {
  readonly id: string;
  readonly privateJwk: JWK;
  readonly verify: JWTVerifyGetKey;
}

/** PKCS #8 before the 32 bytes of an Ed25519 private key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The demonstration's keys, always the same ones for a secret: tokens outlive a restart, and several gateways with one
 * secret take each other's.
 */
export function demonstrationKeys(secret: string): DemonstrationKeys {
  const seed = deriveKey(secret, 'demonstration-signing');
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const publicJwk = createPublicKey(privateKey).export({ format: 'jwk' }) as JWK;
  const id = createHash('sha256')
    .update(publicJwk.x ?? '')
    .digest('base64url')
    .slice(0, 16);
  const common = { kid: id, alg: 'EdDSA', use: 'sig' };
  return {
    id,
    privateJwk: { ...(privateKey.export({ format: 'jwk' }) as JWK), ...common },
    verify: createLocalJWKSet({ keys: [{ ...publicJwk, ...common }] }),
  };
}
