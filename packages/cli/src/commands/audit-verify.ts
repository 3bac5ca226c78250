import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describeAudit, describeFindings, type AuditVerification, type Finding } from '../audit-verify.report.ts';
import type { Mainstay } from '../mainstay.ts';
import { laCodeOf, readOptions } from '../options.ts';
import { UsageError } from '../refusal.ts';
import type { Command } from './command.ts';

/** Heads sent in one request. */
const mostAtOnce = 500;

/** `audit verify`: recomputes the audit's chains, and compares them with heads that were kept elsewhere. */
export const auditVerify: Command = {
  words: ['audit', 'verify'],
  usage: 'audit verify [--la <ONS code>] [--heads <folder>]',
  summary:
    'Finds any edit, removal, change of order or cut in the audit; --heads compares copies of the signed heads kept elsewhere.',
  async run(words, mainstay) {
    const options = readOptions(words, ['la', 'heads']);
    if (options.positionals.length > 0) throw new UsageError(`“${options.positionals[0]}” was not understood.`);
    const la = options.text('la') === null ? null : laCodeOf(options);
    const heads = options.text('heads');
    const files = heads === null ? [] : filesOfHeads(heads, la);
    await mainstay.signInToVerify(la);
    const verification = await mainstay.post<AuditVerification>('/audit/verify', la === null ? {} : { la });
    console.log(describeAudit(verification));
    const found: Finding[] = [];
    for (const file of files) found.push(...(await comparedWith(file, mainstay)));
    if (heads !== null) console.log(describeFindings(`Heads in ${heads}`, found));
    return verification.isIntact && found.length === 0 ? 0 : 1;
  },
};

interface FileOfHeads {
  readonly la: string;
  readonly path: string;
}

function filesOfHeads(folder: string, la: string | null): FileOfHeads[] {
  const files = namesIn(folder).flatMap((name) => {
    const code = /^(E\d{8}|platform)\.jsonl$/.exec(name)?.[1];
    return code && (la === null || code === la) ? [{ la: code, path: join(folder, name) }] : [];
  });
  if (files.length === 0) throw new UsageError(`There are no heads in ${folder}: files such as E08000025.jsonl.`);
  return files.toSorted((a, b) => (a.la < b.la ? -1 : 1));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    throw new UsageError(`There is no folder ${folder}.`);
  }
}

async function comparedWith({ la, path }: FileOfHeads, mainstay: Mainstay): Promise<Finding[]> {
  const found: Finding[] = [];
  const compare = async (heads: readonly unknown[]): Promise<void> => {
    if (heads.length === 0) return;
    const { findings } = await mainstay.post<{ findings: Finding[] }>('/audit/verify', { la, heads });
    found.push(...findings.map((finding) => ({ ...finding, la })));
  };
  let page: unknown[] = [];
  let lines = 0;
  for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) {
    lines += 1;
    const head = headIn(line);
    if (head) page.push(head);
    else found.push({ la, kind: 'head-not-signed', sequence: null, message: `Line ${lines} of ${path} is no head.` });
    if (page.length < mostAtOnce) continue;
    await compare(page);
    page = [];
  }
  await compare(page);
  return found;
}

/** The head in a line; null when it has not the form of one. What it is worth, the platform says. */
function headIn(line: string): object | null {
  try {
    const { la, sequence, hash, at, key, signature } = JSON.parse(line) as Record<string, unknown>;
    const isHead =
      [la, hash, at, key, signature].every((text) => typeof text === 'string') &&
      /^[0-9a-f]{64}$/.test(String(hash)) &&
      Number.isInteger(sequence);
    return isHead ? { la, sequence, hash, at, key, signature } : null;
  } catch {
    return null;
  }
}
