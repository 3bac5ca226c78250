import { fixedClock } from '@mainstay/primitives';
import { exportJWK, generateKeyPair, SignJWT, createLocalJWKSet, type CryptoKey } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { BearerTokens } from './bearer-token.ts';

const now = new Date('2026-11-22T09:00:00Z');
const clock = fixedClock(now);
const seconds = now.getTime() / 1000;
const good = { role: 'la-analyst', la: 'E08000025' };
let keys: { privateKey: CryptoKey; publicKey: CryptoKey };
let stranger: { privateKey: CryptoKey };
let tokens: BearerTokens;

beforeAll(async () => {
  keys = await generateKeyPair('ES256', { extractable: true });
  stranger = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' };
  const keySet = createLocalJWKSet({ keys: [jwk] });
  const issuer = { audience: 'mainstay', keys: keySet };
  tokens = new BearerTokens({
    provider: async () => ({ ...issuer, issuer: 'https://login.example', saysType: false }),
    own: () => ({ ...issuer, issuer: 'https://mainstay.example', saysType: true }),
    clock,
  });
});

interface Parts {
  claims?: Record<string, unknown>;
  issuer?: string;
  audience?: string;
  expires?: number | null;
  key?: CryptoKey;
  header?: Record<string, unknown>;
}

async function token({
  claims = good,
  issuer = 'https://login.example',
  audience = 'mainstay',
  expires = 300,
  key = keys.privateKey,
  header = {},
}: Parts = {}) {
  const jwt = new SignJWT(claims)
    .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject('somebody');
  return (expires === null ? jwt : jwt.setExpirationTime(seconds + expires)).sign(key);
}

describe('bearer token', () => {
  it('says who it stands for', async () => {
    expect(await tokens.claimsOf(await token())).toEqual({ sub: 'somebody', ...good });
  });

  it.each([
    ['of another issuer', { issuer: 'https://login.evil.example' }],
    ['for another audience', { audience: 'another' }],
    ['that has expired', { expires: -31 }],
    ['that never expires', { expires: null }],
  ])('is refused when it is one %s', async (_what, parts) => {
    await expect(tokens.claimsOf(await token(parts))).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['names its own list of keys', { header: { jku: 'https://evil.example/keys' } }],
    ['brings its own key', { header: { jwk: { kty: 'EC' } } }],
    ['names its own certificate', { header: { x5u: 'https://evil.example/cert' } }],
    ['is of another type', { header: { typ: 'logout+jwt' } }],
    ['is an ID token', { claims: { ...good, nonce: 'n' } }],
  ])('is refused when it %s', async (_what, parts: Parts) => {
    await expect(tokens.claimsOf(await token(parts))).rejects.toMatchObject({ status: 401, code: 'UNAUTHENTICATED' });
  });

  it('says that it is an access token, where the gateway itself gave it', async () => {
    const own = { issuer: 'https://mainstay.example' };
    expect(await tokens.claimsOf(await token({ ...own, header: { typ: 'at+jwt' } }))).toMatchObject(good);
    await expect(tokens.claimsOf(await token(own))).rejects.toMatchObject({ status: 401 });
    await expect(tokens.claimsOf(await token({ ...own, header: { typ: 'JWT' } }))).rejects.toMatchObject({
      status: 401,
    });
  });

  it('is refused when a stranger signed it', async () => {
    await expect(tokens.claimsOf(await token({ key: stranger.privateKey }))).rejects.toMatchObject({ status: 401 });
  });

  it('is refused when nobody signed it', async () => {
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const payload = part({ iss: 'https://login.example', aud: 'mainstay', sub: 'x', exp: seconds + 300, ...good });
    for (const unsigned of [
      `${part({ alg: 'none' })}.${payload}.`,
      `${part({ alg: 'ES256', kid: 'one' })}.${payload}.`,
    ]) {
      await expect(tokens.claimsOf(unsigned)).rejects.toMatchObject({ status: 401 });
    }
  });

  it('is refused when it is signed with the public key as a shared secret', async () => {
    const secret = Buffer.from(JSON.stringify(await exportJWK(keys.publicKey)));
    const forged = await new SignJWT(good)
      .setProtectedHeader({ alg: 'HS256', kid: 'one' })
      .setIssuer('https://login.example')
      .setAudience('mainstay')
      .setSubject('x')
      .setExpirationTime(seconds + 300)
      .sign(secret);
    await expect(tokens.claimsOf(forged)).rejects.toMatchObject({ status: 401 });
  });

  it('gives nothing without a role, or with half of one', async () => {
    for (const claims of [
      {},
      { role: 'administrator' },
      { role: 'la-analyst' },
      { role: 'la-analyst', la: 'W06000001' },
    ]) {
      await expect(tokens.claimsOf(await token({ claims }))).rejects.toMatchObject({ status: 403, code: 'FORBIDDEN' });
    }
  });
});
