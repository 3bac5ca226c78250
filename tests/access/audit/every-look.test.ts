import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { answered, startMatrixWorld, type MatrixWorld } from '../matrix/matrix-world.ts';
import { mint } from '../attacks/forged-token.ts';

/** However a child is looked at, the child's own list of everyone who looked says so: who, how and what for. */

let world: MatrixWorld;
let manager: string;
let childId: string;
let sampledId: string;
beforeAll(async () => {
  world = await startMatrixWorld();
  manager = await world.platform.token('la-manager');
  childId = world.subjects['with the practice'].id;
  sampledId = world.subjects['in the inspection’s sample'].id;
});
afterAll(() => world.stop());

interface Look {
  readonly how: string;
  readonly purpose: string;
  readonly role: string;
  readonly operation: string | null;
}

/** The looks at a child by an operation, once they are sealed. */
async function looksBy(operation: string, id = childId): Promise<Look[]> {
  const query = `query Looks($id: ID!) { child(id: $id) { accesses(first: 50) { edges { node {
    how purpose role operation } } } } }`;
  interface Found {
    readonly child: { readonly accesses: { readonly edges: readonly { readonly node: Look }[] } } | null;
  }
  const { child } = answered(await world.platform.ask<Found>(manager, query, { id }));
  return (child?.accesses.edges ?? []).map(({ node }) => node).filter((look) => look.operation === operation);
}

const person = (role: string, claims: object) => mint(world.platform, { sub: `somebody:${role}`, role, ...claims });
const home = { la: places.home };
const list = (inside: string) =>
  `children(practice: "${places.homePractice}", first: 100) { totalCount edges { ${inside} } }`;

describe('the record of a child', () => {
  test.each([
    ['ByTwoNames', () => `a: child(id: "${childId}") { id } b: child(id: "${childId}") { localId }`, 'OPENED'],
    ['ByFragment', () => `... on Query { ... on Query { child(id: "${childId}") { __typename } } }`, 'OPENED'],
    ['ByTypeAlone', () => `child(id: "${childId}") { __typename }`, 'OPENED'],
    ['ByHistory', () => list('node { placements { id } }'), 'OPENED'],
    ['ByPastDay', () => list('node { isLookedAfter(on: "2020-01-01") }'), 'OPENED'],
    ['ByList', () => list('node { localId }'), 'LISTED'],
    ['ByCursor', () => list('cursor'), 'LISTED'],
    ['ByCount', () => `children(practice: "${places.homePractice}", first: 100) { totalCount }`, 'LISTED'],
    [
      'ByContract',
      () => `contract(id: "${world.contractId}") { children(first: 100) { edges { node { localId } } } }`,
      'LISTED',
    ],
    ['ByAllocations', () => list('node { allocations { id } }'), 'OPENED'],
    [
      'BesideRefusal',
      () => `child(id: "${childId}") { localId accesses { totalCount } } localAuthority(id: "${places.home}") {
        auditEvents { totalCount } }`,
      'OPENED',
    ],
  ])('%s', async (name, body, how) => {
    const analyst = person('la-analyst', home);
    await world.platform.ask(analyst, `query ${name} { ${body()} }`);
    await expect
      .poll(() => looksBy(name), { timeout: 10_000 })
      .toEqual([{ how, purpose: 'care', role: 'la-analyst', operation: name }]);
  });

  test('changed', async () => {
    const analyst = person('la-analyst', home);
    const named = `mutation Naming { recordChildName(input: { childId: "${childId}", givenNames: "Robin", familyName: "Made-up" }) { id } }`;
    answered(await world.platform.ask(analyst, named));
    await expect.poll(() => looksBy('Naming'), { timeout: 10_000 }).toMatchObject([{ how: 'CHANGED' }]);
  });

  test('read by somebody who hangs up before the answer, and over a connection used twice', async () => {
    const token = person('la-analyst', home);
    const { hostname, port } = new URL(world.platform.url);
    const request = (name: string) => {
      const body = JSON.stringify({ query: `query ${name} { child(id: "${childId}") { localId placements { id } } }` });
      return `POST /graphql HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: Bearer ${token}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
    };
    const used = await openTo(Number(port));
    used.write(request('FirstOfTwo') + request('SecondOfTwo'));
    await once(used, 'data');
    used.destroy();
    const left = await openTo(Number(port));
    await new Promise<void>((sent) => left.write(request('HungUp'), () => sent()));
    left.destroy();
    for (const name of ['FirstOfTwo', 'SecondOfTwo', 'HungUp']) {
      await expect.poll(() => looksBy(name), { timeout: 10_000 }).toMatchObject([{ how: 'OPENED' }]);
    }
  });
});

async function openTo(port: number): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  return socket;
}

describe('what for', () => {
  test('a practice, for care', async () => {
    const worker = person('swp-worker', { practice: places.homePractice });
    answered(await world.platform.ask(worker, `query OfPractice { child(id: "${childId}") { localId } }`));
    await expect
      .poll(() => looksBy('OfPractice'), { timeout: 10_000 })
      .toMatchObject([{ how: 'OPENED', purpose: 'care', role: 'swp-worker' }]);
  });

  test('a machine, for what it was registered for', async () => {
    const machine = await world.platform.token('integrator');
    answered(await world.platform.ask(machine, `query OfMachine { child(id: "${childId}") { localId } }`));
    await expect
      .poll(() => looksBy('OfMachine'), { timeout: 10_000 })
      .toMatchObject([{ how: 'OPENED', purpose: expect.stringMatching(/^credential /) as string, role: 'integrator' }]);
  });

  test('an inspector, for the inspection; and both sides read so in its log', async () => {
    const inspector = await world.platform.token('ofsted-inspector');
    answered(await world.platform.ask(inspector, `query OfInspector { child(id: "${sampledId}") { localId } }`));
    const purpose = `inspection ${world.inspectionId}`;
    await expect
      .poll(() => looksBy('OfInspector', sampledId), { timeout: 10_000 })
      .toMatchObject([{ how: 'OPENED', purpose, role: 'ofsted-inspector' }]);
    const log = `query Log($id: ID!) { inspection(id: $id) { log(first: 100) { edges { node { operation records { id } } } } } }`;
    interface Logged {
      readonly inspection: { readonly log: { readonly edges: readonly { readonly node: object }[] } };
    }
    for (const token of [manager, inspector]) {
      const { inspection } = answered(await world.platform.ask<Logged>(token, log, { id: world.inspectionId }));
      expect(inspection.log.edges.map(({ node }) => node)).toContainEqual({
        operation: 'OfInspector',
        records: [{ id: sampledId }],
      });
    }
  });

  test('somebody who broke the glass, under its number', async () => {
    const { localId, id } = world.subjects['with the authority'];
    const worker = person('swp-worker', { practice: places.homePractice });
    const reason = 'The police ask where the child lives, and nobody is there.';
    interface Broken {
      readonly breakGlass: { readonly breakGlass: { readonly id: string } };
    }
    const { breakGlass } = answered(
      await world.platform.ask<Broken>(
        worker,
        `mutation Break($input: BreakGlassInput!) { breakGlass(input: $input) { ... on BreakGlassSuccess { breakGlass { id } } } }`,
        { input: { la: places.home, localId, reason } },
      ),
    );
    const glassId = breakGlass.breakGlass.id;
    const response = await fetch(`${world.platform.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${worker}`,
        'content-type': 'application/json',
        'x-mainstay-break-glass': glassId,
      },
      body: JSON.stringify({ query: `query UnderGlass { child(id: "${id}") { localId } }` }),
    });
    expect(await response.json()).toMatchObject({ data: { child: { localId } } });
    await expect
      .poll(() => looksBy('UnderGlass', id), { timeout: 10_000 })
      .toMatchObject([{ how: 'OPENED', purpose: `break-glass ${glassId}` }]);
  });
});

describe('what is no look', () => {
  interface Event {
    readonly kind: string;
    readonly outcome: string;
    readonly code: string | null;
    readonly lists: readonly { readonly name: string; readonly size: number }[];
  }
  async function eventsOf(operation: string): Promise<Event[]> {
    const query = `query Events { localAuthority(id: "${places.home}") { auditEvents(first: 100) { edges { node {
      kind outcome code operation lists { name size } } } } } }`;
    interface Found {
      readonly localAuthority: {
        readonly auditEvents: { readonly edges: readonly { readonly node: Event & { operation: string } }[] };
      };
    }
    const { localAuthority } = answered(await world.platform.ask<Found>(manager, query));
    const nodes = localAuthority.auditEvents.edges.map(({ node }) => node);
    return nodes.filter((node) => node.operation === operation);
  }

  test('a list has its size, an export is one, a policy changed is told as such, a refusal with its code', async () => {
    const analyst = person('la-analyst', home);
    const { ask } = world.platform;
    await ask(analyst, 'query Some { children(first: 7) { edges { cursor } } imports903(first: 3) { totalCount } }');
    await ask(
      analyst,
      `query Out { localAuthority(id: "${places.home}") { return903Csv(year: ${new Date().getUTCFullYear() - 1}, table: "Header") } }`,
    );
    await ask(
      analyst,
      `mutation NotMine { restrictRecord(input: { childId: "${childId}", reason: "Because I want to.", namedPersonIds: [] }) { __typename } }`,
    );
    await ask(manager, `mutation Close { closeInspection(input: { inspectionId: "${world.inspectionId}" }) { id } }`);
    expect(await eventsOf('Some')).toMatchObject([
      { kind: 'LIST', lists: expect.arrayContaining([{ name: 'children', size: 7 }]) as object },
    ]);
    expect((await eventsOf('Some'))[0]?.lists.map(({ name }) => name)).toContain('imports903');
    expect(await eventsOf('Out')).toMatchObject([{ outcome: 'DONE' }]);
    expect(await eventsOf('NotMine')).toMatchObject([
      { kind: 'REFUSAL', outcome: 'REFUSED', code: 'FORBIDDEN' },
      { kind: 'CHANGE', outcome: 'INTENDED' },
    ]);
    expect(await eventsOf('Close')).toMatchObject([
      { kind: 'POLICY', outcome: 'DONE' },
      { kind: 'CHANGE', outcome: 'INTENDED' },
    ]);
  });
});
