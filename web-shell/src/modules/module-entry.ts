/** One module as the registry names it. */
export interface ModuleEntry {
  readonly id: string;
  /** Its name in the federation. */
  readonly name: string;
  readonly title: string;
  /** Where it is mounted, e.g. `/la`. */
  readonly path: string;
  /** What it exposes to the shell. */
  readonly expose: string;
  readonly version: string;
  /** Address of its manifest, in the folder of this version. */
  readonly entry: string;
  /** SHA-384 of its scripts, by path below that folder. */
  readonly integrity: Readonly<Record<string, string>>;
  readonly navigation: readonly {
    readonly label: string;
    readonly path: string;
    readonly covers?: readonly string[];
  }[];
  readonly audiences: readonly string[];
  readonly needs: Readonly<Record<string, string | undefined>>;
}

/** The entries of a registry that can be used. One that cannot costs only itself. */
export function readEntries(registry: unknown): ModuleEntry[] {
  const { modules } = (registry ?? {}) as { modules?: unknown };
  if (!Array.isArray(modules)) throw new Error('The registry has no modules.');
  return modules.filter(isEntry);
}

function isEntry(value: unknown): value is ModuleEntry {
  const entry = (value ?? {}) as Record<string, unknown>;
  const texts = ['id', 'name', 'title', 'path', 'expose', 'version', 'entry'];
  return (
    texts.every((key) => typeof entry[key] === 'string') &&
    Array.isArray(entry['navigation']) &&
    Array.isArray(entry['audiences']) &&
    typeof entry['integrity'] === 'object' &&
    entry['integrity'] !== null &&
    // Only from where the page itself comes: another site's scripts have no business here.
    (entry['entry'] as string).startsWith('/modules/')
  );
}
