import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import type { Blinding, Credential } from './kept-in-tab.ts';

/** RFC 9474, section 5: the variant that is right for whoever does not know the signer to be honest. */
const suite = RSABSSA.SHA384.PSS.Randomized();
const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' };

/** The survey's public key, from its SPKI in base64url. */
export function readPublicKey(spki: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('spki', fromBase64Url(spki), algorithm, true, ['verify']);
}

/** Makes a message nobody can guess, and hides it from whoever will sign it. */
export async function blind(key: CryptoKey): Promise<Blinding> {
  const prepared = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(key, prepared);
  return { prepared: toBase64Url(prepared), inverse: toBase64Url(inv), blinded: toBase64Url(blindedMsg) };
}

/**
 * Takes the blinding off the signature.
 *
 * @throws Error when it is not the survey's signature of the message: a signer could otherwise mark a person's credential.
 */
export async function unblind(key: CryptoKey, blinding: Blinding, blindSignature: string): Promise<Credential> {
  const { prepared, inverse } = blinding;
  const signature = await suite.finalize(
    key,
    fromBase64Url(prepared),
    fromBase64Url(blindSignature),
    fromBase64Url(inverse),
  );
  return { prepared, signature: toBase64Url(signature) };
}
