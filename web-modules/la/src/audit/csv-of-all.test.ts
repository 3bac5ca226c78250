import { expect, test } from 'vitest';
import { fetchAll, type ListPage } from './csv-of-all.tsx';

/** A list of `total` numbers, a hundred to a page; a cursor is the number it stands after. */
function listOf(total: number) {
  const asked: (string | null)[] = [];
  const fetchPage = async (after: string | null): Promise<ListPage<number>> => {
    asked.push(after);
    const first = Number(after ?? 0) + 1;
    const last = Math.min(total, first + 99);
    const edges = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ node: first + index }));
    return { totalCount: total, pageInfo: { hasNextPage: last < total, endCursor: String(last) }, edges };
  };
  return { asked, fetchPage };
}

test('every page is fetched, one after the other', async () => {
  const { asked, fetchPage } = listOf(230);
  const { nodes, total } = await fetchAll(fetchPage);
  expect([nodes.length, nodes.at(-1), total]).toEqual([230, 230, 230]);
  expect(asked).toEqual([null, '100', '200']);
});

test('an empty list is one page', async () => {
  const { asked, fetchPage } = listOf(0);
  expect(await fetchAll(fetchPage)).toEqual({ nodes: [], total: 0 });
  expect(asked).toHaveLength(1);
});

test('a list without an end is cut, and its length is known', async () => {
  const { nodes, total } = await fetchAll(listOf(7000).fetchPage);
  expect([nodes.length, total]).toEqual([5000, 7000]);
});

test('what may not be seen is empty', async () => {
  expect(await fetchAll(async () => undefined)).toEqual({ nodes: [], total: 0 });
});
