import {
  Children,
  createContext,
  isValidElement,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type FunctionComponent,
  type ReactNode,
} from 'react';
import { matchRoute, type RoutePattern } from './match-route.ts';

/** Where the reader is. */
export interface Place {
  readonly pathname: string;
  /** With its `?`; empty when there is none. */
  readonly search: string;
  /** With its `#`; empty when there is none. */
  readonly hash: string;
  /** True when they came back to it, or forward again: the browser then knows how far they had read. */
  readonly isReturn: boolean;
}

/** Goes to an address of this service: a whole path, or `?…` to change only what follows the path. */
export type Navigator = (to: string, options?: { readonly replace?: boolean }) => void;

interface RouterState {
  readonly place: Place;
  readonly navigate: Navigator;
}

const RouterContext = createContext<RouterState | null>(null);
const RouteContext = createContext<{ base: string; params: Readonly<Record<string, string>> }>({
  base: '/',
  params: {},
});

/** Follows the browser's address. */
export function BrowserRouter({ children }: { children: ReactNode }) {
  const [place, setPlace] = useState(() => placeOf(location, false));
  useEffect(() => {
    const returned = () => startTransition(() => setPlace(placeOf(location, true)));
    window.addEventListener('popstate', returned);
    return () => window.removeEventListener('popstate', returned);
  }, []);
  const navigate = useCallback<Navigator>((to, { replace = false } = {}) => {
    const url = new URL(to, location.href);
    const isHere = url.href === location.href;
    if (replace || isHere) history.replaceState(null, '', url);
    else history.pushState(null, '', url);
    // The page that is there stays until the next one can be drawn.
    startTransition(() => setPlace(placeOf(url, false)));
  }, []);
  return (
    <Router place={place} navigate={navigate}>
      {children}
    </Router>
  );
}

/** Follows an address of its own: for tests. */
export function MemoryRouter({ initialPath, children }: { initialPath: string; children: ReactNode }) {
  const [url, setUrl] = useState(() => new URL(initialPath, 'http://memory'));
  const navigate = useCallback<Navigator>((to) => setUrl((from) => new URL(to, from)), []);
  return (
    <Router place={placeOf(url, false)} navigate={navigate}>
      {children}
    </Router>
  );
}

function Router({ place, navigate, children }: RouterState & { children: ReactNode }) {
  const state = useMemo(() => ({ place, navigate }), [place, navigate]);
  return <RouterContext value={state}>{children}</RouterContext>;
}

function placeOf({ pathname, search, hash }: Pick<URL, 'pathname' | 'search' | 'hash'>, isReturn: boolean): Place {
  return { pathname, search, hash, isReturn };
}

/** One route: it draws nothing itself, `Routes` reads it. */
export const Route: FunctionComponent<RoutePattern & { readonly element: ReactNode }> = () => null;

/** Draws the one of its routes that the address belongs to. Routes inside that route's element go on from there. */
export function Routes({ children }: { children: ReactNode }) {
  const { pathname } = useLocation();
  const { base, params } = useContext(RouteContext);
  const routes = Children.toArray(children).flatMap((child) =>
    isValidElement<RoutePattern & { element: ReactNode }>(child) ? [{ ...child.props, key: child.key }] : [],
  );
  const match = matchRoute(routes, pathname, base);
  if (!match) return null;
  return (
    <RouteContext key={match.route.key} value={{ base: match.base, params: { ...params, ...match.params } }}>
      {match.route.element}
    </RouteContext>
  );
}

/** Leads on to another address as soon as it is drawn. */
export function Navigate({ to, replace = false }: { to: string; replace?: boolean }): null {
  const navigate = useNavigate();
  useEffect(() => navigate(to, { replace }), [navigate, to, replace]);
  return null;
}

/** Where the reader is. */
export function useLocation(): Place {
  return useRouter().place;
}

/** How to go elsewhere; the same function at every drawing. */
export function useNavigate(): Navigator {
  return useRouter().navigate;
}

/** What the address has in the place of each `:name` of the routes around this component. */
export function useParams(): Readonly<Record<string, string | undefined>> {
  return useContext(RouteContext).params;
}

/** What the address says after its `?`, and how to change it. */
export function useSearchParams(): [
  URLSearchParams,
  (next: URLSearchParams, options?: { readonly replace?: boolean }) => void,
] {
  const { place, navigate } = useRouter();
  const search = useMemo(() => new URLSearchParams(place.search), [place.search]);
  const change = useCallback<(next: URLSearchParams, options?: { readonly replace?: boolean }) => void>(
    (next, options) => navigate(`?${next}`, options),
    [navigate],
  );
  return [search, change];
}

function useRouter(): RouterState {
  const router = useContext(RouterContext);
  if (!router) throw new Error('There is no router around this component.');
  return router;
}
