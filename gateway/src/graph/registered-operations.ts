import { readFile, stat } from 'node:fs/promises';
import { registeredIn, type PublishedModules } from '../module-registry/published-modules.ts';

/**
 * The operations that pages may ask for, by SHA-256 of their text: the shell's and those of every published version of
 * every module. A cookie session can ask for nothing else.
 */
export class RegisteredOperations {
  readonly #modules: PublishedModules;
  readonly #shellFile: string;
  readonly #onFault: (error: unknown) => void;
  #shell: ReadonlyMap<string, string> = new Map();
  #shellStamp = 'never read';

  constructor(o: { modules: PublishedModules; shellFile: string; onFault: (error: unknown) => void }) {
    this.#modules = o.modules;
    this.#shellFile = o.shellFile;
    this.#onFault = o.onFault;
  }

  /** The operation's text, or undefined when no page that was published uses it. */
  async find(hash: string): Promise<string | undefined> {
    return (
      this.#shell.get(hash) ??
      (await this.#modules.current()).operations.get(hash) ??
      (await this.#readShell()).get(hash)
    );
  }

  /** All operations registered now. */
  async all(): Promise<string[]> {
    const shell = await this.#readShell();
    return [...shell.values(), ...(await this.#modules.current()).operations.values()];
  }

  async #readShell(): Promise<ReadonlyMap<string, string>> {
    const stamp = await stat(this.#shellFile).then(
      (found) => `${found.mtimeMs}/${found.size}`,
      () => 'not there',
    );
    if (stamp === this.#shellStamp) return this.#shell;
    this.#shellStamp = stamp;
    try {
      this.#shell = stamp === 'not there' ? new Map() : new Map(registeredIn(await readFile(this.#shellFile, 'utf8')));
    } catch (error) {
      this.#onFault(error);
    }
    return this.#shell;
  }
}
