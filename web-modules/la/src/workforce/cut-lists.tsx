import { formatNumber, Link, type ListPage } from '@mainstay/web-kit';

/** An employer with the first page of a list of its own. */
export interface EmployerList {
  readonly id: string;
  readonly name: string;
  readonly list: ListPage;
}

/** Of which employers a list of all employers together holds the beginning only, with the way to the rest of each. */
export function CutLists({ lists, what }: { readonly lists: readonly EmployerList[]; readonly what: string }) {
  return lists
    .filter(({ list }) => list.pageInfo.hasNextPage)
    .map(({ id, name, list }) => (
      <p className="govuk-body" key={id}>
        Of {name}, the first {formatNumber(list.edges.length)} of {formatNumber(list.totalCount)} {what}.{' '}
        <Link to={`?of=${encodeURIComponent(id)}`}>See all of {name}</Link>
      </p>
    ));
}
