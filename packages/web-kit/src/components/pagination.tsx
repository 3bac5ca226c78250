import { classNames } from './class-names.ts';
import { Anchor } from './link.tsx';

/** Pages in a row: where each link leads. Cursor lists leave `items` out and have only previous and next. */
export interface PaginationProps {
  readonly previous?: string | null | undefined;
  readonly next?: string | null | undefined;
  readonly items?: readonly PageLink[];
  /** Names the list, when a page has more than one: `Pagination of faults`. */
  readonly label?: string;
}

/** A numbered page, or `'…'` for those left out. */
export type PageLink = '…' | { readonly number: number; readonly to: string; readonly isCurrent?: boolean };

/** GOV.UK's pagination. Shows nothing when there is nowhere to go. */
export function Pagination({ previous, next, items = [], label = 'Pagination' }: PaginationProps) {
  if (!previous && !next && items.length < 2) return null;
  // Without numbers between them the two links stand under each other, and say which is which by their arrows.
  const isBlock = items.length === 0;
  return (
    <nav className={classNames('govuk-pagination', isBlock && 'govuk-pagination--block')} aria-label={label}>
      {previous && (
        <div className="govuk-pagination__prev">
          <Step to={previous} rel="prev" word="Previous" isBlock={isBlock} />
        </div>
      )}
      {items.length > 0 && (
        <ul className="govuk-pagination__list">
          {items.map((item, index) => (
            <Item key={item === '…' ? `gap-${index}` : item.number} item={item} />
          ))}
        </ul>
      )}
      {next && (
        <div className="govuk-pagination__next">
          <Step to={next} rel="next" word="Next" isBlock={isBlock} />
        </div>
      )}
    </nav>
  );
}

function Item({ item }: { item: PageLink }) {
  if (item === '…') return <li className="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li className={`govuk-pagination__item${item.isCurrent ? ' govuk-pagination__item--current' : ''}`}>
      <Anchor
        className="govuk-link govuk-pagination__link"
        to={item.to}
        aria-label={`Page ${item.number}`}
        {...(item.isCurrent ? { 'aria-current': 'page' as const } : {})}
      >
        {item.number}
      </Anchor>
    </li>
  );
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
};

interface StepProps {
  readonly to: string;
  readonly rel: 'prev' | 'next';
  readonly word: string;
  readonly isBlock: boolean;
}

function Step({ to, rel, word, isBlock }: StepProps) {
  const arrow = (
    <svg
      className={`govuk-pagination__icon govuk-pagination__icon--${rel}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[rel]} />
    </svg>
  );
  return (
    <Anchor className="govuk-link govuk-pagination__link" to={to} rel={rel}>
      {(isBlock || rel === 'prev') && arrow}
      <span
        className={classNames('govuk-pagination__link-title', isBlock && 'govuk-pagination__link-title--decorated')}
      >
        {word}
        <span className="govuk-visually-hidden"> page</span>
      </span>
      {!isBlock && rel === 'next' && arrow}
    </Anchor>
  );
}
