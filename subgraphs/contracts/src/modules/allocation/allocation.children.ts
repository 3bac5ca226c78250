import type { InternalClient, Viewer } from '@mainstay/subgraph-kit';

/** Which of these children the viewer may see: the children subgraph knows, who holds their records. */
export type ChildrenInSight = (viewer: Viewer, childIds: readonly string[]) => Promise<readonly string[]>;

/** Asks the children subgraph. Throws UnavailableError when it does not answer: then nobody is allocated. */
export function childrenInSightOf(children: () => InternalClient): ChildrenInSight {
  return (viewer, childIds) =>
    children().call<string[]>('children-in-sight', { caller: { kind: 'viewer', viewer }, body: bytesOf(childIds) });
}

async function* bytesOf(value: unknown): AsyncIterable<Uint8Array> {
  yield new TextEncoder().encode(JSON.stringify(value));
}
