import { hash } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** Characters of the digest in an id, and the bytes they come of. */
const LENGTH = 20;
const BYTES = Math.ceil((LENGTH * 5) / 8);

/**
 * The id of a child: the ONS code of the authority, a dot, and 20 characters of the base32 SHA-256 of code and local id.
 *
 * Everybody who knows an authority's code and its own number for a child works out the same id, so subgraphs need not
 * ask each other.
 */
export function childId(laCode: string, localId: string): string {
  const digest = hash('sha256', `${laCode}|${localId}`, 'buffer');
  return `${laCode}.${base32(digest.subarray(0, BYTES)).slice(0, LENGTH)}`;
}

/** The ONS code of the authority that looks after the child, read from the child's id; empty when there is none in it. */
export function laCodeOfChild(id: string): string {
  const dot = id.indexOf('.');
  return dot < 0 ? '' : id.slice(0, dot);
}

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(held >>> (bits - 5)) & 31];
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31] : text;
}
