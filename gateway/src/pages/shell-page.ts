import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { builtFiles, integrityOfAll } from '../module-registry/built-files.ts';
import type { Publication } from '../module-registry/published-modules.ts';
import { visibleModules, type VisibleModule } from '../module-registry/visible-modules.ts';
import { escapeHtml, jsonForScript } from './html.ts';

interface Shell {
  readonly stamp: string;
  readonly html: string;
  /** SHA-384 of every script and style sheet of the shell, by address. */
  readonly integrity: Readonly<Record<string, string>>;
}

/** The shell's own page, completed for one answer. */
export class ShellPage {
  readonly #folder: string;
  #shell: Shell | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * The page for `path`: with the answer's nonce, the registry for the audience, an import map with the hash of every
   * script, and preloads of what the page will need first. Null when the shell is not built.
   */
  async render(o: { path: string; nonce: string; audience: string; publication: Publication }): Promise<string | null> {
    const shell = await this.#read();
    if (!shell) return null;
    const modules = visibleModules(o.publication, o.audience);
    const integrity = { ...scriptsOf(shell.integrity), ...moduleScripts(o.publication) };
    const head = [
      `<script type="importmap" nonce="${o.nonce}">${jsonForScript({ integrity })}</script>`,
      `<script type="application/json" id="registry">${jsonForScript({ modules })}</script>`,
    ];
    // After the shell's own files: a module that is slow to come must not stand in their way.
    const foot = preloads(modules, o.path, integrity, o.nonce);
    return withIntegrity(shell.html, shell.integrity)
      .replaceAll('__CSP_NONCE__', o.nonce)
      .replace(/<head>/i, (tag) => `${tag}\n${head.join('\n')}`)
      .replace(/<\/head>/i, (tag) => `${foot.join('\n')}\n${tag}`);
  }

  async #read(): Promise<Shell | null> {
    const file = join(this.#folder, 'index.html');
    const found = await stat(file).catch(() => null);
    if (!found) return null;
    const stamp = `${found.mtimeMs}/${found.size}`;
    if (this.#shell?.stamp === stamp) return this.#shell;
    const hashes = Object.entries(integrityOfAll(await builtFiles(this.#folder)));
    const integrity = Object.fromEntries(hashes.map(([path, hash]) => [`/${path}`, hash]));
    this.#shell = { stamp, html: await readFile(file, 'utf8'), integrity };
    return this.#shell;
  }
}

function scriptsOf(integrity: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(integrity).filter(([path]) => /\.m?js$/.test(path)));
}

function moduleScripts({ modules }: Publication): Record<string, string> {
  const scripts = modules.flatMap(({ id, version, integrity }) =>
    Object.entries(scriptsOf(integrity)).map(([path, hash]) => [`/modules/${id}/${version}/${path}`, hash]),
  );
  return Object.fromEntries(scripts);
}

/** A browser opens six connections to a server that speaks HTTP/1.1: some must stay free for the shell. */
const mostPreloads = 3;

/** Preloads of the module whose pages begin with what `path` begins with. */
function preloads(
  modules: readonly VisibleModule[],
  path: string,
  integrity: Readonly<Record<string, string>>,
  nonce: string,
): string[] {
  const asked = modules.find((entry) => path === entry.path || path.startsWith(`${entry.path}/`));
  return (asked?.preload ?? []).slice(0, mostPreloads).map((file) => {
    const address = `/modules/${asked?.id}/${asked?.version}/${file}`;
    return `<link rel="modulepreload" href="${escapeHtml(address)}" integrity="${integrity[address] ?? ''}" nonce="${nonce}">`;
  });
}

/** Adds the hash to every script and style sheet that the page itself names. */
function withIntegrity(html: string, integrity: Readonly<Record<string, string>>): string {
  return html.replace(/<(?:script|link)\b[^>]*>/gi, (tag) => {
    const address = /\b(?:src|href)="([^"]+)"/.exec(tag)?.[1];
    const hash = address && integrity[address];
    if (!hash || /\bintegrity=/.test(tag)) return tag;
    return tag.replace(/\s*\/?>$/, (end) => ` integrity="${hash}"${end}`);
  });
}
