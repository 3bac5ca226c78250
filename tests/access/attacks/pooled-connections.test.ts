import { afterAll, beforeAll, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';
import { mint } from './forged-token.ts';

/**
 * Connections to the databases are pooled: the next request of a connection is another viewer's. Thousands of requests
 * of different viewers at once, with faults, refusals and requests that are given up in between, answer each viewer what
 * that viewer is answered alone.
 */

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform?.stop());

const QUERY = `query Everything($la: ID!, $practice: ID!) {
  children(first: 5) { totalCount edges { node { id currentPlacement { id } leadProfessional { name } allocations { id } } } }
  localAuthority(id: $la) { people { id } inspections { id } contracts { children(first: 2) { totalCount } } workers(first: 2) { totalCount }
    childMeasures(indicators: ["three-or-more-placements", "same-worker-all-year", "reviews-on-time"], from: "2025-04-01", to: "2026-03-31") { result { __typename ... on Known { numerator denominator } } } }
  practice(id: $practice) { name contracts { id } }
}`;

interface Person {
  readonly token: string;
  readonly variables: { readonly la: string; readonly practice: string };
  alone: string;
}

async function ask({ token, variables }: Person, signal?: AbortSignal): Promise<string> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables }),
    ...(signal ? { signal } : {}),
  });
  return response.text();
}

/** What goes wrong in between: refused, not understood, given up halfway, failing in the database. */
const disturbances: readonly ((person: Person) => Promise<unknown>)[] = [
  (person) =>
    platform.ask(
      person.token,
      'mutation { recordChildName(input: { childId: "E08000025.aaaaaaaaaaaaaaaaaaaa", givenNames: "A", familyName: "B" }) { id } }',
    ),
  (person) =>
    platform.ask(person.token, 'query ($x: ID!) { child(id: $x) { id } children { totalCount } }', { x: '\u0000' }),
  (person) => platform.ask(person.token, '{ children(first: 1000) { totalCount } }'),
  (person) => platform.ask('no token', `{ children { totalCount } ${person.variables.la} }`),
  (person) => ask(person, AbortSignal.timeout(1 + Math.floor(Math.random() * 20))),
];

test('each viewer is answered what that viewer is answered alone, whoever asked before over the same connection', async () => {
  const home = { la: places.home, practice: places.homePractice };
  const away = { la: places.away, practice: places.awayPractice };
  const person = (sub: string, role: string, claims: object, variables: Person['variables'] = home): Person => ({
    token: mint(platform, { sub, role, ...claims }),
    variables,
    alone: '',
  });
  const people = [
    person('a', 'la-analyst', { la: places.home }),
    person('b', 'la-analyst', { la: places.away }, away),
    person('c', 'la-manager', { la: places.withoutPractice }),
    person('d', 'la-iro', { la: places.home }),
    person('e', 'swp-worker', { practice: places.homePractice }),
    person('f', 'swp-manager', { practice: places.awayPractice }, away),
    person('demo:ofsted-inspector', 'ofsted-inspector', { la: places.home }),
    person('h', 'ofsted-inspector', { la: places.away }, away),
  ];
  // Whoever was here is in the authority's list of people from then on: all have been before answers are compared.
  for (const each of people) await ask(each);
  for (const each of people) each.alone = await ask(each);
  expect(new Set(people.map(({ alone }) => alone)).size).toBe(people.length);

  const wrong: string[] = [];
  let asked = 0;
  const worker = async (seed: number): Promise<void> => {
    for (let turn = 0; turn < 150; turn += 1) {
      const each = people[(seed * 7 + turn * 3) % people.length] as Person;
      const other = people[(seed + turn) % people.length] as Person;
      const disturb = turn % 4 === 0 ? disturbances[(seed + turn / 4) % disturbances.length] : undefined;
      const [answer] = await Promise.all([ask(each), disturb?.(other).catch(() => undefined)]);
      asked += 1;
      if (answer !== each.alone) wrong.push(`${each.alone.slice(0, 200)}\n  became ${answer.slice(0, 200)}`);
    }
  };
  await Promise.all(Array.from({ length: 16 }, (_, seed) => worker(seed)));
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(asked).toBe(2_400);
}, 300_000);
