import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import type { Subject } from '../matrix/matrix-world.ts';
import { day, madeBy, startAttackWorld, type AttackWorld } from './attack-world.ts';

let world: AttackWorld;
beforeAll(async () => {
  world = await startAttackWorld();
});
beforeEach(() => world.later(0));
afterAll(() => world?.stop());

const HEADER = 'x-mainstay-break-glass';
const somebody: AttackWorld['somebody'] = (...args) => world.somebody(...args);
const ask: AttackWorld['ask'] = (...args) => world.ask(...args);
const change: AttackWorld['change'] = (...args) => world.change(...args);
const sees: AttackWorld['sees'] = (...args) => world.sees(...args);
const minutes = (count: number): number => count * 60_000;

describe('a broken glass', () => {
  async function breakFor(token: string, child: Subject): Promise<string> {
    const broken = await change(
      token,
      'breakGlass',
      { la: child.laCode, localId: child.localId, reason: 'The child rang and nobody else is here.' },
      '{ __typename ... on BreakGlassSuccess { breakGlass { id } } }',
    );
    return madeBy(broken, 'breakGlass', 'breakGlass');
  }
  const officer = (): string => somebody('attacker-iro', 'la-iro');

  test('shows its one child, to the one who broke it, under one header, and for an hour', async () => {
    const { subjects } = world;
    const [child, other] = [subjects['with the authority'], subjects['reviewed by the IRO']];
    const token = officer();
    const id = await breakFor(token, child);
    expect(await sees(token, child)).toBe(false);
    expect(await sees(token, child, { [HEADER]: id })).toBe(true);
    expect(await sees(token, other, { [HEADER]: id })).toBe(false);
    const { data } = await ask(
      token,
      `{ children { totalCount } localAuthority(id: "${places.home}") { childMeasures(from: "2025-04-01", to: "2026-03-31") { result { __typename } } people { id } inspections { id } workers { totalCount } } }`,
      { [HEADER]: id },
    );
    expect(data).toMatchObject({ children: { totalCount: 1 }, localAuthority: { workers: { totalCount: 0 } } });
    expect(JSON.stringify(data)).not.toContain('"Known"');
    world.later(minutes(59));
    expect(await sees(token, child, { [HEADER]: id })).toBe(true);
    world.later(minutes(61));
    expect((await ask(token, '{ __typename }', { [HEADER]: id })).status).toBe(403);
  });

  test('is worth nothing to another person, another role, another authority, a machine, an inspector or an operator', async () => {
    const child = world.subjects['with the authority'];
    const id = await breakFor(officer(), child);
    const others = [
      somebody('another-iro', 'la-iro'),
      somebody('attacker-iro', 'la-manager'),
      somebody('attacker-iro', 'la-iro', { la: places.away }),
      somebody('attacker-iro', 'swp-worker', { practice: places.homePractice }),
      somebody('attacker-iro', 'ofsted-inspector'),
      somebody('attacker-iro', 'platform-operator', {}),
      await world.platform.token('integrator'),
      await world.platform.token('ofsted-inspector'),
    ];
    for (const token of others) {
      const { status, data } = await ask(token, `query { child(id: "${child.id}") { id } }`, { [HEADER]: id });
      expect({ status, data }).toEqual({ status: 403, data: null });
    }
  });

  test.each(['never', '', ' ', 'a,b', '../x', '__proto__', `${places.home}.0`, 'x'.repeat(200)])(
    'is not “%s”, and that one answers as one that is over',
    async (id) => {
      const { status, errors } = await ask(officer(), '{ __typename }', { [HEADER]: id });
      expect({ status, code: errors[0]?.extensions?.code }).toEqual({ status: 403, code: 'BREAK_GLASS_OVER' });
    },
  );

  test('under two headers is none', async () => {
    const token = officer();
    const id = await breakFor(token, world.subjects['with the authority']);
    expect(
      (
        await ask(token, '{ __typename }', [
          [HEADER, id],
          [HEADER, id],
        ])
      ).status,
    ).toBe(403);
  });

  test('changes nothing, breaks no other, reviews nothing and takes no file', async () => {
    const { subjects, platform } = world;
    const token = somebody('attacker-manager', 'la-manager');
    const id = await breakFor(token, subjects['restricted to the manager']);
    const under = { [HEADER]: id };
    const child = subjects['restricted to the manager'].id;
    const mutations = [
      `recordChildName(input: { childId: "${child}", givenNames: "A", familyName: "B" }) { id }`,
      `restrictRecord(input: { childId: "${child}", reason: "To keep it from others.", namedPersonIds: [] }) { __typename }`,
      `appointIndependentReviewingOfficer(input: { childIds: ["${child}"], officerId: "attacker", from: "${day(0)}" }) { __typename }`,
      `sampleChildren(input: { inspectionId: "${world.inspectionId}", childIds: ["${child}"] }) { id }`,
      `allocateChildren(input: { contractId: "${world.contractId}", children: [{ childId: "${child}", childsViews: { said: "Fine." }, parentsViews: { notKnownBecause: "Not found." } }], startedOn: "${day(0)}", idempotencyKey: "glass" }) { __typename }`,
      'breakGlass(input: { localId: "100001", reason: "One glass leads to another, does it not?" }) { __typename }',
      `reviewBreakGlass(input: { id: "${id}", finding: JUSTIFIED, note: "It was me." }) { __typename }`,
      'registerCredential(input: { name: "Glass", purpose: "To keep what was seen.", scopes: [CHILDREN], expiresOn: "2026-12-31" }) { __typename }',
      'signOutEverywhere(input: { personId: "demo:la-analyst" }) { endedSessions }',
    ];
    for (const mutation of mutations) {
      const { data, errors } = await ask(token, `mutation { ${mutation} }`, under);
      expect({ mutation, data, refused: errors.length > 0 }).toEqual({ mutation, data: null, refused: true });
    }
    const upload = await fetch(`${platform.url}/uploads`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        ...under,
        'x-file-name': 'a.csv',
        'content-type': 'application/octet-stream',
      },
      body: 'x',
    });
    expect(upload.status).toBe(403);
    const verify = await fetch(`${platform.url}/audit/verify`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, ...under, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(verify.status).toBe(403);
  });

  test('cannot be broken for a child of another authority, or of one the practice has no contract with', async () => {
    const foreign = world.subjects['of another authority'];
    const reason = 'The child rang and nobody else is here.';
    for (const token of [officer(), somebody('attacker-worker', 'swp-worker', { practice: places.homePractice })]) {
      const there = await change(token, 'breakGlass', {
        la: places.away,
        localId: foreign.localId,
        reason,
      });
      const never = await change(token, 'breakGlass', { la: places.away, localId: 'NEVER', reason });
      expect(there.data?.['breakGlass']).toEqual({ __typename: 'NoSuchChildError' });
      expect({ ...there, extensions: {} }).toEqual({ ...never, extensions: {} });
    }
  });

  test('is not ended or reviewed by others than those who may, and not by the one who broke it in another role', async () => {
    const token = officer();
    const id = await breakFor(token, world.subjects['with the authority']);
    expect((await change(somebody('another', 'la-manager'), 'endBreakGlass', { id })).data).toBeNull();
    await change(token, 'endBreakGlass', { id });
    expect((await ask(token, '{ __typename }', { [HEADER]: id })).status).toBe(403);
    const review = { id, finding: 'JUSTIFIED', note: 'It was me.' };
    const own = await change(somebody('attacker-iro', 'la-manager'), 'reviewBreakGlass', review);
    expect(own.data?.['reviewBreakGlass']?.['__typename']).toBe('OwnBreakGlassError');
    expect(
      (await change(somebody('foreign', 'la-manager', { la: places.away }), 'reviewBreakGlass', review)).data,
    ).toBeNull();
    expect((await change(token, 'reviewBreakGlass', review)).data).toBeNull();
  });

  test('of somebody is in nobody’s list but their managers’', async () => {
    const id = await breakFor(officer(), world.subjects['with the authority']);
    for (const token of [
      somebody('another-iro', 'la-iro'),
      await world.platform.token('la-commissioner'),
      await world.platform.token('swp-manager'),
      somebody('foreign', 'la-manager', { la: places.away }),
    ]) {
      const { data } = await ask(
        token,
        `{ myBrokenGlasses { id } localAuthority(id: "${places.home}") { brokenGlasses { id } } }`,
      );
      expect(JSON.stringify(data)).not.toContain(id);
    }
  });
});
