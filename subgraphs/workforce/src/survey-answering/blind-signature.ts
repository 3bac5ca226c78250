import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
  verify,
  type KeyObject,
} from 'node:crypto';
import { promisify } from 'node:util';

/**
 * The signer's side of RFC 9474 (RSABSSA-SHA384-PSS-Randomized), by Node's own RSA, which takes the same time for every
 * input. The browser's side is in `@mainstay/survey-bank/credential`.
 */
const BITS = 2048;
const BYTES = BITS / 8;
/** Length of the salt of PSS in this suite. */
const SALT = 48;
/** 32 bytes that the suite adds, 32 that the browser chose. */
const MESSAGE_BYTES = 64;

/** A key pair: SPKI and PKCS #8 in base64url. */
export interface SigningKeys {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** A new key pair, for one wave and group. */
export async function newSigningKeys(): Promise<SigningKeys> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: BITS });
  return {
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64url'),
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64url'),
  };
}

/** Signs what was blinded: BlindSign of RFC 9474, section 4.3. Null when it is no number below the key's modulus. */
export function signBlinded({ publicKey, privateKey }: SigningKeys, blinded: string): string | null {
  const message = Buffer.from(blinded, 'base64url');
  if (message.length !== BYTES) return null;
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), type: 'pkcs8', format: 'der' });
  try {
    const signature = privateDecrypt({ key, padding: constants.RSA_NO_PADDING }, message);
    // A fault in the computation would tell the private key.
    const again = publicEncrypt({ key: keyOf(publicKey), padding: constants.RSA_NO_PADDING }, signature);
    return again.equals(message) ? signature.toString('base64url') : null;
  } catch {
    return null;
  }
}

/** True when the signature over the message is by this key. */
export function isSigned(publicKey: string, credential: { message: string; signature: string }): boolean {
  const message = Buffer.from(credential.message, 'base64url');
  if (message.length !== MESSAGE_BYTES) return false;
  const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: SALT };
  const signature = Buffer.from(credential.signature, 'base64url');
  return verify('sha384', message, { key: keyOf(publicKey), ...padding }, signature);
}

/** SHA-256 of the key, in groups that people can compare. */
export function fingerprintOf(publicKey: string): string {
  const hash = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex');
  return (hash.slice(0, 32).match(/.{4}/g) ?? []).join(' ');
}

function keyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64url'), type: 'spki', format: 'der' });
}
