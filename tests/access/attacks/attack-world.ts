import { fixedClock, systemClock, type Clock } from '@mainstay/primitives';
import { places } from '../../testkit/small-world.ts';
import type { Answer } from '../../testkit/test-platform.ts';
import { startMatrixWorld, type MatrixWorld, type Subject } from '../matrix/matrix-world.ts';
import { mint } from './forged-token.ts';

/** What came of a change: its result by the mutation's name. */
export type Changed = Answer<Record<string, Record<string, unknown>>>;

/** The world of the matrix, with a clock that can be moved and people of every kind. */
export interface AttackWorld extends MatrixWorld {
  /** Moves the clock to so many milliseconds after the present. */
  later(ms: number): void;
  /** A person who holds a token for a day; of the home authority unless the claims say otherwise. */
  somebody(sub: string, role: string, claims?: object): string;
  /** Asks the graph, with further headers. */
  ask<Data = Record<string, unknown>>(
    token: string,
    query: string,
    headers?: Record<string, string> | [string, string][],
  ): Promise<Answer<Data>>;
  /** Changes something; only the type of what came of it is asked for unless a selection says more. */
  change(token: string, mutation: string, input: object, selection?: string): Promise<Changed>;
  /** Whether a child's record opens. */
  sees(token: string, child: Pick<Subject, 'id'>, headers?: Record<string, string>): Promise<boolean>;
}

/** Starts it; stop it in `afterAll`. */
export async function startAttackWorld(): Promise<AttackWorld> {
  let moved = 0;
  const at = (): Date => new Date(systemClock.now().getTime() + moved);
  const clock: Clock = { now: at, today: () => fixedClock(at()).today() };
  const world = await startMatrixWorld({ clock });
  const { platform } = world;
  const ask: AttackWorld['ask'] = async (token, query, headers = {}) => post(platform.url, token, { query, headers });
  return {
    ...world,
    later: (ms) => void (moved = ms),
    somebody: (sub, role, claims = { la: places.home }) => {
      const now = Math.floor(at().getTime() / 1000);
      return mint(platform, { sub, role, iat: now, exp: now + 24 * 3_600, ...claims });
    },
    ask,
    change: (token, mutation, input, selection = '{ __typename }') => {
      const query = `mutation ($input: ${inputOf(mutation)}!) { ${mutation}(input: $input) ${selection} }`;
      return post(platform.url, token, { query, variables: { input } });
    },
    sees: async (token, { id }, headers = {}) => {
      const { data } = await ask<{ child: object | null }>(token, `{ child(id: "${id}") { id } }`, headers);
      return Boolean(data?.child);
    },
  };
}

/** The type of a mutation's input: by its name, but for the one that shares another's. */
function inputOf(mutation: string): string {
  const name = mutation === 'removeFromSample' ? 'sampleChildren' : mutation;
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}Input`;
}

interface Asked {
  readonly query: string;
  readonly variables?: object;
  readonly headers?: Record<string, string> | [string, string][];
}

async function post<Data>(
  url: string,
  token: string,
  { query, variables = {}, headers = {} }: Asked,
): Promise<Answer<Data>> {
  const sent = new Headers(headers);
  sent.set('authorization', `Bearer ${token}`);
  sent.set('content-type', 'application/json');
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: sent,
    body: JSON.stringify({ query, variables }),
  });
  const { data = null, errors = [], extensions = {} } = (await response.json()) as Partial<Answer<Data>>;
  return { status: response.status, data, errors, extensions };
}

/** The day so many days from today, as England counts. */
export function day(fromToday = 0): string {
  return Temporal.Now.plainDateISO('Europe/London').add({ days: fromToday }).toString();
}

/** The id of what a change made. Throws when it made nothing. */
export function madeBy({ data, errors }: Changed, mutation: string, what: string): string {
  const made = data?.[mutation]?.[what] as { readonly id?: string } | undefined;
  if (made?.id === undefined) throw new Error(`${mutation} made nothing: ${JSON.stringify(errors[0])}`);
  return made.id;
}

/** A child for `allocateChildren`, with what was heard and judged. */
export function toAllocate(childId: string): object {
  const parentsViews = { notKnownBecause: 'They cannot be found.' };
  return { childId, childsViews: { said: 'I would like that.' }, parentsViews, judgement: 'It is time.' };
}
