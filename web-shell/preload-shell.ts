import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite';

type OutputBundle = Rolldown.OutputBundle;
type OutputChunk = Rolldown.OutputChunk;

/**
 * Names in the page every script that the first picture needs, and the style sheet. Without it the browser learns of each
 * only when the one before has come: the federation starts in five steps.
 */
export function preloadShell(): Plugin {
  return {
    name: 'preload-shell',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = neededFirst(bundle);
        const styles = new Set([...chunks].flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]));
        return [
          ...[...styles].map((file) => tag({ rel: 'stylesheet', href: `/${file}` })),
          ...[...chunks].map(({ fileName }) => tag({ rel: 'modulepreload', href: `/${fileName}` })),
        ];
      },
    },
  };
}

function tag(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' };
}

/** The entry and all that it leads to, up to the pages that come on demand. */
function neededFirst(bundle: OutputBundle): Set<OutputChunk> {
  const found = new Set<OutputChunk>();
  const follow = (fileName: string) => {
    const chunk = bundle[fileName];
    if (chunk?.type !== 'chunk' || found.has(chunk)) return;
    found.add(chunk);
    for (const next of chunk.imports) follow(next);
    if (!drawsPages(chunk)) for (const next of chunk.dynamicImports) follow(next);
  };
  for (const chunk of Object.values(bundle)) {
    const isRemoteEntry = chunk.fileName.startsWith('remoteEntry');
    if (chunk.type === 'chunk' && (isRemoteEntry || (chunk.isEntry && chunk.facadeModuleId?.endsWith('.html')))) {
      follow(chunk.fileName);
    }
  }
  return found;
}

/** What these chunks import on demand comes when somebody opens it. */
function drawsPages({ moduleIds }: OutputChunk): boolean {
  return moduleIds.some((id) => id.includes('/web-kit/src/') || /\/web-shell\/src\/(?!main\.ts)/.test(id));
}
