import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnvironment } from './environment.ts';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'mainstay-environment-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const secret = 'thirty-two characters or more of it';
const GATEWAY_DATABASE_URL = 'postgresql://gateway@localhost/gateway';
const oidc = { OIDC_ISSUER: 'https://login.example', OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'y' };

describe('environment of the gateway', () => {
  it('needs its database alone on one’s own machine: it makes its own secret and keeps it', () => {
    const first = readEnvironment({ GATEWAY_DATABASE_URL, DATA_DIR: dataDir });
    expect(first).toMatchObject({ port: 4000, isProduction: false, identity: { demonstration: { la: 'E08000025' } } });
    expect(readEnvironment({ GATEWAY_DATABASE_URL, DATA_DIR: dataDir }).secret).toBe(first.secret);
    expect(statSync(join(dataDir, 'secret')).mode & 0o077).toBe(0);
  });

  it('needs a secret in production, and makes none', () => {
    expect(() => readEnvironment({ NODE_ENV: 'production', GATEWAY_DATABASE_URL, DATA_DIR: dataDir, ...oidc })).toThrow(
      'MAINSTAY_SECRET',
    );
    expect(existsSync(join(dataDir, 'secret'))).toBe(false);
    const production = readEnvironment({
      NODE_ENV: 'production',
      GATEWAY_DATABASE_URL,
      MAINSTAY_SECRET: secret,
      ...oidc,
    });
    expect(production).toMatchObject({
      isProduction: true,
      secret,
      identity: { oidc: { issuer: 'https://login.example', audience: 'mainstay' } },
    });
  });

  it('believes the proxies it is told of, and no others', () => {
    expect(readEnvironment({ GATEWAY_DATABASE_URL, DATA_DIR: dataDir }).trustedProxies).toBeUndefined();
    const given = { GATEWAY_DATABASE_URL, DATA_DIR: dataDir, TRUSTED_PROXIES: '10.1.2.3, fd00::/8' };
    expect(readEnvironment(given).trustedProxies).toEqual(['10.1.2.3', 'fd00::/8']);
    expect(() => readEnvironment({ ...given, TRUSTED_PROXIES: 'everybody' })).toThrow('TRUSTED_PROXIES');
  });

  it('names what is wrong', () => {
    expect(() => readEnvironment({ PORT: 'http', PUBLIC_URL: 'ftp://x' })).toThrow(
      /PORT[^]*PUBLIC_URL[^]*GATEWAY_DATABASE_URL/,
    );
    expect(() => readEnvironment({ MAINSTAY_SECRET: 'short' })).toThrow('MAINSTAY_SECRET');
    expect(() =>
      readEnvironment({ GATEWAY_DATABASE_URL, MAINSTAY_SECRET: secret, OIDC_ISSUER: 'https://login.example' }),
    ).toThrow('OIDC_CLIENT_ID');
  });
});
