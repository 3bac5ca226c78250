import { acceptedSecrets, deriveKey } from '@mainstay/subgraph-kit';
import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  timingSafeEqual,
  verify,
  type KeyObject,
} from 'node:crypto';

/** The keys of the audit: they prove that the platform wrote an event, and sign the ends of chains. */
export interface AuditKeys {
  /** Names the present key pair. */
  readonly id: string;
  /** The public key: the 32 bytes of Ed25519 in base64url. */
  readonly publicKey: string;
  /** Proof that the platform wrote `text`. */
  mac(text: string): string;
  /** Whether a proof holds; null when its key is not known here any more. */
  isMac(keyId: string, text: string, mac: string): boolean | null;
  /** Signature of `text` with the key named, in base64url. Throws for a key whose private half is not here. */
  sign(text: string, keyId: string): string;
  /** Whether a signature holds; null when its key is not known here. */
  isSignature(keyId: string, text: string, signature: string): boolean | null;
}

/** Where the keys come from. */
export interface AuditKeySource {
  /** The platform's secret, which the keys are derived from unless there is a signing key. */
  readonly secret: string;
  /** The 32 bytes of an Ed25519 private key in base64url. */
  readonly signingKey?: string | undefined;
  /** Public keys of former times, whose signatures are still taken. */
  readonly formerPublicKeys?: readonly string[] | undefined;
}

/** PKCS #8 before the 32 bytes of an Ed25519 private key, and X.509 before those of a public one (RFC 8410). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');

interface Pair {
  readonly id: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly macKey: Buffer;
}

/** Makes the keys. Throws when a key that was given does not have 32 bytes. */
export function auditKeys({ secret, signingKey, formerPublicKeys = [] }: AuditKeySource): AuditKeys {
  const derived = acceptedSecrets(secret).map((accepted) => deriveKey(accepted, 'audit-signing'));
  const seeds = signingKey === undefined ? derived : [seedOf(signingKey), ...derived];
  const pairs = seeds.map(pairOf);
  const present = pairs[0] as Pair;
  const privateKeys = new Map(pairs.map(({ id, privateKey }) => [id, privateKey]));
  const macKeys = new Map(pairs.map(({ id, macKey }) => [id, macKey]));
  const publicKeys = new Map([
    ...formerPublicKeys.map(publicKeyOf).map((key) => [idOf(key), key] as const),
    ...pairs.map(({ id, publicKey }) => [id, publicKey] as const),
  ]);
  return {
    id: present.id,
    publicKey: rawOf(present.publicKey).toString('base64url'),
    mac: (text) => macOf(present.macKey, text),
    isMac: (keyId, text, mac) => {
      const key = macKeys.get(keyId);
      return key === undefined ? null : isSame(macOf(key, text), mac);
    },
    sign: (text, keyId) => {
      const key = privateKeys.get(keyId);
      if (!key) throw new Error('There is no such private key of the audit.');
      return sign(null, Buffer.from(text), key).toString('base64url');
    },
    isSignature: (keyId, text, signature) => {
      const key = publicKeys.get(keyId);
      return key === undefined ? null : verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
    },
  };
}

function pairOf(seed: Buffer): Pair {
  const privateKey = createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { id: idOf(publicKey), privateKey, publicKey, macKey: deriveKey(seed.toString('base64url'), 'audit-writer') };
}

function seedOf(signingKey: string): Buffer {
  const seed = Buffer.from(signingKey, 'base64url');
  if (seed.length !== 32) throw new Error('AUDIT_SIGNING_KEY must be 32 bytes in base64url.');
  return seed;
}

function publicKeyOf(text: string): KeyObject {
  const raw = Buffer.from(text, 'base64url');
  if (raw.length !== 32) throw new Error('AUDIT_FORMER_PUBLIC_KEYS must be public keys of 32 bytes in base64url.');
  return createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' });
}

function rawOf(key: KeyObject): Buffer {
  return key.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length);
}

function idOf(key: KeyObject): string {
  return createHash('sha256').update(rawOf(key)).digest('hex').slice(0, 16);
}

function macOf(key: Buffer, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex');
}

function isSame(expected: string, found: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(found)];
  return a.length === b.length && timingSafeEqual(a, b);
}
