import { expect, test } from 'vitest';
import { requireSoundServer } from './server-version.ts';

test.each([150_014, 150_018, 160_010, 170_006, 180_000, 180_004, 190_000])('%i keeps rows apart', (version) => {
  expect(() => requireSoundServer(version)).not.toThrow();
});

test.each([140_020, 150_013, 160_009, 170_005, 90_624])('%i does not, and is refused by name', (version) => {
  expect(() => requireSoundServer(version)).toThrow(`${Math.floor(version / 10_000)}.${version % 10_000}`);
});
