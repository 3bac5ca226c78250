import type { ModuleEntry } from './module-entry.ts';

interface TrustedTypes {
  createPolicy(name: string, rules: { createScript: (text: string) => string }): { createScript(text: string): string };
}

const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
// The one text that the shell writes into a script is an import map that names hashes and nothing else.
const policy = trustedTypes?.createPolicy('mainstay-import-map', { createScript: (text) => text });

const pinned = new Set<string>();

/**
 * Tells the browser the hashes of a module's scripts in `folder`, unless the page's own import map names them already. A
 * script without a hash is refused (`Integrity-Policy`), a changed one too.
 */
export function pinScripts(module: ModuleEntry, folder: string): void {
  if (pinned.size === 0) for (const address of pinnedByPage()) pinned.add(address);
  const integrity: Record<string, string> = {};
  for (const [file, hash] of Object.entries(module.integrity)) {
    const address = new URL(file, folder).href;
    if (file.endsWith('.js') && !pinned.has(address)) integrity[address] = hash;
  }
  if (Object.keys(integrity).length === 0) return;
  for (const address of Object.keys(integrity)) pinned.add(address);
  const text = JSON.stringify({ integrity });
  const script = document.createElement('script');
  script.type = 'importmap';
  script.nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
  script.textContent = policy ? policy.createScript(text) : text;
  document.head.append(script);
}

function pinnedByPage(): string[] {
  const text = document.querySelector('script[type="importmap"]')?.textContent;
  const { integrity = {} } = text ? (JSON.parse(text) as { integrity?: Record<string, string> }) : {};
  return Object.keys(integrity).map((address) => new URL(address, location.href).href);
}
