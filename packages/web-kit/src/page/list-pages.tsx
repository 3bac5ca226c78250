import { Link } from '../components/link.tsx';
import { Pagination } from '../components/pagination.tsx';
import { formatNumber } from '../format/format.ts';
import { useSearchParams } from '../routing/router.tsx';

/** A page of a list, as the graph tells it. */
export interface ListPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly unknown[];
}

/** What the pages of a list need. */
export interface ListPagesProps {
  readonly list: ListPage;
  /** What the address calls the page of this list; there may be other lists beside it. */
  readonly param: string;
  /** What is listed: `posts`. */
  readonly what: string;
}

/** How much of a list is shown, and the way to the rest. Shows nothing where that is all of it. */
export function ListPages({ list, param, what }: ListPagesProps) {
  const [search] = useSearchParams();
  const { totalCount, pageInfo, edges } = list;
  const isFirst = !search.has(param);
  const isLast = !pageInfo.hasNextPage;
  if (isFirst && isLast) return null;
  return (
    <>
      <p className="govuk-body-s">
        {isFirst ? 'The first ' : isLast ? 'The last ' : ''}
        {formatNumber(edges.length)} of {formatNumber(totalCount)} {what}.{' '}
        {!isFirst && <Link to={pageAddress(search, param, null)}>Back to the first</Link>}
      </p>
      <Pagination label={`Pages of ${what}`} next={isLast ? null : pageAddress(search, param, pageInfo.endCursor)} />
    </>
  );
}

/** The address of this page with another page of one of its lists; the first where there is no cursor. */
export function pageAddress(search: URLSearchParams, param: string, cursor: string | null): string {
  const next = new URLSearchParams(search);
  if (cursor === null) next.delete(param);
  else next.set(param, cursor);
  return `?${next}`;
}
