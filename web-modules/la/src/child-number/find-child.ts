import { runOperation } from '@mainstay/web-kit';
import { ChildByNumberDocument } from '../generated/operations.ts';

/** A child, found by the number its authority calls it by. */
export interface FoundChild {
  readonly id: string;
  readonly localId: string;
}

/**
 * The child of the authority with exactly this number; undefined when there is none that the viewer may see.
 *
 * @throws OperationError when the graph does not answer.
 */
export async function findChild(la: string, number: string): Promise<FoundChild | undefined> {
  const { data } = await runOperation(ChildByNumberDocument, { la, number });
  return data.children.edges.map(({ node }) => node).find(({ localId }) => localId === number);
}

/** The children with these numbers, and the numbers with which none was found; both in the order given. */
export async function findChildren(la: string, numbers: readonly string[]) {
  const found = await Promise.all(numbers.map((number) => findChild(la, number)));
  return {
    children: found.filter((child) => child !== undefined),
    unknown: numbers.filter((_number, index) => found[index] === undefined),
  };
}
