import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './testing/test-gateway.ts';

interface Row {
  readonly kind: string;
  readonly outcome: string;
  readonly role: string | null;
  readonly code: string | null;
  readonly operation: string | null;
  readonly purpose: string;
  readonly la: string;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startTestGateway();
  await gateway.ask({ query: authority });
});
afterAll(() => gateway.close());

const list = '{ children(first: 3) { edges { node { id localId } } } }';
const authority = 'query Authority { localAuthority(id: "E08000025") { name } }';
const allocate = `mutation Allocate { allocateChildren(input: {
  contractId: "c", children: [{ childId: "E08000025.1", childsViews: { said: "Fine." }, parentsViews: { notKnownBecause: "Not found." } }], startedOn: "2026-11-22", idempotencyKey: "k" }) { __typename } }`;

/** Events since the number of them was `from`, oldest first. */
async function events(from = 0): Promise<Row[]> {
  return gateway.database.owner((db) =>
    db.query<Row>(
      `SELECT kind, outcome, role, code, operation, purpose, la_code AS la FROM audit_event
       ORDER BY transaction, at, id OFFSET $1`,
      [from],
    ),
  );
}

const count = async () => (await events()).length;

describe('no answer without an entry', () => {
  it('a query is one event, of the viewer’s authority, with the operation’s own name', async () => {
    const before = await count();
    expect((await gateway.ask({ query: authority })).status).toBe(200);
    expect(await events(before)).toEqual([
      {
        kind: 'LIST',
        outcome: 'DONE',
        role: 'la-analyst',
        code: null,
        operation: 'Authority',
        purpose: 'care',
        la: 'E08000025',
      },
    ]);
  });

  it('a mutation is an intent and what came of it', async () => {
    const before = await count();
    const response = await gateway.ask({ query: allocate });
    expect(response.status).toBe(200);
    expect(await events(before)).toMatchObject([
      { kind: 'CHANGE', outcome: 'INTENDED', operation: 'Allocate' },
      { operation: 'Allocate' },
    ]);
  });

  it('refusals are events: of nobody, of a query that does not parse, of one that is not in the schema', async () => {
    const before = await count();
    const nobody = await fetch(`${gateway.url}/graphql`, { method: 'POST', body: '{}' });
    expect([401, 415]).toContain(nobody.status);
    await gateway.ask({ query: '{' });
    await gateway.ask({ query: '{ nothingOfTheKind }' });
    await expect.poll(async () => (await events(before)).length).toBe(3);
    expect(await events(before)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'REFUSAL', outcome: 'REFUSED', role: null, operation: '/graphql', la: '' }),
        expect.objectContaining({ kind: 'REFUSAL', role: 'la-analyst', code: 'GRAPHQL_PARSE_FAILED' }),
        expect.objectContaining({ kind: 'REFUSAL', role: 'la-analyst', code: 'GRAPHQL_VALIDATION_FAILED' }),
      ]),
    );
  });

  it('a flood of refusals is a few events and a number', async () => {
    const before = await count();
    const bad = { authorization: 'Bearer not.a.token', 'content-type': 'application/json' };
    await Promise.all(
      Array.from({ length: 60 }, async () =>
        fetch(`${gateway.url}/graphql`, { method: 'POST', headers: bad, body: '{}' }),
      ),
    );
    expect((await count()) - before).toBeLessThan(20);
  });

  it('an upload is an event before and after', async () => {
    const before = await count();
    const headers = { authorization: `Bearer ${await gateway.token('la-analyst')}`, 'x-file-name': 'header.csv' };
    const upload = await fetch(`${gateway.url}/uploads`, { method: 'POST', headers, body: 'a,b\n' });
    expect(upload.status).toBe(200);
    const found = (await events(before)).filter(({ kind }) => kind === 'IMPORT');
    expect(found).toMatchObject([
      { outcome: 'INTENDED', operation: '/uploads', purpose: 'import' },
      { outcome: 'DONE', operation: '/uploads', purpose: 'import' },
    ]);
  });

  it('what an answer touched does not leave the gateway', async () => {
    expect(await (await gateway.ask({ query: list })).text()).not.toContain('touched');
  });
});

describe('when the audit cannot be written', () => {
  const ready = async () => {
    const response = await fetch(`${gateway.url}/health/ready`);
    return { ...((await response.json()) as { missing: string[]; reason?: string }), status: response.status };
  };

  async function whileRefused(statements: { before: string[]; after: string[] }, work: () => Promise<void>) {
    const admin = new URL(gateway.database.url);
    const name = admin.pathname.slice(1);
    const run = async (sql: string[]) => {
      const client = new pg.Client({ connectionString: gateway.database.url });
      await client.connect();
      for (const statement of sql) await client.query(statement.replaceAll('$database', name));
      await client.end();
    };
    await run(statements.before);
    try {
      await work();
    } finally {
      await run(statements.after);
    }
  }

  const role = () => gateway.database.roles.service;
  const revoked = () => ({
    before: [`REVOKE INSERT ON audit_event FROM "${role()}"`],
    after: [`GRANT INSERT ON audit_event TO "${role()}"`],
  });

  it('nothing is answered, readiness says why, and all is well again when it is', async () => {
    expect(await ready()).toMatchObject({ status: 200, missing: [] });
    await whileRefused(revoked(), async () => {
      const response = await gateway.ask({ query: list });
      const text = await response.text();
      expect(response.status).toBe(503);
      expect(text).toContain('AUDIT_UNAVAILABLE');
      expect(text).toMatch(/[2-9A-Z]{4}-[2-9A-Z]{4}/);
      expect(text).not.toContain('localId');
      expect(await ready()).toMatchObject({
        status: 503,
        missing: ['audit'],
        reason: expect.stringContaining('audit'),
      });
    });
    expect((await gateway.ask({ query: list })).status).toBe(200);
    expect(await ready()).toMatchObject({ status: 200, missing: [] });
  });

  it('a mutation is not begun', async () => {
    await whileRefused(revoked(), async () => {
      const before = gateway.stand.viewers.length;
      expect((await gateway.ask({ query: allocate })).status).toBe(503);
      expect(gateway.stand.viewers.length).toBe(before);
    });
  });

  it('a store that does not answer is waited for two seconds', async () => {
    const holder = new pg.Client({ connectionString: gateway.database.url });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE');
    const startedAt = performance.now();
    const responses = await Promise.all([gateway.ask({ query: list }), gateway.ask({ query: authority })]);
    expect(responses.map(({ status }) => status)).toEqual([503, 503]);
    expect(performance.now() - startedAt).toBeLessThan(4_000);
    await holder.query('ROLLBACK');
    await holder.end();
    expect((await gateway.ask({ query: list })).status).toBe(200);
  });

  it('a file is not taken', async () => {
    const authorization = `Bearer ${await gateway.token('la-analyst')}`;
    await whileRefused(revoked(), async () => {
      const before = gateway.stand.uploads.length;
      const headers = { authorization, 'x-file-name': 'header.csv' };
      const upload = await fetch(`${gateway.url}/uploads`, { method: 'POST', headers, body: 'a' });
      expect(upload.status).toBe(503);
      expect(gateway.stand.uploads.length).toBe(before);
    });
  });

  it('somebody known is not even told why they are refused', async () => {
    await whileRefused(revoked(), async () => {
      const response = await gateway.ask({ query: '{ another { thing } }' });
      expect(response.status).toBe(503);
    });
  });
});

describe('POST /audit/verify', () => {
  const verify = async (account: string, body: object = {}) =>
    fetch(`${gateway.url}/audit/verify`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await gateway.token(account)}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('is for managers, of their own authority, and for operators of the platform', async () => {
    const own = (await (await verify('la-manager')).json()) as { isIntact: boolean; authorities: { la: string }[] };
    expect(own).toMatchObject({ isIntact: true, authorities: [{ la: 'E08000025', findings: [] }] });
    const all = (await (await verify('platform-operator')).json()) as typeof own;
    expect(all.authorities.map(({ la }) => la)).toEqual(expect.arrayContaining(['platform', 'E08000025']));
    for (const [account, body] of [
      ['la-analyst', {}],
      ['swp-manager', {}],
      ['ofsted-inspector', {}],
      ['la-manager', { la: 'E08000028' }],
      ['la-manager', { la: 'platform' }],
    ] as const) {
      expect((await verify(account, body)).status).toBe(403);
    }
  });
});

describe('in the graph', () => {
  const ask = async (account: string, query: string) => {
    const headers = { authorization: `Bearer ${await gateway.token(account)}` };
    return (await (await gateway.ask({ query }, headers)).json()) as {
      data?: {
        localAuthority?: { auditEvents?: { totalCount: number; edges: { node: object }[] }; auditChain?: object };
      };
      errors?: { extensions: { code: string } }[];
    };
  };
  const search = `query Search { localAuthority(id: "E08000025") {
    auditEvents(first: 2, filter: { kinds: [LIST, READ] }) { totalCount pageInfo { hasNextPage endCursor }
      edges { cursor node { id at kind outcome person { id } role organisation operation recordCount listedCount
        lists { name size } sequence hash } } }
    auditChain { sealedEvents unsealedEvents headHash headAt lastVerifiedAt isIntact } } }`;

  it('managers search the audit, and that is in the audit', async () => {
    const before = await count();
    const { data, errors } = await ask('la-manager', search);
    expect(errors).toBeUndefined();
    expect(data?.localAuthority?.auditEvents?.totalCount).toBeGreaterThan(1);
    expect(data?.localAuthority?.auditChain).toMatchObject({ isIntact: true, headHash: expect.any(String) });
    expect((await events(before)).filter(({ kind }) => kind === 'AUDIT')).toMatchObject([{ operation: 'Search' }]);
  });

  it.each(['la-analyst', 'la-iro', 'swp-manager', 'ofsted-inspector', 'integrator'])('%s does not', async (account) => {
    const before = await count();
    const { errors } = await ask(account, search);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect(await events(before)).toContainEqual(
      expect.objectContaining({ kind: 'REFUSAL', outcome: 'REFUSED', code: 'FORBIDDEN', operation: 'Search' }),
    );
  });
});
