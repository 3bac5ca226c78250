import { childId } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import type { Answer } from '../../testkit/test-platform.ts';
import { answered } from '../matrix/matrix-world.ts';
import { day, madeBy, startAttackWorld, toAllocate, type AttackWorld } from './attack-world.ts';
import { mint } from './forged-token.ts';

/** Changes that name what is one's own and what is not, or try what is somebody else's: none of them changes anything. */

let world: AttackWorld;
let manager: string;
let foreignManager: string;
/** Of the same authority as `manager`, and named for nothing. */
let colleague: string;

beforeAll(async () => {
  world = await startAttackWorld();
  const { platform } = world;
  manager = await platform.token('la-manager');
  foreignManager = mint(platform, { sub: 'foreign-manager', role: 'la-manager', la: places.away });
  colleague = mint(platform, { sub: 'colleague', role: 'la-manager', la: places.home });
});
afterAll(() => world?.stop());

const change: AttackWorld['change'] = (...args) => world.change(...args);

interface Page {
  readonly children: {
    readonly edges: readonly object[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

/** Everything of the authority's children that a change could have touched, as the one who sees them all sees it. */
async function everything(token = manager): Promise<string> {
  const query = `query ($after: String) { children(first: 40, after: $after) { pageInfo { hasNextPage endCursor } edges { node {
    id name { givenNames familyName } restriction { id } independentReviewingOfficer { id } allocations { id endedOn } } } } }`;
  const pages: string[] = [];
  for (let after: string | null = null; ;) {
    const answer: Answer<Page> = await world.platform.ask<Page>(token, query, { after });
    const { edges, pageInfo } = answered(answer).children;
    pages.push(JSON.stringify(edges));
    if (!pageInfo.hasNextPage) break;
    after = pageInfo.endCursor;
  }
  const inspections = await world.platform.ask(
    token,
    `{ localAuthority(id: "${token === manager ? places.home : places.away}") { inspections { id status sample { id } } credentials { id status } contracts { id status } restrictions { id } } }`,
  );
  return pages.join('') + JSON.stringify(inspections.data);
}

describe('a change that names one’s own and what is not one’s own changes neither', () => {
  const mixed = () => {
    const { subjects } = world;
    return {
      foreign: [subjects['with the authority'].id, subjects['of another authority'].id],
      'never was': [subjects['with the authority'].id, childId(places.home, 'NEVER')],
      twisted: [
        subjects['with the authority'].id,
        subjects['of another authority'].id.replace(places.away, places.home),
      ],
      nonsense: [subjects['with the authority'].id, `${subjects['with the authority'].id} `, 'x', ''],
    };
  };
  const kinds = ['foreign', 'never was', 'twisted', 'nonsense'] as const;
  const bulk = [
    [
      'allocateChildren',
      (childIds: string[]) => ({
        contractId: world.contractId,
        children: childIds.map(toAllocate),
        startedOn: day(),
        idempotencyKey: `mixed ${childIds.join()}`,
      }),
    ],
    ['appointIndependentReviewingOfficer', (childIds: string[]) => ({ childIds, officerId: 'attacker', from: day() })],
    ['sampleChildren', (childIds: string[]) => ({ inspectionId: world.inspectionId, childIds })],
  ] as const;
  test.each(bulk.flatMap(([name, input]) => kinds.map((kind) => [name, kind, input] as const)))(
    '%s: %s',
    async (name, kind, input) => {
      const before = await everything();
      const { data, errors } = await change(manager, name, input(mixed()[kind]));
      expect(data === null || String(data[name]?.['__typename']).endsWith('Error')).toBe(true);
      expect(errors.map(({ extensions }) => extensions?.code)).not.toContain('INTERNAL_SERVER_ERROR');
      expect(await everything()).toBe(before);
    },
  );

  test('endAllocations: one’s own and one of another authority', async () => {
    const { platform, subjects } = world;
    const allocations = async (token: string, id: string): Promise<string[]> => {
      const { data } = await platform.ask<{ child: { allocations: { id: string }[] } }>(
        token,
        'query ($id: ID!) { child(id: $id) { allocations { id } } }',
        { id },
      );
      return data?.child.allocations.map((allocation) => allocation.id) ?? [];
    };
    const own = await allocations(manager, subjects['with the practice'].id);
    const foreign = await allocations(
      await platform.token('la-manager', { la: places.away }),
      subjects['of another authority'].id,
    );
    expect([own.length, foreign.length]).toEqual([1, 1]);
    const before = await everything();
    const { data } = await change(manager, 'endAllocations', {
      allocationIds: [...own, ...foreign],
      lastDay: day(),
      reason: 'TAKEN_BACK',
      explanation: 'To take it away.',
    });
    expect(data).toBeNull();
    expect(await everything()).toBe(before);
  });

  test('several changes in one operation: when one is refused, its own is undone', async () => {
    const { subjects } = world;
    const before = await everything();
    const query = `mutation ($own: ID!, $foreign: ID!) {
      a: recordChildName(input: { childId: $own, givenNames: "Taken", familyName: "Over" }) { id }
      b: recordChildName(input: { childId: $foreign, givenNames: "Taken", familyName: "Over" }) { id } }`;
    const { data } = await world.platform.ask(manager, query, {
      own: subjects['with the authority'].id,
      foreign: subjects['of another authority'].id,
    });
    expect(data).toBeNull();
    expect(await everything()).toBe(before);
  });
});

describe('what is another authority’s', () => {
  const attempts: readonly (readonly [string, string, () => object])[] = [
    ['endContract', 'a contract', () => ({ contractId: world.contractId, lastDay: day(), reason: 'To take it away.' })],
    [
      'allocateChildren',
      'a contract, with one’s own child',
      () => ({
        contractId: world.contractId,
        children: [toAllocate(world.subjects['of another authority'].id)],
        startedOn: day(),
        idempotencyKey: 'x',
      }),
    ],
    ['closeInspection', 'an inspection', () => ({ inspectionId: world.inspectionId })],
    [
      'sampleChildren',
      'an inspection, with one’s own child',
      () => ({ inspectionId: world.inspectionId, childIds: [world.subjects['of another authority'].id] }),
    ],
    [
      'removeFromSample',
      'a sample',
      () => ({ inspectionId: world.inspectionId, childIds: [world.subjects['in the inspection’s sample'].id] }),
    ],
    [
      'restrictRecord',
      'a record',
      () => ({ childId: world.subjects['with the authority'].id, reason: 'To take it away.', namedPersonIds: [] }),
    ],
    ['signOutEverywhere', 'a person', () => ({ personId: 'demo:la-analyst-of-home' })],
    ['startImport903', 'a return', () => ({ la: places.home, year: 2025, uploadIds: ['x'] })],
  ];
  test.each(attempts)('%s does nothing to %s', async (name, _what, input) => {
    const before = await everything();
    const { data, errors } = await change(foreignManager, name, input());
    expect(data).toBeNull();
    expect(['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions?.code);
    expect(await everything()).toBe(before);
  });

  test('restrictions are neither changed nor lifted by managers who are not named, here or elsewhere', async () => {
    const { data } = await world.platform.ask<{ localAuthority: { restrictions: { id: string }[] } }>(
      manager,
      `{ localAuthority(id: "${places.home}") { restrictions { id } } }`,
    );
    const ids = data?.localAuthority.restrictions.map(({ id }) => id) ?? [];
    expect(ids.length).toBeGreaterThan(0);
    for (const token of [colleague, foreignManager]) {
      for (const restrictionId of ids) {
        const never = await change(token, 'liftRestriction', {
          restrictionId: `${places.home}.never`,
        });
        const lifted = await change(token, 'liftRestriction', { restrictionId });
        const named = await change(token, 'nameForRecord', {
          restrictionId,
          namedPersonIds: ['colleague', 'foreign-manager'],
        });
        expect(lifted.errors).toEqual(never.errors);
        expect(named.errors[0]?.extensions?.code).toBe('NOT_FOUND');
      }
    }
  });

  test('credentials are not revoked and are not in the list', async () => {
    const expiresOn = Temporal.Now.plainDateISO('Europe/London').add({ months: 1 }).toString();
    const registered = await change(
      manager,
      'registerCredential',
      { name: 'Attack', purpose: 'To be tested, no more.', scopes: ['FIGURES'], expiresOn },
      '{ ... on RegisterCredentialSuccess { credential { id } } }',
    );
    const id = madeBy(registered, 'registerCredential', 'credential');
    const revoke = (each: string) => change(foreignManager, 'revokeCredential', { id: each });
    const [there, never] = [await revoke(id), await revoke('never-was')];
    expect(there.errors).toEqual(never.errors);
    const list = await world.platform.ask(
      foreignManager,
      `{ localAuthority(id: "${places.home}") { credentials { id } } }`,
    );
    expect(JSON.stringify(list.data)).not.toContain(id);
  });

  test('an idempotency key of another authority gives nothing away and stands in nobody’s way', async () => {
    const { platform, subjects } = world;
    const input = {
      contractId: world.contractId,
      children: [toAllocate(subjects['with the authority'].id)],
      startedOn: day(),
      idempotencyKey: 'guessed',
    };
    const first = await change(
      manager,
      'allocateChildren',
      input,
      '{ __typename ... on AllocateChildrenSuccess { allocations { id } } }',
    );
    expect(first.data?.['allocateChildren']?.['__typename']).toBe('AllocateChildrenSuccess');
    const repeated = await change(
      foreignManager,
      'allocateChildren',
      input,
      '{ __typename ... on AllocateChildrenSuccess { allocations { id } } }',
    );
    expect(repeated.data).toBeNull();
    const { data } = await platform.ask<{ localAuthority: { contracts: { id: string }[] } }>(
      foreignManager,
      `{ localAuthority(id: "${places.away}") { contracts { id } } }`,
    );
    const other = await change(foreignManager, 'allocateChildren', {
      ...input,
      contractId: data?.localAuthority.contracts[0]?.id,
      children: [toAllocate(subjects['of another authority'].id)],
    });
    expect(other.data?.['allocateChildren']?.['__typename']).toBe('ChildrenRefusedError');
    const reused = await change(colleague, 'allocateChildren', {
      ...input,
      children: [toAllocate(subjects['reviewed by the IRO'].id)],
    });
    expect(reused.errors[0]?.extensions?.code).toBe('BAD_USER_INPUT');
  });
});

describe('a file somebody else sent', () => {
  const HEADER = 'CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n';
  const start = (token: string, la: string, uploadIds: string[]) =>
    change(
      token,
      'startImport903',
      { la, year: 2025, uploadIds, isDryRun: true },
      '{ __typename ... on UploadNotFoundError { uploadIds } ... on StartImport903Success { import { id } } }',
    );

  test('is not there for a colleague, for another authority, or as a directory of postcodes', async () => {
    const { platform } = world;
    const id = await platform.upload(manager, 'header.csv', HEADER);
    const never = await start(colleague, places.home, [`${places.home}.never`]);
    const others = await start(colleague, places.home, [id]);
    expect(others.data?.['startImport903']?.['__typename']).toBe('UploadNotFoundError');
    expect(JSON.stringify(others.data).replace(id, 'x')).toBe(
      JSON.stringify(never.data).replace(`${places.home}.never`, 'x'),
    );
    expect((await start(foreignManager, places.away, [id])).data?.['startImport903']?.['__typename']).toBe(
      'UploadNotFoundError',
    );
    const own = await platform.upload(colleague, 'header.csv', HEADER);
    expect((await start(colleague, places.home, [own, id])).data?.['startImport903']).toEqual({
      __typename: 'UploadNotFoundError',
      uploadIds: [id],
    });
    const postcodes = await change(colleague, 'importPostcodes', { uploadId: id });
    expect(JSON.stringify(postcodes.data)).toContain('Error');
    expect((await start(manager, places.home, [id])).data?.['startImport903']?.['__typename']).toBe(
      'StartImport903Success',
    );
  });

  test('and the import of another authority, its faults and totals, do not exist', async () => {
    const { platform } = world;
    const id = await platform.upload(manager, 'header.csv', HEADER);
    const started = await start(manager, places.home, [id]);
    const importId = madeBy(started, 'startImport903', 'import');
    const query =
      'query ($id: ID!) { import903(id: $id) { id faultCount faultsCsv faults { totalCount } tables { rowsRead } } imports903 { totalCount edges { node { id } } } }';
    for (const token of [
      foreignManager,
      await platform.token('la-commissioner'),
      await platform.token('ofsted-inspector'),
      await platform.token('swp-manager'),
      await platform.token('integrator'),
      await platform.token('la-iro'),
    ]) {
      const { data } = await platform.ask<{ import903: unknown }>(token, query, { id: importId });
      expect(data?.import903 ?? null).toBeNull();
      expect(JSON.stringify(data)).not.toContain(importId);
    }
  });

  test.each(['../../etc/passwd', 'a/b.csv', 'a\\b.csv', 'a\u0000.csv', 'a\r\nb.csv', '', 'x'.repeat(300)])(
    'with the name %j is refused',
    async (name) => {
      const response = await fetch(`${world.platform.url}/uploads`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${manager}`,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(name),
        },
        body: 'x',
      });
      expect(response.status).toBe(400);
    },
  );
});
