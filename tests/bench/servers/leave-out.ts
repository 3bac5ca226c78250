// Builds a platform without one of its protections, so that what it costs can be measured. It exists in the bench alone: the
// sources are changed while this process loads them, and nothing in the product can be told to do so.
import { registerHooks } from 'node:module';

/** A protection that a measurement can do without. */
export type Protection = 'row-security' | 'policy' | 'audit';

interface Change {
  /** Null for what is left out of every server. */
  readonly protection: Protection | null;
  /** The files it is made in, by how their address ends. */
  readonly files: RegExp;
  /** The beginnings of functions that are to return at once; the first group is the function's name. */
  readonly functions: RegExp;
  /** What they answer, as source. */
  readonly answer: (name: string) => string;
}

const everybody =
  '`($${first}::text[] IS NULL OR $${first + 1}::text IS NULL OR $${first + 2}::timestamptz IS NULL OR $${first + 3}::text[] IS NULL OR $${first + 4}::text[] IS NULL OR true)`';

const changes: readonly Change[] = [
  {
    // The watch looks over weeks of audit now and then; here a minute holds more events than a week, and whoever it falls to
    // would pay for all of them.
    protection: null,
    files: /\/gateway\/src\/misuse\/misuse-watch\.ts$/,
    functions: /^ {2}(start)\(\): void \{$/gm,
    answer: () => '',
  },
  {
    // Statements run as the owner of the tables, whose own policy is true for every row …
    protection: 'row-security',
    files: /\/packages\/subgraph-kit\/src\/database\/open-database\.ts$/,
    functions: /^function (appUrl)\(ownerUrl: string[^)]*\): string \{$/gm,
    answer: () => 'ownerUrl',
  },
  {
    // … in a plain transaction: nobody's role is taken, and no signed context is entered.
    protection: 'row-security',
    files: /\/packages\/subgraph-kit\/src\/database\/transaction\.ts$/,
    functions: /^function (openingOf)\(\{ isReadOnly[^)]*\): string \{$/gm,
    answer: () => "isReadOnly ? ' READ ONLY' : ''",
  },
  {
    // Every decision of a policy: nothing is refused and nothing withheld.
    protection: 'policy',
    files: /\/subgraphs\/\w+\/src\/modules\/[\w-]+\/[\w-]+\.(?:parts-)?policy\.ts$/,
    functions: /^(?:export )?function (\w+)\((?:[^()]|\([^()]*\))*\): boolean \{$/gm,
    answer: (name) => (/withheld/i.test(name) ? 'false' : 'true'),
  },
  {
    // The policy of children once more, in SQL: its parameters must be named, and the planner drops the rest.
    protection: 'policy',
    files: /\/subgraphs\/children\/src\/modules\/child\/child\.repository\.ts$/,
    functions: /^export function (inScopeSql)\(first: number[^)]*\): string \{$/gm,
    answer: () => everybody,
  },
  {
    protection: 'audit',
    files: /\/gateway\/src\/audit\/audit\.ts$/,
    functions: /^ {2}async (record)\([^)]*\): Promise<void> \{$/gm,
    answer: () => '',
  },
  {
    // What requests touch is taken down for the audit only.
    protection: 'audit',
    files: /\/packages\/subgraph-kit\/src\/touched\.ts$/,
    functions: /^ {2}(record|listed|list)\([^)]*\): void \{$/gm,
    answer: () => '',
  },
];

/**
 * Leaves protections out of everything that is loaded from now on.
 *
 * @returns a check, for when all is loaded: it throws when there was nothing to leave out, so that a protection that
 * has moved is not measured as one that costs nothing.
 */
export function leaveOut(protections: readonly Protection[]): () => void {
  const wanted = changes.filter(({ protection }) => protection === null || protections.includes(protection));
  const made = new Set<Change>();
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const change = wanted.find(({ files }) => files.test(url));
      if (!change || !loaded.source) return loaded;
      const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
      const changed = source.replace(change.functions, (beginning, name: string) => {
        made.add(change);
        return `${beginning} return ${change.answer(name)};`;
      });
      return { ...loaded, source: changed };
    },
  });
  return () => {
    const missing = wanted.filter((change) => !made.has(change));
    if (missing.length > 0)
      throw new Error(`Nothing was left out of ${missing.map(({ files }) => files.source).join(', ')}.`);
  };
}
