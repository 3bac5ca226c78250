import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { AnswersRequest, OpenedSurvey } from '@mainstay/survey-bank';
import { beforeAll, describe, expect, test } from 'vitest';
import type { KeptInTab } from './kept-in-tab.ts';
import { obtainCredential, sendAnswers } from './send-answers.ts';
import { RefusedError, UnreachableError, type SurveyService } from './survey-service.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url');
const bytes = (written: string) => new Uint8Array(Buffer.from(written, 'base64url'));

let pair: CryptoKeyPair;
let survey: OpenedSurvey;
beforeAll(async () => {
  pair = await suite.generateKey({ modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]) });
  const publicKey = text(new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey)));
  const choice = { kind: 'choice', text: 'I have a say', options: [{ value: 4, label: 'Agree' }] } as const;
  const questions = [
    { id: 'say.1', ...choice },
    { id: 'say.2', ...choice },
  ];
  const part = { scaleId: 'say', theme: 'autonomy', name: 'Say', about: '', questions };
  survey = {
    publicKey,
    fingerprint: 'f1',
    waveId: 'w1',
    group: 'PRACTICE',
    questionnaire: { parts: [part] },
  } as unknown as OpenedSurvey;
});

const secret = 'kq3VtS8rPz-u_4mWb7xYcA';
const first: KeptInTab = { secret, answers: { 'say.1': '4' }, step: 3 };
const refused = (code: RefusedError['code']) => new RefusedError({ code, message: 'Refused.' });

/** A platform that signs every link once, loses as many answers as it is told to, and keeps what it is sent. */
function platform(losing: { readonly signatures?: number; readonly receipts?: number } = {}) {
  const asked: { what: 'sign' | 'send'; body: string }[] = [];
  const signed = new Map<string, string>();
  const received = new Set<string>();
  let { signatures = 0, receipts = 0 } = losing;
  const service: Pick<SurveyService, 'sign' | 'send'> = {
    sign: async (link, blinded) => {
      asked.push({ what: 'sign', body: JSON.stringify({ link, blinded }) });
      if (signed.has(link) && signed.get(link) !== blinded) throw refused('CREDENTIAL_ISSUED_ALREADY');
      signed.set(link, blinded);
      if (signatures-- > 0) throw new UnreachableError('lost');
      return text(await suite.blindSign(pair.privateKey, bytes(blinded)));
    },
    send: async (answers: AnswersRequest) => {
      asked.push({ what: 'send', body: JSON.stringify(answers) });
      if (received.has(answers.message)) throw refused('ANSWERED_ALREADY');
      received.add(answers.message);
      if (receipts-- > 0) throw new UnreachableError('lost');
    },
  };
  return { service: service as SurveyService, asked };
}

/** What one tab does: it keeps what it is told to, and begins from there the next time. */
function tab(service: SurveyService) {
  let kept = first;
  const answering = () => ({ service, survey, kept, onKeep: (next: KeptInTab) => void (kept = next) });
  return {
    start: () => obtainCredential(answering()),
    send: () => sendAnswers(answering()),
    kept: () => kept,
  };
}

describe('answers', () => {
  test('go out with nothing that came with the link, signed by a key that has not seen them', async () => {
    const { service, asked } = platform();
    const { start, send } = tab(service);
    await start();
    await send();
    expect(asked.map(({ what }) => what)).toEqual(['sign', 'send']);
    const { blinded } = JSON.parse(asked[0]!.body) as { blinded: string };
    const sent = JSON.parse(asked[1]!.body) as AnswersRequest;
    expect(asked[1]!.body).not.toContain(secret);
    expect(asked[1]!.body).not.toContain(blinded);
    expect(await suite.verify(pair.publicKey, bytes(sent.signature), bytes(sent.message))).toBe(true);
    expect(sent).toMatchObject({ waveId: 'w1', group: 'PRACTICE', answers: { 'say.1': 4 } });
  });

  test('can be tried again when the signature was lost: the link is signed for the same message', async () => {
    const { service, asked } = platform({ signatures: 1 });
    const { start, send } = tab(service);
    await expect(start()).rejects.toBeInstanceOf(UnreachableError);
    await send();
    expect(asked.map(({ what }) => what)).toEqual(['sign', 'sign', 'send']);
    expect(asked[1]!.body).toBe(asked[0]!.body);
  });

  test('whose receipt was lost have arrived', async () => {
    const { service, asked } = platform({ receipts: 1 });
    const { send } = tab(service);
    await expect(send()).rejects.toBeInstanceOf(UnreachableError);
    await send();
    expect(asked.map(({ what }) => what)).toEqual(['sign', 'send', 'send']);
    expect(asked[2]!.body).toBe(asked[1]!.body);
  });

  test('cannot be sent from a second tab: its link has been exchanged', async () => {
    const { service } = platform();
    await tab(service).start();
    await expect(tab(service).start()).rejects.toMatchObject({ code: 'CREDENTIAL_ISSUED_ALREADY' });
  });
});

test('once the credential is there, what it was made of is no longer kept', async () => {
  const { start, kept } = tab(platform().service);
  await start();
  expect(kept().making).toBeUndefined();
  expect(kept().credential).toBeDefined();
});
