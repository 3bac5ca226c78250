import { RSABSSA } from '@cloudflare/blindrsa-ts';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Survey } from '../survey.ts';
import { fromBase64Url, toBase64Url } from './bytes.ts';
import type { KeptInTab } from './kept-in-tab.ts';
import { sendAnswers } from './send-answers.ts';
import { UnreachableError, type SurveyService } from './survey-service.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
let pair: CryptoKeyPair;
let survey: Survey;
beforeAll(async () => {
  pair = await suite.generateKey({ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) });
  const publicKey = toBase64Url(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  survey = { publicKey } as Survey;
});

const secret = 'kq3VtS8rPz-u_4mWb7xYcA';
const first: KeptInTab = { secret, answers: { 'say-over-work': '4' }, step: 3 };

/** A platform that signs every link once, loses as many answers as it is told to, and writes down what it is sent. */
function platform(losing: { readonly signatures: number } = { signatures: 0 }) {
  const asked: { what: string; body: string }[] = [];
  const signed = new Map<string, string>();
  let toLose = losing.signatures;
  const service: Pick<SurveyService, 'sign' | 'send'> = {
    sign: async (link, blinded) => {
      asked.push({ what: 'sign', body: JSON.stringify({ link, blinded }) });
      if (signed.has(link) && signed.get(link) !== blinded) return { kind: 'used' };
      signed.set(link, blinded);
      if (toLose-- > 0) throw new UnreachableError('lost');
      const signature = await suite.blindSign(pair.privateKey, fromBase64Url(blinded));
      return { kind: 'signed', signature: toBase64Url(signature) };
    },
    send: async (id, credential, answers) => {
      asked.push({ what: 'send', body: JSON.stringify({ id, credential, answers }) });
      return { kind: 'sent' };
    },
  };
  return { service: service as SurveyService, asked };
}

async function sending(service: SurveyService, kept: KeptInTab) {
  const order: string[] = [];
  let last = kept;
  const outcome = await sendAnswers({
    service,
    survey,
    kept,
    onKeep: (next) => void (last = next),
    onStage: (stage) => void order.push(stage),
    wait: async () => void order.push('waited'),
  }).catch((error: Error) => error);
  return { outcome, order, last };
}

describe('answers', () => {
  test('go out after a pause, with nothing that came with the link', async () => {
    const { service, asked } = platform();
    const { outcome, order } = await sending(service, first);
    expect(outcome).toEqual({ kind: 'sent' });
    expect(order).toEqual(['credential', 'waiting', 'waited', 'answers']);
    const [signed, sent] = asked;
    const { blinded } = JSON.parse(signed!.body) as { blinded: string };
    expect(sent!.body).not.toContain(secret);
    expect(sent!.body).not.toContain(blinded);
  });

  test('can be tried again when the signature was lost on the way: the link is signed for the same message', async () => {
    const { service, asked } = platform({ signatures: 1 });
    const broken = await sending(service, first);
    expect(broken.outcome).toBeInstanceOf(UnreachableError);
    const { outcome } = await sending(service, broken.last);
    expect(outcome).toEqual({ kind: 'sent' });
    expect(asked.filter(({ what }) => what === 'sign').map(({ body }) => body)).toEqual([
      asked[0]!.body,
      asked[0]!.body,
    ]);
  });

  test('that have their credential ask for no other', async () => {
    const { service, asked } = platform();
    const { last } = await sending(service, first);
    await sending(service, last);
    expect(asked.map(({ what }) => what)).toEqual(['sign', 'send', 'send']);
  });

  test('of a link that was used elsewhere are not sent', async () => {
    const { service, asked } = platform();
    await sending(service, first);
    const { outcome } = await sending(service, first);
    expect(outcome).toEqual({ kind: 'used' });
    expect(asked.map(({ what }) => what)).toEqual(['sign', 'send', 'sign']);
  });
});
