import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { movableClock } from './testing/movable-clock.ts';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

const clock = movableClock();
const day = 24 * 60 * 60_000;
const json = { 'content-type': 'application/json' };
const register = `mutation ($input: RegisterCredentialInput!) { registerCredential(input: $input) { __typename
  ... on RegisterCredentialSuccess { secret credential { id name purpose scopes status expiresOn createdBy { id } revokedAt } }
  ... on UserError { message } } }`;
const revoke =
  'mutation ($id: ID!) { revokeCredential(input: { id: $id }) { id status revokedAt revokedBy { id name } } }';
const list = '{ localAuthority(id: "E08000025") { credentials { id status lastUsedAt } } }';
const anything = { query: '{ child(id: "E08000025.1") { localId } }' };

let gateway: TestGateway;
let manager: string;
beforeAll(async () => {
  gateway = await startTestGateway({ clock });
});
afterAll(async () => gateway.close());
beforeEach(async () => {
  manager = await gateway.token('la-manager');
});

/** What these tests read of answers. */
interface Answers {
  readonly registerCredential: { readonly secret: string; readonly credential: { readonly id: string } };
  readonly revokeCredential: { readonly status: string };
  readonly localAuthority: { readonly credentials: readonly { readonly id: string; readonly status: string }[] };
}

interface Asked {
  readonly status: number;
  readonly data?: Answers;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function ask(token: string, query: string, variables: object = {}): Promise<Asked> {
  const response = await gateway.ask({ query, variables }, { authorization: `Bearer ${token}` });
  return { status: response.status, ...((await response.json()) as object) };
}

const today = (): string => clock.today();
const terms = (more: object = {}) => ({
  input: {
    name: 'Records system',
    purpose: 'Sends figures to the dashboard of the region',
    scopes: ['CHILDREN', 'FIGURES'],
    expiresOn: today(),
    ...more,
  },
});

async function registered(more: object = {}): Promise<{ id: string; secret: string }> {
  const { data } = await ask(manager, register, terms(more));
  return { id: data?.registerCredential.credential.id ?? '', secret: data?.registerCredential.secret ?? '' };
}

async function tokenOf(fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${gateway.url}/oauth/token`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
  });
}

async function machineToken({ id, secret }: { id: string; secret: string }, scope?: string): Promise<string> {
  const response = await tokenOf({ client_id: id, client_secret: secret, ...(scope ? { scope } : {}) });
  return ((await response.json()) as { access_token: string }).access_token;
}

const statusOf = async (token: string) => (await gateway.ask(anything, { authorization: `Bearer ${token}` })).status;

describe('letting a machine in', () => {
  it('is a manager’s: the secret is told once, and kept as a hash', async () => {
    const { data } = await ask(manager, register, terms());
    expect(data?.registerCredential).toMatchObject({
      __typename: 'RegisterCredentialSuccess',
      secret: expect.stringMatching(/^[\w-]{43}$/),
      credential: {
        id: expect.stringMatching(/^E08000025\./),
        scopes: ['CHILDREN', 'FIGURES'],
        status: 'ACTIVE',
        createdBy: { id: 'demo:la-manager' },
      },
    });
    const rows = await gateway.database.owner((db) => db.query('SELECT * FROM credential_secret'));
    expect(JSON.stringify(rows)).not.toContain(data?.registerCredential.secret);
    for (const account of ['la-analyst', 'la-iro', 'swp-manager', 'ofsted-inspector', 'integrator']) {
      const refused = await ask(await gateway.token(account), register, terms());
      expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
      expect((await ask(await gateway.token(account), list)).data?.localAuthority.credentials).toEqual([]);
    }
  });

  it.each([
    ['without a name', { name: ' ' }],
    ['without a purpose', { purpose: 'figures' }],
    ['to read nothing', { scopes: [] }],
    ['until yesterday', { expiresOn: '2020-01-01' }],
    ['for longer than a year', { expiresOn: '2099-01-01' }],
  ])('is refused %s, and says why', async (_what, more) => {
    const { data } = await ask(manager, register, terms(more));
    expect(data?.registerCredential).toEqual({ __typename: 'CredentialTermsError', message: expect.any(String) });
  });
});

describe('a machine’s token', () => {
  it('is given for the secret, in the header or in the body, and says what RFC 9068 asks', async () => {
    const { id, secret } = await registered();
    const basic = `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(secret)}`).toString('base64')}`;
    const response = await tokenOf({}, { authorization: basic });
    expect(response.headers.get('cache-control')).toBe('no-store');
    const answer = (await response.json()) as { access_token: string };
    expect(answer).toMatchObject({ token_type: 'Bearer', expires_in: 300, scope: 'children figures' });
    const keys = (await (await fetch(`${gateway.url}/oauth/jwks`)).json()) as JSONWebKeySet;
    expect(JSON.stringify(keys)).not.toContain('"d"');
    const { payload, protectedHeader } = await jwtVerify(answer.access_token, createLocalJWKSet(keys), {
      issuer: gateway.url,
      audience: 'mainstay',
      currentDate: clock.now(),
    });
    expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'at+jwt', kid: expect.any(String) });
    expect(payload).toMatchObject({ sub: id, client_id: id, role: 'integrator', la: 'E08000025' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
    expect(await statusOf(await machineToken({ id, secret }))).toBe(200);
    expect(gateway.stand.viewers.at(-1)).toMatchObject({
      subject: id,
      role: 'integrator',
      laCodes: ['E08000025'],
      scopes: ['children', 'figures'],
    });
  });

  it('can be had for fewer scopes, and for no others', async () => {
    const machine = await registered();
    await statusOf(await machineToken(machine, 'figures'));
    expect(gateway.stand.viewers.at(-1)?.scopes).toEqual(['figures']);
    const more = await tokenOf({ client_id: machine.id, client_secret: machine.secret, scope: 'workforce' });
    expect([more.status, await more.json()]).toEqual([400, expect.objectContaining({ error: 'invalid_scope' })]);
  });

  it('is refused to whoever does not prove itself, or does so twice', async () => {
    const { id, secret } = await registered();
    for (const fields of [
      { client_id: id, client_secret: `${secret}x` },
      { client_id: `${id}x`, client_secret: secret },
      { client_id: id },
      { client_id: 'demo:integrator.E08000025', client_secret: '' },
      {},
    ]) {
      const response = await tokenOf(fields as Record<string, string>);
      expect([response.status, await response.json()]).toMatchObject([401, { error: 'invalid_client' }]);
      expect(response.headers.get('www-authenticate')).toContain('Basic');
    }
    const twice = { client_id: id, client_secret: secret };
    expect((await tokenOf(twice, { authorization: 'Basic eDp5' })).status).toBe(400);
    expect((await tokenOf({ ...twice, grant_type: 'password' })).status).toBe(400);
  });

  it('is worth nothing from the moment the machine is shut out, and none is given any more', async () => {
    const machine = await registered();
    const token = await machineToken(machine);
    expect(await statusOf(token)).toBe(200);
    const { data } = await ask(manager, revoke, { id: machine.id });
    expect(data?.revokeCredential).toMatchObject({ status: 'REVOKED', revokedBy: { id: 'demo:la-manager' } });
    expect(await statusOf(token)).toBe(401);
    expect((await tokenOf({ client_id: machine.id, client_secret: machine.secret })).status).toBe(401);
    expect((await ask(manager, revoke, { id: machine.id })).data?.revokeCredential.status).toBe('REVOKED');
    const refusals = await gateway.database.owner((db) =>
      db.query("SELECT la_code, code FROM audit_event WHERE subject = $1 AND kind = 'REFUSAL'", [machine.id]),
    );
    expect(refusals).toEqual([{ la_code: 'E08000025', code: 'UNAUTHENTICATED' }]);
  });

  it('is worth nothing after the last day of the credential', async () => {
    const machine = await registered();
    clock.move(day);
    manager = await gateway.token('la-manager');
    expect((await tokenOf({ client_id: machine.id, client_secret: machine.secret })).status).toBe(401);
    const { data } = await ask(manager, list);
    const found = data?.localAuthority.credentials.find((one) => one.id === machine.id);
    expect(found).toMatchObject({ status: 'EXPIRED', lastUsedAt: null });
  });

  it('expires after five minutes', async () => {
    const machine = await registered({ expiresOn: '2027-03-01' });
    const token = await machineToken(machine);
    clock.move(5 * 60_000 + 31_000);
    expect(await statusOf(token)).toBe(401);
  });

  it('cannot be revoked by another authority’s manager', async () => {
    const machine = await registered();
    const stranger = await gateway.token('la-manager', { la: 'E08000026' });
    expect((await ask(stranger, revoke, { id: machine.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await statusOf(await machineToken(machine))).toBe(200);
  });

  it('is written down, with what the machine reads for', async () => {
    const machine = await registered();
    await statusOf(await machineToken(machine));
    const purposes = await gateway.database.owner((db) =>
      db.query<{ kind: string; purpose: string }>('SELECT kind, purpose FROM audit_event WHERE subject = $1', [
        machine.id,
      ]),
    );
    expect(purposes.map(({ kind }) => kind)).toContain('SIGN_IN');
    expect(purposes.every(({ purpose }) => purpose.includes('Sends figures to the dashboard'))).toBe(true);
  });
});

describe('the demonstration’s machine', () => {
  const mint = async (la: string) =>
    fetch(`${gateway.url}/demonstration/token`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ account: 'integrator', la }),
    });

  it('is registered with its authority when its token is minted, and is revoked for good', async () => {
    const answer = (await (await mint('E08000027')).json()) as { accessToken: string };
    expect(decodeProtectedHeader(answer.accessToken).typ).toBe('at+jwt');
    expect(decodeJwt(answer.accessToken).sub).toBe('demo:integrator.E08000027');
    expect(await statusOf(answer.accessToken)).toBe(200);
    expect(gateway.stand.viewers.at(-1)?.scopes).toEqual(['children', 'workforce', 'contracts', 'figures']);
    const owner = await gateway.token('la-manager', { la: 'E08000027' });
    await ask(owner, revoke, { id: 'demo:integrator.E08000027' });
    expect(await statusOf(answer.accessToken)).toBe(401);
    const again = await mint('E08000027');
    expect([again.status, await again.json()]).toMatchObject([403, { message: expect.stringContaining('revoked') }]);
    expect((await mint('E08000026')).status).toBe(200);
  });
});

describe('the budget of a client', () => {
  it('is told with every answer; beyond it the client is told when to come back', async () => {
    const small = await startTestGateway({ limits: { costPerMinute: 25 } });
    try {
      const first = await small.ask(anything);
      expect([first.status, first.headers.get('ratelimit-policy')]).toEqual([200, '"cost";q=25;w=60']);
      expect(first.headers.get('ratelimit')).toMatch(/^"cost";r=14;t=\d+$/);
      const answers = [await small.ask(anything), await small.ask(anything)];
      expect(answers.map(({ status }) => status)).toEqual([200, 429]);
      const refused = answers[1] as Response;
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'RATE_LIMITED' } }] });
      const other = { authorization: `Bearer ${await small.token('la-manager')}` };
      expect((await small.ask(anything, other)).status).toBe(200);
    } finally {
      await small.close();
    }
  });
});

describe('attempts that fail', () => {
  it('are limited by address, and say when to come back', async () => {
    clock.move(60_000);
    let response = await tokenOf({ client_id: 'x', client_secret: 'y' });
    for (let index = 0; index < 70 && response.status !== 429; index += 1)
      response = await tokenOf({ client_id: 'x', client_secret: 'y' });
    expect(response.status).toBe(429);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const machine = await registered({ expiresOn: '2027-03-01' });
    expect((await tokenOf({ client_id: machine.id, client_secret: machine.secret })).status).toBe(429);
    clock.move(60_000);
    expect((await tokenOf({ client_id: machine.id, client_secret: machine.secret })).status).toBe(200);
  });
});
