import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../../testkit/test-platform.ts';
import { goodClaims, keyPairOf, mint, unsigned } from './forged-token.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform?.stop());

const manager = { sub: 'attacker', role: 'la-manager', la: places.home };
const now = (): number => Math.floor(Date.now() / 1000);
const encoded = (text: string | Buffer): string => Buffer.from(text).toString('base64url');

async function statusWith(authorization: string): Promise<number> {
  const response = await fetch(`${platform.url}/graphql`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/json' },
    body: '{"query":"{ children(first: 1) { totalCount } }"}',
  });
  const isAnswered = (await response.text()).includes('totalCount');
  expect(isAnswered).toBe(response.status === 200);
  return response.status;
}

/** A token with this header, signed with what a test says. */
function signed(header: object, claims: object, signature: (text: string) => string): string {
  const text = unsigned(header, claims);
  return `${text}.${signature(text)}`;
}

test('a token of the provider is good: what follows is refused for what is wrong with it', async () => {
  expect(await statusWith(`Bearer ${mint(platform, manager)}`)).toBe(200);
});

describe('a token is refused whose', () => {
  const own = (claims: object, header: object = {}): string => mint(platform, { ...manager, ...claims }, header);
  const ways: readonly (readonly [string, () => string])[] = [
    ['algorithm is none', () => `${unsigned({ alg: 'none', typ: 'at+jwt' }, goodClaims(platform, manager))}.`],
    ['algorithm is nOnE', () => `${unsigned({ alg: 'nOnE', typ: 'at+jwt' }, goodClaims(platform, manager))}.x`],
    ['signature is left out', () => `${own({}).split('.').slice(0, 2).join('.')}.`],
    [
      'signature is of other claims',
      () =>
        [
          unsigned(
            { alg: 'EdDSA', typ: 'at+jwt', kid: keyPairOf(platform, 'demonstration-signing').kid },
            goodClaims(platform, { ...manager, la: places.away }),
          ),
          own({}).split('.')[2],
        ].join('.'),
    ],
    ['signature was made with the public key as a shared secret', () => hmac('pem')],
    ['signature was made with the public key’s coordinates as a shared secret', () => hmac('jwk')],
    ['key is the attacker’s own', () => attackerSigned({})],
    ['key is brought along', () => attackerSigned({ jwk: attacker.publicKey.export({ format: 'jwk' }) })],
    [
      'key lies elsewhere',
      () => attackerSigned({ jku: 'http://127.0.0.1:1/keys.json', x5u: 'http://127.0.0.1:1/key.pem' }),
    ],
    ['key’s name is a path', () => attackerSigned({ kid: '../../../../dev/null' })],
    ['key’s name is a statement', () => attackerSigned({ kid: "x' UNION SELECT 'x" })],
    ['key’s name is of a prototype', () => attackerSigned({ kid: '__proto__' })],
    ['header has to be understood', () => own({}, { crit: ['exp'], b64: true })],
    ['good key is accompanied by another', () => own({}, { jwk: attacker.publicKey.export({ format: 'jwk' }) })],
    ['issuer is another', () => own({ iss: 'https://evil.example' })],
    ['issuer is the gateway, which did not sign it', () => own({ iss: platform.url })],
    ['issuer differs by a slash', () => own({ iss: `${platform.url}/oidc/` })],
    ['audience is another', () => own({ aud: 'another-service' })],
    ['audience is missing', () => own({ aud: undefined })],
    ['type is that of an ID token', () => own({}, { typ: 'JWT' })],
    ['type is missing', () => own({}, { typ: undefined })],
    ['type is that of a session', () => own({}, { typ: 'mainstay-session' })],
    ['time is over', () => own({ exp: now() - 60 })],
    ['time has no end', () => own({ exp: undefined })],
    ['time is no number', () => own({ exp: '9999999999' })],
    ['time has not begun', () => own({ nbf: now() + 600 })],
    ['subject is missing', () => own({ sub: undefined })],
    ['text is no token', () => 'a.b.c'],
    ['text is empty', () => ''],
    ['text has more parts', () => `${own({})}.x`],
  ];
  const attacker = generateKeyPairSync('ed25519');
  const attackerSigned = (header: object): string =>
    signed(
      { alg: 'EdDSA', typ: 'at+jwt', kid: keyPairOf(platform, 'demonstration-signing').kid, ...header },
      goodClaims(platform, manager),
      (text) => encoded(sign(null, Buffer.from(text), attacker.privateKey)),
    );
  const hmac = (format: 'pem' | 'jwk'): string => {
    const { publicKey, kid } = keyPairOf(platform, 'demonstration-signing');
    const key =
      format === 'pem'
        ? publicKey.export({ format: 'pem', type: 'spki' })
        : (publicKey.export({ format: 'jwk' }).x ?? '');
    return signed({ alg: 'HS256', typ: 'at+jwt', kid }, goodClaims(platform, manager), (text) =>
      encoded(createHmac('sha256', key).update(text).digest()),
    );
  };
  test.each(ways)('%s', async (_name, token) => {
    expect(await statusWith(`Bearer ${token()}`)).toBe(401);
  });
});

describe('a token of a good provider gives no role when it says', () => {
  test.each([
    { role: 'administrator' },
    { role: 'platform-operator' },
    { role: ['la-manager'] },
    { role: 'la-manager', la: undefined },
    { role: 'la-manager', la: 'E99999999' },
    { role: 'la-manager', la: ['E08000025', 'E09000017'] },
    { role: 'la-manager', la: '' },
    { role: 'swp-manager', practice: 'no-such-practice' },
    { role: 'swp-manager', practice: undefined },
    { role: 'swp-manager', practice: '../colne-practice' },
    { role: 'integrator', sub: 'never-registered' },
    {
      role: 'ofsted-inspector',
      la: places.home,
      inspection: { la: places.away, from: '2020-01-01', to: '2030-01-01' },
    },
  ])('%j', async (claims) => {
    expect([401, 403]).toContain(await statusWith(`Bearer ${mint(platform, { ...manager, ...claims })}`));
  });

  test('it is an inspector of whom no authority has heard: nothing is there', async () => {
    const claims = {
      sub: 'attacker',
      role: 'ofsted-inspector',
      inspection: { id: `${places.home}.demonstration`, la: places.home, from: '2020-01-01', to: '2030-01-01' },
    };
    const query = `{ children { totalCount } localAuthority(id: "${places.home}") { contracts { id } inspections { id } } }`;
    const { data } = await platform.ask(mint(platform, claims), query);
    expect(data).toEqual({ children: { totalCount: 0 }, localAuthority: { contracts: [], inspections: [] } });
  });

  test('claims of a wider window do not widen an inspection, nor do those of another', async () => {
    const claims = { sub: 'demo:ofsted-inspector', role: 'ofsted-inspector', la: places.away };
    const query = `{ children { totalCount } home: children(la: "${places.home}") { totalCount } }`;
    expect((await platform.ask(mint(platform, claims), query)).data).toEqual({
      children: { totalCount: 0 },
      home: { totalCount: 0 },
    });
  });
});

describe('who somebody is comes one way only', () => {
  test.each(['Basic YTpi', 'bearer', 'Bearer', 'Digest x', 'Bearer a b', 'Token x', ''])(
    '“%s” is nobody',
    async (authorization) => {
      expect(await statusWith(authorization)).toBe(401);
    },
  );

  test('a token in the address or the body is none', async () => {
    const token = mint(platform, manager);
    const response = await fetch(`${platform.url}/graphql?access_token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ __typename }', access_token: token }),
    });
    expect(response.status).toBe(401);
  });

  test('a token and a cookie at once are refused', async () => {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${mint(platform, manager)}`,
        cookie: 'mainstay-session=x',
        'content-type': 'application/json',
      },
      body: '{"query":"{ __typename }"}',
    });
    expect(response.status).toBe(400);
  });
});

describe('a machine', () => {
  async function tokenFor(
    form: Record<string, string> | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const body = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    return fetch(`${platform.url}/oauth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
  }
  async function register(scopes: string): Promise<{ id: string; secret: string }> {
    const expiresOn = Temporal.Now.plainDateISO('Europe/London').add({ months: 1 }).toString();
    const mutation = `mutation { registerCredential(input: { name: "Attack", purpose: "To be tested, no more.", scopes: [${scopes}], expiresOn: "${expiresOn}" }) { ... on RegisterCredentialSuccess { secret credential { id } } } }`;
    const { data } = await platform.ask<{ registerCredential: { secret: string; credential: { id: string } } }>(
      await platform.token('la-manager'),
      mutation,
    );
    return { id: data?.registerCredential.credential.id ?? '', secret: data?.registerCredential.secret ?? '' };
  }

  test('gets no token with another grant, a wrong secret, two proofs, or a scope it has not', async () => {
    const { id, secret } = await register('FIGURES');
    const good = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
    expect((await tokenFor(good)).status).toBe(200);
    expect((await tokenFor({ ...good, scope: 'figures children' })).status).toBe(400);
    expect((await tokenFor({ ...good, grant_type: 'password' })).status).toBe(400);
    expect((await tokenFor({ ...good, client_secret: `${secret}x` })).status).toBe(401);
    expect((await tokenFor({ ...good, client_secret: '' })).status).toBe(401);
    expect(
      (await tokenFor(good, { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` })).status,
    ).toBe(400);
    expect(
      (await tokenFor(`grant_type=client_credentials&client_id=x&client_id=${id}&client_secret=${secret}`)).status,
    ).toBe(400);
    expect(
      (await tokenFor(JSON.stringify(good), { 'content-type': 'application/json' })).status,
    ).toBeGreaterThanOrEqual(400);
  });

  test('a machine that never was and a wrong secret are told the same', async () => {
    const { id } = await register('FIGURES');
    const told = async (client: string): Promise<string> => {
      const response = await tokenFor({ grant_type: 'client_credentials', client_id: client, client_secret: 'wrong' });
      return `${response.status} ${await response.text()}`;
    };
    expect(await told(id)).toBe(await told('never-was'));
  });

  test('is shut out at once, with the token it still holds', async () => {
    const { id, secret } = await register('CHILDREN');
    const answer = (await (
      await tokenFor({ grant_type: 'client_credentials', client_id: id, client_secret: secret })
    ).json()) as { access_token: string };
    expect(await statusWith(`Bearer ${answer.access_token}`)).toBe(200);
    await platform.ask(
      await platform.token('la-manager'),
      'mutation ($id: ID!) { revokeCredential(input: { id: $id }) { id } }',
      { id },
    );
    expect([401, 403]).toContain(await statusWith(`Bearer ${answer.access_token}`));
  });

  test('is not of the authority that its token says, when it was registered with another', async () => {
    const { id } = await register('CHILDREN');
    expect([401, 403]).toContain(
      await statusWith(`Bearer ${mint(platform, { sub: id, role: 'integrator', la: places.away })}`),
    );
  });

  test('changes nothing, whatever it may read', async () => {
    const token = await platform.token('integrator');
    const { errors, data } = await platform.ask(
      token,
      'mutation { recordChildName(input: { childId: "x", givenNames: "A", familyName: "B" }) { id } }',
    );
    expect(data).toBeNull();
    expect(errors[0]?.extensions?.code).toBe('FORBIDDEN');
    await expect(platform.upload(token, 'x.csv', 'CHILD')).rejects.toThrow('403');
  });
});
