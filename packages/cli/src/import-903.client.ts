import { setTimeout as wait } from 'node:timers/promises';
import type { Mainstay } from './mainstay.ts';
import { Refusal } from './refusal.ts';

/** An import as the command shows it. */
export interface Import903 {
  readonly id: string;
  readonly status: string;
  readonly stage: string;
  readonly progress: number;
  readonly finishedAt: string | null;
  readonly faultCount: number;
  readonly files: readonly {
    name: string;
    table: string | null;
    rows: number;
    notes: string[];
    refusal: string | null;
  }[];
  readonly tables: readonly (Record<TableCount, number> & { table: string })[];
  readonly faultsByRule: readonly {
    rule: { code: string; message: string };
    count: number;
    children: number;
    keepsRowOut: boolean;
  }[];
  readonly faultsByChild: {
    totalCount: number;
    edges: { node: { childLocalId: string; count: number; rules: string[] } }[];
  };
  readonly rulesNotRun: readonly { rule: { code: string }; reason: string }[];
}

type TableCount = 'rowsRead' | 'rowsAdded' | 'rowsRemoved' | 'rowsUnchanged' | 'rowsKeptOut' | 'rowsWithFault';

const START = `mutation Start($input: StartImport903Input!) {
  startImport903(input: $input) {
    __typename
    ... on StartImport903Success { import { id } }
    ... on UserError { message }
  }
}`;

const FOLLOW = `query Follow($id: ID!) { import903(id: $id) { id status stage progress finishedAt } }`;

const REPORT = `query Report($id: ID!) {
  import903(id: $id) {
    id status stage progress finishedAt faultCount
    files { name table rows notes refusal }
    tables { table rowsRead rowsAdded rowsRemoved rowsUnchanged rowsKeptOut rowsWithFault }
    faultsByRule { rule { code message } count children keepsRowOut }
    faultsByChild(first: 10) { totalCount edges { node { childLocalId count rules } } }
    rulesNotRun { rule { code } reason }
  }
}`;

/** Asks for an import; answers its identifier. */
export async function startImport(
  mainstay: Mainstay,
  input: { la: string; year: number; uploadIds: readonly string[]; isDryRun: boolean; replaceRecorded: boolean },
): Promise<string> {
  interface Answer {
    readonly startImport903: { import?: { id: string }; message?: string };
  }
  const { startImport903 } = await mainstay.ask<Answer>(START, { input });
  if (!startImport903.import) throw new Refusal(startImport903.message ?? 'The import was refused.');
  return startImport903.import.id;
}

/** Waits until an import has ended, telling how it goes; answers its report. */
export async function followImport(
  mainstay: Mainstay,
  id: string,
  tell: (state: { progress: number; stage: string }) => void,
): Promise<Import903> {
  interface State {
    readonly import903: { progress: number; stage: string; finishedAt: string | null } | null;
  }
  for (let pause = 60; ; pause = Math.min(pause * 1.5, 1_000)) {
    const { import903 } = await mainstay.ask<State>(FOLLOW, { id });
    if (!import903) throw new Refusal('The import is not there any more.');
    tell(import903);
    if (import903.finishedAt !== null) break;
    await wait(pause);
  }
  return (await mainstay.ask<{ import903: Import903 }>(REPORT, { id })).import903;
}
