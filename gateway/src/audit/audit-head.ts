import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import type { AuditKeys } from './audit-keys.ts';

const head = z.object({
  la: z.string().max(20),
  sequence: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  key: z.string().max(64),
  signature: z.string().max(200),
});

/** The signed end of an authority's chain: proof of all that was sealed before. One line of a file of heads. */
export type AuditHead = z.infer<typeof head>;

/** Heads that are sent to be compared. */
export const auditHeads = z.array(head);

/** Signs the end of a chain, with the present key unless told another. `la` is the authority's code, or `platform`. */
export function signHead(
  end: Pick<AuditHead, 'la' | 'sequence' | 'hash' | 'at'>,
  keys: AuditKeys,
  key: string = keys.id,
): AuditHead {
  return { ...end, key, signature: keys.sign(signedText(end), key) };
}

/** Whether a head was signed by the platform; null when its key is not known here. */
export function isSigned(found: AuditHead, keys: AuditKeys): boolean | null {
  return keys.isSignature(found.key, signedText(found), found.signature);
}

/** Appends heads to the files of their authorities, and waits until the disk has them. */
export async function appendHeads(folder: string, heads: readonly AuditHead[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const line of heads) {
    const file = await open(fileOf(folder, line.la), 'a', 0o640);
    try {
      await file.writeFile(`${JSON.stringify(line)}\n`);
      await file.datasync();
    } finally {
      await file.close();
    }
  }
}

/** The authorities that have a file of heads in a folder; none when there is no such folder. */
export async function authoritiesWithHeads(folder: string): Promise<string[]> {
  const files = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return files.flatMap((file) => /^(E\d{8}|platform)\.jsonl$/.exec(file)?.[1] ?? []);
}

/**
 * The heads in an authority's file, at most `size` at a time; null for each line that is none. Nothing when there is no
 * such file.
 */
export async function* readHeads(folder: string, la: string, size: number): AsyncGenerator<(AuditHead | null)[]> {
  let page: (AuditHead | null)[] = [];
  for await (const line of linesOf(fileOf(folder, la))) {
    page.push(parsed(line));
    if (page.length < size) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function parsed(line: string): AuditHead | null {
  try {
    const read = head.safeParse(JSON.parse(line));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

function signedText({ la, sequence, hash, at }: Pick<AuditHead, 'la' | 'sequence' | 'hash' | 'at'>): string {
  return JSON.stringify(['mainstay audit head', la, sequence, hash, at]);
}

function fileOf(folder: string, la: string): string {
  return join(folder, `${la}.jsonl`);
}
