import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deriveKey } from '@mainstay/subgraph-kit';
import type { TestPlatform } from '../../testkit/test-platform.ts';

const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The platform's secret, as somebody has it who can read its folder. */
export function secretOf({ dataDir }: Pick<TestPlatform, 'dataDir'>): string {
  return readFileSync(join(dataDir, 'secret'), 'utf8').trim();
}

/** A key pair of the platform, by what it is for. */
export function keyPairOf(
  platform: TestPlatform,
  purpose: 'demonstration-signing' | 'token-signing',
): { privateKey: KeyObject; publicKey: KeyObject; kid: string } {
  const seed = deriveKey(secretOf(platform), purpose);
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const { x = '' } = publicKey.export({ format: 'jwk' });
  return { privateKey, publicKey, kid: createHash('sha256').update(x).digest('base64url').slice(0, 16) };
}

/** The text of a token that is not signed yet. */
export function unsigned(header: object, claims: object): string {
  return [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
}

/** Claims of a token that is good but for what a test changes. */
export function goodClaims(platform: TestPlatform, claims: Record<string, unknown>): Record<string, unknown> {
  const now = Math.floor(Date.now() / 1000);
  return { iss: `${platform.url}/oidc`, aud: 'mainstay', iat: now, exp: now + 600, ...claims };
}

/** A token of anybody, as the identity provider would give it. */
export function mint(platform: TestPlatform, claims: Record<string, unknown>, header: object = {}): string {
  const { privateKey, kid } = keyPairOf(platform, 'demonstration-signing');
  const text = unsigned({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header }, goodClaims(platform, claims));
  return `${text}.${sign(null, Buffer.from(text), privateKey).toString('base64url')}`;
}
