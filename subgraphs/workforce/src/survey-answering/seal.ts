import { acceptedSecrets, deriveKey } from '@mainstay/subgraph-kit';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Seals what belongs to surveys, so that a copy of the database alone tells nothing of it (AES-256-GCM). */
export interface Seal {
  /** Seals a value that survives JSON. `place` says where it is kept: it cannot be read as something else. */
  close(value: unknown, place: string): Buffer;
  /** @throws Error when it was sealed elsewhere, with another secret, or changed. */
  open<Value>(sealed: Buffer, place: string): Value;
  /** True while the platform's secret is being changed: what was sealed with the one before is to be sealed again. */
  readonly isChanging: boolean;
}

/** A seal by keys derived from the platform's secret; the one before it opens too while it is being changed. */
export function sealBy(secret: string, accepted: readonly string[] = acceptedSecrets(secret)): Seal {
  const keys = accepted.map((each) => deriveKey(each, 'survey-seal'));
  return {
    isChanging: keys.length > 1,
    close(value, place) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(algorithm, keys[0] ?? deriveKey(secret, 'survey-seal'), nonce);
      cipher.setAAD(Buffer.from(place));
      const sealed = Buffer.concat([cipher.update(JSON.stringify(value)), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, place) {
      for (const [index, key] of keys.entries()) {
        try {
          return JSON.parse(opened(sealed, key, place)) as never;
        } catch (error) {
          if (index === keys.length - 1) throw error;
        }
      }
      throw new Error('There is no key.');
    },
  };
}

function opened(sealed: Buffer, key: Buffer, place: string): string {
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString();
}
