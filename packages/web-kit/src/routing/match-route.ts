/** What a route says of the addresses it is for. */
export interface RoutePattern {
  /** Segments below the path of the routes around it: `children/:childId`; a last `*` takes whatever follows. */
  readonly path?: string;
  /** True for the address of the routes around it itself. */
  readonly index?: boolean;
}

/** Which route an address belongs to. */
export interface RouteMatch<Pattern> {
  readonly route: Pattern;
  /** What the address has in the place of each `:name`. */
  readonly params: Readonly<Record<string, string>>;
  /** The part of the address that the route took: where routes inside it go on. */
  readonly base: string;
}

/**
 * The route for `pathname` among those mounted at `base`, or null. Of several that fit, the one that says most: a word
 * before a `:name`, and both before `*`.
 */
export function matchRoute<Pattern extends RoutePattern>(
  routes: readonly Pattern[],
  pathname: string,
  base: string,
): RouteMatch<Pattern> | null {
  const around = segmentsOf(base);
  const all = segmentsOf(pathname);
  if (around.some((segment, index) => all[index] !== segment)) return null;
  const rest = all.slice(around.length);
  let best: (RouteMatch<Pattern> & { weights: string }) | null = null;
  for (const route of routes) {
    const match = fit(segmentsOf(route.index ? '' : (route.path ?? '')), rest);
    if (!match || (best && best.weights >= match.weights)) continue;
    const taken = all.slice(0, around.length + match.length);
    best = { route, params: match.params, base: `/${taken.join('/')}`, weights: match.weights };
  }
  return best && { route: best.route, params: best.params, base: best.base };
}

function fit(pattern: readonly string[], segments: readonly string[]) {
  const isOpen = pattern.at(-1) === '*';
  const fixed = isOpen ? pattern.slice(0, -1) : pattern;
  if (isOpen ? segments.length < fixed.length : segments.length !== fixed.length) return null;
  const params: Record<string, string> = {};
  // One digit for each segment, so that weights compare as text: more is more exact.
  let weights = '';
  for (const [index, wanted] of fixed.entries()) {
    const segment = segments[index] ?? '';
    if (!wanted.startsWith(':') && wanted !== segment) return null;
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decode(segment);
    weights += wanted.startsWith(':') ? '2' : '3';
  }
  return { params, length: fixed.length, weights: weights + (isOpen ? '0' : '1') };
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter(Boolean);
}

/** A segment as it was before it was put into an address; itself when it cannot have been. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
