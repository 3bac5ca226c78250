import { createHmac, hkdfSync } from 'node:crypto';
import { previousSecret } from './environment.ts';

/**
 * A 256-bit key for one purpose, derived from the platform's secret (HKDF-SHA256, RFC 5869).
 *
 * Two purposes give two keys that tell nothing about each other or about the secret.
 */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'mainstay', purpose, 32));
}

/**
 * The secrets whose signatures are taken: the present one, which signs, and while it is being changed
 * `MAINSTAY_SECRET_PREVIOUS` as well. docs/runbooks/rotate-the-secret.md says how to change it.
 */
export function acceptedSecrets(secret: string): readonly string[] {
  const previous = previousSecret();
  return previous === null || previous === secret ? [secret] : [secret, previous];
}

/** What of a person or a child is compared without being kept: a family name, or the postcode of a home. */
export type MatchedDetail = 'family-name' | 'postcode';

/**
 * A family name or a postcode as a code that tells nothing of it, but is the same for the same name or postcode
 * (HMAC-SHA256 in hexadecimal). Names are compared by their letters, in upper case and without accents; postcodes by
 * letters and digits. Null when nothing is left to compare.
 */
export function matchCode(secret: string, detail: MatchedDetail, text: string): string | null {
  const upper = text.normalize('NFKD').toUpperCase();
  const normal = upper.replaceAll(detail === 'family-name' ? /[^\p{L}]/gu : /[^A-Z0-9]/g, '');
  if (normal === '') return null;
  return createHmac('sha256', deriveKey(secret, 'misuse-match')).update(normal).digest('hex');
}
