import { useState, useSyncExternalStore } from 'react';
import { useLocation } from '../routing/router.tsx';
import { Anchor } from '../components/link.tsx';
import { classNames } from '../components/class-names.ts';

/** One link of the navigation. */
export interface NavigationLink {
  readonly label: string;
  /** The whole path. */
  readonly path: string;
  /** Further paths whose pages belong to it. */
  readonly covers?: readonly string[];
}

const wide = '(min-width: 40.0625em)';

/** GOV.UK's service navigation, drawn from the registry: a module that does not load keeps its links. */
export function Navigation({ links }: { links: readonly NavigationLink[] }) {
  const { pathname } = useLocation();
  // Open on one page only: whoever went to another has chosen.
  const [openOn, setOpenOn] = useState<string | null>(null);
  const isOpen = openOn === pathname;
  const isWide = useSyncExternalStore(
    watchWidth,
    () => matchMedia(wide).matches,
    () => true,
  );
  if (links.length === 0) return null;
  const current = currentLink(links, pathname);
  return (
    <div className="govuk-service-navigation" data-module="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle govuk-js-service-navigation-toggle"
              aria-controls="navigation"
              {...(isWide ? { hidden: true, 'aria-hidden': true } : { 'aria-expanded': isOpen })}
              onClick={() => setOpenOn(isOpen ? null : pathname)}
            >
              Menu
            </button>
            <ul className="govuk-service-navigation__list" id="navigation" hidden={!isWide && !isOpen}>
              {links.map((link) => (
                <Item key={link.path} link={link} isCurrent={link === current} isHere={link.path === pathname} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}

function Item({ link, isCurrent, isHere }: { link: NavigationLink; isCurrent: boolean; isHere: boolean }) {
  return (
    <li className={classNames('govuk-service-navigation__item', isCurrent && 'govuk-service-navigation__item--active')}>
      <Anchor
        className="govuk-service-navigation__link"
        to={link.path}
        {...(isHere ? { 'aria-current': 'page' as const } : {})}
      >
        {isCurrent ? <strong className="govuk-service-navigation__active-fallback">{link.label}</strong> : link.label}
      </Anchor>
    </li>
  );
}

/** The link of the section a page belongs to: that of the longest path that the page's begins with. */
export function currentLink(links: readonly NavigationLink[], pathname: string): NavigationLink | undefined {
  return links
    .flatMap((link) => [link.path, ...(link.covers ?? [])].map((path) => ({ link, path })))
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)[0]?.link;
}

function watchWidth(changed: () => void): () => void {
  const query = matchMedia(wide);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
