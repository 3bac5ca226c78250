import { acceptedSecrets, deriveKey } from '@mainstay/subgraph-kit';
import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';

/** The key pairs that one kind of token is signed with (Ed25519). */
export interface SigningKeys {
  /** Names the key that signs now. */
  readonly id: string;
  /** The key that signs now. */
  readonly privateJwk: JWK;
  /** All private keys whose signatures are taken, the one that signs first. */
  readonly privateJwks: readonly JWK[];
  /** Their public halves, as they are published. */
  readonly publicJwks: readonly JWK[];
  readonly verify: JWTVerifyGetKey;
}

/** PKCS #8 before the 32 bytes of an Ed25519 private key (RFC 8410). */
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The keys for a purpose, always the same ones for a secret: tokens outlive a restart, and several gateways with one
 * secret take each other's. While the secret is being changed there are two, told apart by `kid`: the new one signs.
 */
export function signingKeys(secret: string, purpose: string): SigningKeys {
  const pairs = acceptedSecrets(secret).map((accepted) => keyPair(deriveKey(accepted, purpose)));
  const [first] = pairs;
  if (!first) throw new Error('There is no secret to make keys of.');
  return {
    id: first.id,
    privateJwk: first.privateJwk,
    privateJwks: pairs.map(({ privateJwk }) => privateJwk),
    publicJwks: pairs.map(({ publicJwk }) => publicJwk),
    verify: createLocalJWKSet({ keys: pairs.map(({ publicJwk }) => publicJwk) }),
  };
}

function keyPair(seed: Buffer): { id: string; privateJwk: JWK; publicJwk: JWK } {
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
    publicJwk: { ...publicJwk, ...common },
  };
}
