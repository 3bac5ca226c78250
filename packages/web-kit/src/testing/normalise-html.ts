const voidElements = new Set(['br', 'img', 'input', 'path', 'circle']);
const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#x27;': "'",
  '&ctdot;': '⋯',
};

/**
 * HTML as a list of lines that are equal when two pieces of HTML mean the same: attributes in order, white space
 * collapsed, ids numbered in the order in which they appear. What is ours (`mainstay-…` classes) is left out, and so is
 * `<x-raw>`, with which a test puts HTML where a component takes an element.
 */
export function normaliseHtml(html: string, ignoredAttributes: readonly string[] = []): string[] {
  const ids = new Map<string, string>();
  const numbered = (value: string) => value.replace(/[^\s#]+/g, (id) => ids.get(id) ?? id);
  for (const [, id = ''] of html.matchAll(/\sid="([^"]*)"/g)) ids.set(id, `id-${ids.size + 1}`);
  const lines: string[] = [];
  const bare = html
    .replaceAll(/<!--.*?-->/gs, '')
    .replaceAll(/<span class="mainstay-[\w-]+"[^>]*>(.*?)<\/span>/gs, '$1');
  for (const [token] of bare.matchAll(/<[^>]+>|[^<]+/g)) {
    if (!token.startsWith('<')) {
      const text = decode(token).replace(/\s+/g, ' ').trim();
      if (text) lines.push(text);
      continue;
    }
    const [, close, name = '', rest = ''] = /^<(\/?)([\w-]+)([\s\S]*?)\/?>$/.exec(token) ?? [];
    if (name === 'x-raw' || (close && voidElements.has(name))) continue;
    if (close) lines.push(`</${name}>`);
    else lines.push(`<${[name, ...attributesOf(rest, ignoredAttributes, numbered)].join(' ')}>`);
  }
  return joinText(lines);
}

function attributesOf(text: string, ignored: readonly string[], numbered: (value: string) => string): string[] {
  const attributes: string[] = [];
  for (const [, written = '', value = ''] of text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)) {
    const name = written.toLowerCase();
    if (ignored.includes(name)) continue;
    let shown = decode(value);
    if (name === 'class')
      shown = shown
        .split(/\s+/)
        .filter((each) => each && !each.startsWith('mainstay-'))
        .toSorted()
        .join(' ');
    if (['id', 'for', 'href', 'aria-labelledby', 'aria-describedby', 'aria-controls'].includes(name))
      shown = numbered(shown);
    if (name !== 'class' || shown) attributes.push(shown ? `${name}="${shown}"` : name);
  }
  return attributes.toSorted();
}

/** Text that React wrote in several pieces is one. */
function joinText(lines: readonly string[]): string[] {
  const joined: string[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && !last.startsWith('<') && !line.startsWith('<'))
      joined[joined.length - 1] = `${last} ${line}`;
    else joined.push(line);
  }
  return joined;
}

function decode(text: string): string {
  return text.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);
}
