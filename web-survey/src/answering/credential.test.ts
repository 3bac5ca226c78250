import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import { blind, readPublicKey, unblind } from './credential.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
let pair: CryptoKeyPair;
let key: CryptoKey;
beforeAll(async () => {
  pair = await suite.generateKey({ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) });
  key = await readPublicKey(toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey))));
});

const sign = async (blinded: string, privateKey = pair.privateKey) =>
  toBase64Url(await suite.blindSign(privateKey, fromBase64Url(blinded)));

describe('a credential', () => {
  test('is signed by the survey’s key, and the signer has seen neither its message nor its signature', async () => {
    const blinding = await blind(key);
    const signed = await sign(blinding.blinded);
    const { prepared, signature } = await unblind(key, blinding, signed);
    expect(await suite.verify(key, fromBase64Url(signature), fromBase64Url(prepared))).toBe(true);
    const seen = [blinding.blinded, signed];
    expect(seen).not.toContain(signature);
    expect(seen).not.toContain(prepared);
  });

  test('is another every time', async () => {
    const [first, second] = [await blind(key), await blind(key)];
    expect(first.prepared).not.toBe(second.prepared);
    expect(first.blinded).not.toBe(second.blinded);
  });

  test('that another key signed is refused: it would tell its holder from all others', async () => {
    const other = await suite.generateKey({ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) });
    const blinding = await blind(key);
    await expect(unblind(key, blinding, await sign(blinding.blinded, other.privateKey))).rejects.toThrow(
      /invalid signature/,
    );
  });
});
