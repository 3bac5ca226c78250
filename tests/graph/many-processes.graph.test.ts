import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { places } from '../testkit/small-world.ts';
import { startTestPlatform, type Answer, type TestPlatform } from '../testkit/test-platform.ts';

const EVERYTHING = `query Everything($la: ID!) {
  localAuthority(id: $la) {
    name
    childMeasures(from: "2025-04-01", to: "2026-03-31") { indicator { code } exclusions { reason count } result { __typename ... on Known { value numerator denominator } } }
    staffMeasures(from: "2025-04-01", to: "2026-03-31") { indicator { code } result { __typename ... on Known { value } } }
    practices { name contracts { status children(first: 100) { totalCount edges { node { localId currentPlacement { startedOn type { code } } leadProfessional { id name registration { status } employments { role startedOn } } } } } } }
  }
}`;

const dataDir = mkdtempSync(join(tmpdir(), 'mainstay-platform-'));
chmodSync(dataDir, 0o755);
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

async function answers(platform: TestPlatform): Promise<Answer<unknown>[]> {
  try {
    const asked = [];
    for (const account of ['la-analyst', 'swp-worker', 'ofsted-inspector'] as const) {
      asked.push(await platform.ask(await platform.token(account), EVERYTHING, { la: places.home }));
    }
    return asked;
  } finally {
    await platform.stop();
  }
}

/** A port that is free, as are in all likelihood the three after it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port > 65_000 ? port - 1_000 : port;
}

test('services in processes of their own answer what they answer in one', async () => {
  const inOne = await answers(await startTestPlatform({ dataDir }));
  const port = await freePort();
  const variables = { MAINSTAY_PROCESSES: 'many', PORT: String(port), PUBLIC_URL: `http://localhost:${port}` };
  const inMany = await answers(await startTestPlatform({ dataDir, variables }));
  expect(inOne.map(({ errors }) => errors)).toEqual([[], [], []]);
  expect(JSON.stringify(inOne[0]?.data)).toContain('"REGISTERED"');
  expect(inMany).toEqual(inOne);
});
