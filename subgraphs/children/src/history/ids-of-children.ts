import { childId } from '@mainstay/subgraph-kit';

/**
 * Works out the ids of an authority's children from its own numbers for them, each once however many rows name the
 * child; empty text where a row names none.
 */
export function idsOfChildren(laCode: string): (localId: string) => string {
  const known = new Map<string, string>([['', '']]);
  return (localId) => {
    const id = known.get(localId) ?? childId(laCode, localId);
    known.set(localId, id);
    return id;
  };
}
