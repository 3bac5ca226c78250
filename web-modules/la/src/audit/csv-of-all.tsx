import { Button, csvOf, Loading, PartMissing, saveFile, type CsvCell } from '@mainstay/web-kit';
import { useState } from 'react';

/** One page of a list, as the graph answers it. */
export interface ListPage<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: Node }[];
}

/** Pages of a hundred that are fetched at most for one file or one print. */
const PAGES = 50;

/**
 * Every entry of a list, page after page; 5,000 at most.
 *
 * @throws whatever `fetchPage` throws.
 */
export async function fetchAll<Node>(
  fetchPage: (after: string | null) => Promise<ListPage<Node> | undefined>,
): Promise<{ readonly nodes: readonly Node[]; readonly total: number }> {
  const nodes: Node[] = [];
  let total = 0;
  let after: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const list = await fetchPage(after);
    if (!list) break;
    nodes.push(...list.edges.map(({ node }) => node));
    total = list.totalCount;
    after = list.pageInfo.endCursor;
    if (!list.pageInfo.hasNextPage || after === null) break;
  }
  return { nodes, total };
}

/** A button that fetches a whole list and saves it as a CSV file. */
export function CsvOfAll<Node>(props: {
  /** The file's name, with `.csv` and without anything personal. */
  readonly fileName: string;
  /** What is in it, for those who hear the button alone. */
  readonly of: string;
  readonly columns: readonly string[];
  readonly fetchPage: (after: string | null) => Promise<ListPage<Node> | undefined>;
  readonly row: (node: Node) => readonly CsvCell[];
}) {
  const [isFetching, setFetching] = useState(false);
  const [error, setError] = useState<string>();
  const [cut, setCut] = useState<string>();
  const download = () => {
    setError(undefined);
    setCut(undefined);
    setFetching(true);
    fetchAll(props.fetchPage)
      .then(({ nodes, total }) => {
        saveFile(props.fileName, csvOf(props.columns, nodes.map(props.row)));
        if (nodes.length < total)
          setCut(`The file holds the newest ${nodes.length} of ${total}: narrow the search for the rest.`);
      })
      .catch((reason: Error) => setError(reason.message))
      .finally(() => setFetching(false));
  };
  if (isFetching) return <Loading what="the file" count={1} />;
  return (
    <>
      {error && <PartMissing what="The file" reason={error} />}
      {cut && <p className="govuk-body">{cut}</p>}
      <Button kind="secondary" type="button" onClick={download}>
        Download CSV<span className="govuk-visually-hidden"> of {props.of}</span>
      </Button>
    </>
  );
}
