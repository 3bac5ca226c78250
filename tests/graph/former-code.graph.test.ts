import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform({ world: null });
});
afterAll(() => platform?.stop());

/** Sheffield was E08000019 until its boundary with Barnsley moved on 1 April 2025. */
describe('an authority whose ONS code has changed', () => {
  test.each(['E08000019', 'E08000039'])('loads its return and sees its children with a token for %s', async (code) => {
    const token = await platform.token('la-analyst', { la: code });
    const { data } = await platform.ask<{ localAuthority: { id: string; name: string; childMeasures: unknown[] } }>(
      token,
      'query A($id: ID!) { localAuthority(id: $id) { id name childMeasures(indicators: ["reviews-took-part"], from: "2024-04-01", to: "2025-03-31") { result { __typename } } } }',
      { id: code },
    );
    expect(data?.localAuthority).toEqual({
      id: 'E08000039',
      name: 'Sheffield',
      childMeasures: [{ result: { __typename: 'NotKnown' } }],
    });
  });

  test('is told when it asks for a code that no authority has had', async () => {
    await expect(platform.token('la-analyst', { la: 'E99999999' })).rejects.toThrow('400');
  });
});
