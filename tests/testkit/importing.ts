import { setTimeout as wait } from 'node:timers/promises';
import type { TestPlatform } from './test-platform.ts';

/** A file to be imported, as text or as the bytes it has on somebody's disk. */
export interface SentFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** An import that has ended. */
export interface EndedImport {
  readonly id: string;
  readonly status: string;
  readonly faultCount: number;
  readonly files: readonly {
    name: string;
    table: string | null;
    rows: number;
    encoding: string | null;
    notes: string[];
    refusal: string | null;
  }[];
  readonly tables: readonly {
    table: string;
    rowsRead: number;
    rowsAdded: number;
    rowsRemoved: number;
    rowsUnchanged: number;
    rowsKeptOut: number;
  }[];
  readonly faults: { readonly edges: readonly { node: Fault }[] };
}

interface Fault {
  readonly file: string;
  readonly row: number | null;
  readonly fields: string[];
  readonly rule: { readonly code: string };
  readonly childLocalId: string | null;
  readonly keepsRowOut: boolean;
  readonly whatToDo: string;
}

type Asked = Pick<TestPlatform, 'ask' | 'upload'>;

const START = `mutation Start($input: StartImport903Input!) {
  startImport903(input: $input) { ... on StartImport903Success { import { id } } ... on UserError { message } }
}`;
const REPORT = `query Report($id: ID!) { import903(id: $id) {
  id status stage progress finishedAt faultCount
  files { name table rows encoding notes refusal }
  tables { table rowsRead rowsAdded rowsRemoved rowsUnchanged rowsKeptOut }
  faults(first: 100) { edges { node { file row fields rule { code } childLocalId keepsRowOut whatToDo } } }
} }`;
const HELD = `query Held($la: ID!) { localAuthority(id: $la) { returns903 { collectionYear tables { table rows } } } }`;
const CSV = `query Csv($la: ID!, $year: Int!, $table: String!) { localAuthority(id: $la) { return903Csv(year: $year, table: $table) } }`;

/** What to import, and as whom. */
export interface Importing {
  readonly platform: Asked;
  readonly token: string;
  readonly la: string;
  readonly year: number;
}

/** Sends files and starts their import; answers its id. */
export async function startImport(
  { platform, token, la, year }: Importing,
  files: readonly SentFile[],
): Promise<string> {
  const uploadIds: string[] = [];
  for (const { name, content } of files) uploadIds.push(await platform.upload(token, name, content));
  interface Started {
    startImport903: { import?: { id: string }; message?: string };
  }
  const { data, errors } = await platform.ask<Started>(token, START, { input: { la, year, uploadIds } });
  const id = data?.startImport903.import?.id;
  if (!id) throw new Error(`The import did not start: ${data?.startImport903.message ?? errors[0]?.message}`);
  return id;
}

/** How an import stands. */
export async function reportOf({ platform, token }: Importing, id: string) {
  const { data } = await platform.ask<{ import903: EndedImport & { progress: number; finishedAt: string | null } }>(
    token,
    REPORT,
    { id },
  );
  return data?.import903 ?? null;
}

/** Imports files and waits for the end. */
export async function importFiles(importing: Importing, files: readonly SentFile[]): Promise<EndedImport> {
  const id = await startImport(importing, files);
  for (;;) {
    const report = await reportOf(importing, id);
    if (report?.finishedAt) return report;
    await wait(50);
  }
}

/** The rows held of a return by table; empty when none is held. */
export async function heldRows({ platform, token, la, year }: Importing): Promise<Record<string, number>> {
  interface Held {
    localAuthority: { returns903: { collectionYear: number; tables: { table: string; rows: number }[] }[] };
  }
  const { data } = await platform.ask<Held>(token, HELD, { la });
  const held = data?.localAuthority.returns903.find(({ collectionYear }) => collectionYear === year);
  return Object.fromEntries((held?.tables ?? []).map(({ table, rows }) => [table, rows]));
}

/** A table as it is written back, its lines without the head; null when it is not held. */
export async function exported({ platform, token, la, year }: Importing, table: string): Promise<string[] | null> {
  const { data } = await platform.ask<{ localAuthority: { return903Csv: string | null } }>(token, CSV, {
    la,
    year,
    table,
  });
  return data?.localAuthority.return903Csv?.trimEnd().split(/\r?\n/).slice(1) ?? null;
}
