import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** RSABSSA-SHA384-PSS-Randomized of RFC 9474. */
const suite = RSABSSA.SHA384.PSS.Randomized();
const RANDOM_BYTES = 32;

/** What is kept by the browser between asking for the credential and getting it; all base64url. */
export interface CredentialInTheMaking {
  /** The prepared message: never sent with the link. */
  readonly message: string;
  /** The inverse of the blinding factor: never sent at all. */
  readonly inverse: string;
  /** What is sent: it tells nothing about the message. */
  readonly blinded: string;
}

/** The right to answer once, which nobody can tie to the link it was given for; base64url. */
export interface Credential {
  readonly message: string;
  readonly signature: string;
}

/**
 * Chooses a random number and blinds it for the public key (SPKI, base64url).
 *
 * @throws Error when the key cannot be read.
 */
export async function beginCredential(publicKey: string): Promise<CredentialInTheMaking> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
  const { blindedMsg, inv } = await suite.blind(await publicKeyOf(publicKey), message);
  return { message: toText(message), inverse: toText(inv), blinded: toText(blindedMsg) };
}

/**
 * Takes the blinding off the signature.
 *
 * @throws Error when the signature is not by this key.
 */
export async function finishCredential(
  publicKey: string,
  { message, inverse }: Pick<CredentialInTheMaking, 'message' | 'inverse'>,
  blindSignature: string,
): Promise<Credential> {
  const key = await publicKeyOf(publicKey);
  const signature = await suite.finalize(key, toBytes(message), toBytes(blindSignature), toBytes(inverse));
  return { message, signature: toText(signature) };
}

function publicKeyOf(publicKey: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', toBytes(publicKey), { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
}

function toText(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function toBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
}
