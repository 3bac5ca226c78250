import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { integrityOf } from './built-files.ts';
import type { ModuleEntry } from './module-entry.ts';
import { readRegistry } from './registry-file.ts';

/** What is published now. */
export interface Publication {
  /** The modules that are live. */
  readonly modules: readonly ModuleEntry[];
  /** The operations of every version that a page still open may use, by SHA-256 of their text. */
  readonly operations: ReadonlyMap<string, string>;
  /** SHA-384 of the manifest of each live module, by address: scripts are checked by the browser, this by the shell. */
  readonly manifestIntegrity: Readonly<Record<string, string>>;
}

const operationsFile = z.record(z.string(), z.string());

/** The operations of an `operations.json`. Throws when one is not the text that its hash stands for. */
export function registeredIn(text: string): [hash: string, document: string][] {
  const operations = Object.entries(operationsFile.parse(JSON.parse(text)));
  for (const [hash, document] of operations) {
    if (createHash('sha256').update(document).digest('hex') !== hash)
      throw new Error(`operations.json: ${hash} is not the hash of its document`);
  }
  return operations;
}

/**
 * Reads what is published, and again when the registry changed. A registry that cannot be read, or a version whose
 * files cannot, costs only itself: `onFault` is told, the last good answer stays.
 */
export class PublishedModules {
  readonly #modulesDir: string;
  readonly #onFault: (error: unknown) => void;
  readonly #listeners = new Set<(publication: Publication) => void>();
  #publication: Publication = { modules: [], operations: new Map(), manifestIntegrity: {} };
  #stamp = 'never read';
  #reading: Promise<void> | null = null;

  constructor(modulesDir: string, onFault: (error: unknown) => void) {
    this.#modulesDir = modulesDir;
    this.#onFault = onFault;
  }

  /** What is published at this moment. */
  async current(): Promise<Publication> {
    const stamp = await this.#stampOfFile();
    if (stamp !== this.#stamp) {
      this.#reading ??= this.#read(stamp).finally(() => (this.#reading = null));
      await this.#reading;
    }
    return this.#publication;
  }

  /** Calls `listener` after each change of what is published. */
  onChange(listener: (publication: Publication) => void): void {
    this.#listeners.add(listener);
  }

  async #stampOfFile(): Promise<string> {
    return stat(join(this.#modulesDir, 'registry.json'), { bigint: true }).then(
      (found) => `${found.mtimeNs}/${found.size}/${found.ino}`,
      () => 'not there',
    );
  }

  async #read(stamp: string): Promise<void> {
    try {
      const { modules } = await readRegistry(this.#modulesDir);
      const operations = new Map<string, string>();
      for (const entry of modules) await this.#readOperations(entry, operations);
      this.#publication = { modules, operations, manifestIntegrity: await this.#hashManifests(modules) };
      for (const listener of this.#listeners) listener(this.#publication);
    } catch (error) {
      this.#onFault(error);
    }
    this.#stamp = stamp;
  }

  async #readOperations(entry: ModuleEntry, into: Map<string, string>): Promise<void> {
    for (const version of [entry.version, ...entry.previousVersions, ...entry.withdrawnVersions]) {
      try {
        const text = await readFile(join(this.#modulesDir, entry.id, version, 'operations.json'), 'utf8');
        for (const [hash, document] of registeredIn(text)) into.set(hash, document);
      } catch (error) {
        this.#onFault(error);
      }
    }
  }

  async #hashManifests(modules: readonly ModuleEntry[]): Promise<Record<string, string>> {
    const hashes: Record<string, string> = {};
    for (const { id, version, entry } of modules) {
      const manifest = await readFile(join(this.#modulesDir, id, version, 'mf-manifest.json')).catch(() => null);
      if (manifest) hashes[entry] = integrityOf(manifest);
    }
    return hashes;
  }
}
