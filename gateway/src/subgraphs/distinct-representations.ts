import type { SubgraphResponse } from './subgraph-client.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Variables that ask for every entity once, and the way back to an answer for all. */
export interface DistinctRequest {
  readonly variables: Variables;
  /** The answer to the request as it was: an entity that was asked for several times is there as often, each its own. */
  expand(response: SubgraphResponse): SubgraphResponse;
}

/**
 * Leaves repeated representations out: fifty children of eight workers ask for eight workers, not for fifty. Null when
 * none is repeated.
 */
export function distinctRepresentations(variables: Variables | undefined): DistinctRequest | null {
  const asked = variables?.['representations'];
  if (!Array.isArray(asked) || asked.length < 2) return null;
  const placeOf = new Map<string, number>();
  const firsts: number[] = [];
  const places = asked.map((representation, index) => {
    const key = JSON.stringify(representation);
    const known = placeOf.get(key);
    if (known !== undefined) return known;
    placeOf.set(key, firsts.length);
    return firsts.push(index) - 1;
  });
  if (firsts.length === asked.length) return null;
  const representations = firsts.map((index) => asked[index] as unknown);
  return {
    variables: { ...variables, representations },
    expand: (response) => expanded(response, { places, firsts }),
  };
}

interface Way {
  /** For each representation asked for, its place among those sent. */
  readonly places: readonly number[];
  /** For each one sent, where it was first asked for. */
  readonly firsts: readonly number[];
}

function expanded(response: SubgraphResponse, { places, firsts }: Way): SubgraphResponse {
  const entities = response.data?.['_entities'];
  const errors = response.errors?.map((error) => {
    const [field, place, ...rest] = error.path ?? [];
    if (field !== '_entities' || typeof place !== 'number') return error;
    return { ...error, path: [field, firsts[place] ?? place, ...rest] };
  });
  // A subgraph that answers another number than it was sent is told so by the gateway.
  const isWhole = Array.isArray(entities) && entities.length === firsts.length;
  const data = isWhole ? { ...response.data, _entities: repeated(entities, { places, firsts }) } : response.data;
  return { ...response, ...(data === undefined ? {} : { data }), ...(errors ? { errors } : {}) };
}

/** The plan writes into the entities it receives, so no two may be the same object. */
function repeated(entities: readonly unknown[], { places, firsts }: Way): unknown[] {
  return places.map((place, index) => (firsts[place] === index ? entities[place] : copyOf(entities[place])));
}

/** A copy of a value that came out of JSON; `structuredClone` takes several times as long. */
function copyOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(copyOf);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copyOf((value as Record<string, unknown>)[key]);
  return copy;
}
