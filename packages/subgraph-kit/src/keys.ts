import { hkdfSync } from 'node:crypto';

/**
 * A 256-bit key for one purpose, derived from the platform's secret (HKDF-SHA256, RFC 5869).
 *
 * Two purposes give two keys that tell nothing about each other or about the secret.
 */
export function deriveKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'mainstay', purpose, 32));
}
