import type { Encoding } from './return-file.ts';

/** The text of a file, or what kind of file it is when it is not text. */
export type DecodedText =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'workbook' | 'old-workbook' | 'pdf' | 'binary' };

/** How much of a file is looked at to tell UTF-16 without a byte order mark, and binary files. */
const sampleSize = 4096;

/** Turns the bytes of a file into text, without trusting its name. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return { kind: 'workbook' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return { kind: 'old-workbook' };
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return { kind: 'pdf' };
  if (startsWith(bytes, [0xff, 0xfe])) return decodedAs('utf-16le', bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return decodedAs('utf-16be', bytes);
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return utf8(bytes) ?? { kind: 'binary' };

  const wide = utf16WithoutMark(bytes);
  if (wide) return decodedAs(wide, bytes);
  if (zeroShare(bytes) > 0.05) return { kind: 'binary' };
  return utf8(bytes) ?? decodedAs('windows-1252', bytes);
}

function decodedAs(encoding: Encoding, bytes: Uint8Array): DecodedText {
  return { kind: 'text', text: new TextDecoder(encoding).decode(bytes), encoding };
}

function utf8(bytes: Uint8Array): DecodedText | null {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' };
  } catch {
    // Not UTF-8: the caller decides what else it may be.
    return null;
  }
}

/** Mostly Latin text in UTF-16 has a zero in every other byte: the second of each pair when little-endian. */
function utf16WithoutMark(bytes: Uint8Array): Encoding | null {
  const pairs = Math.floor(Math.min(bytes.length, sampleSize) / 2);
  if (pairs < 4) return null;
  let first = 0;
  let second = 0;
  for (let pair = 0; pair < pairs; pair++) {
    if (bytes[pair * 2] === 0) first++;
    if (bytes[pair * 2 + 1] === 0) second++;
  }
  if (second / pairs > 0.7 && first / pairs < 0.1) return 'utf-16le';
  if (first / pairs > 0.7 && second / pairs < 0.1) return 'utf-16be';
  return null;
}

function zeroShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, sampleSize);
  let zeros = 0;
  for (const byte of sample) if (byte === 0) zeros++;
  return sample.length === 0 ? 0 : zeros / sample.length;
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
