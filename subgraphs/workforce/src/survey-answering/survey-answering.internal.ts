import type { Clock } from '@mainstay/primitives';
import { BadInputError, ForbiddenError, type Database, type Internal } from '@mainstay/subgraph-kit';
import {
  answersInOrder,
  DesignFault,
  questionnaireOf,
  type AnswersReceived,
  type CredentialIssued,
  type OpenedSurvey,
  type SurveyRefusal,
  type SurveyRefusalCode,
} from '@mainstay/survey-bank';
import { z } from 'zod';
import { surveyGroups } from '../modules/survey/survey.entity.ts';
import { waveStateOn } from '../modules/survey/survey.state.ts';
import { fingerprintOf } from './blind-signature.ts';
import { findAsked, findWaveAsked, type Asked } from './survey-answering.repository.ts';
import { issueCredential, takeAnswers } from './ledger.ts';
import type { Seal } from './seal.ts';

/** What the routes work with. */
export interface AnsweringOptions {
  readonly database: Pick<Database, 'service'>;
  readonly clock: Clock;
  readonly seal: Seal;
}

/** What a route answers: a refusal is told to whoever answers the survey. */
export type Answered<Answer> = { readonly answer: Answer } | { readonly refusal: SurveyRefusal };

const MOST_BYTES = 64 * 1024;
const secret = z.string().min(16).max(100);
const number = z
  .string()
  .max(400)
  .regex(/^[\w-]+$/);
const openRequest = z.strictObject({ secret });
const credentialRequest = z.strictObject({ secret, blinded: number });
const answersRequest = z.strictObject({
  waveId: z.string().max(200),
  group: z.enum(surveyGroups),
  message: number,
  signature: number,
  answers: z.record(z.string().max(100), z.number().nullable()),
});

/**
 * Internal routes by which staff answer without an account: `survey-open`, `survey-credential` and `survey-answers`. Each
 * takes its request as JSON in the body and answers `Answered`. They write nothing into any log, and nothing of the caller
 * reaches them. For the gateway alone.
 */
export function surveyAnsweringRoutes(options: AnsweringOptions): Record<string, Internal> {
  return {
    'survey-open': route(openRequest, (input) => open(input, options)),
    'survey-credential': route(credentialRequest, (input) => credential(input, options)),
    'survey-answers': route(answersRequest, (input) => answers(input, options)),
  };
}

function open(input: z.infer<typeof openRequest>, o: AnsweringOptions): Promise<Answered<OpenedSurvey>> {
  return o.database.service(async (db) => {
    const asked = await findAsked(db, input.secret);
    const refusal = refusalFor(asked, o);
    if (!asked || refusal) return refusal ?? refused('UNKNOWN_LINK');
    const { title, about, waveId, number: wave, group, closesOn, leastRespondents, publicKey } = asked;
    const questionnaire = questionnaireOf(asked.scaleIds, asked.licensedItems);
    const fingerprint = fingerprintOf(publicKey);
    const described = { title, about, waveId, wave, group, closesOn, leastRespondents, publicKey, fingerprint };
    return { answer: { ...described, questionnaire } };
  });
}

function credential(
  input: z.infer<typeof credentialRequest>,
  o: AnsweringOptions,
): Promise<Answered<CredentialIssued>> {
  return o.database.service(async (db) => {
    const asked = await findAsked(db, input.secret);
    const refusal = refusalFor(asked, o);
    if (!asked || refusal) return refusal ?? refused('UNKNOWN_LINK');
    const { invitationId, blinded } = { invitationId: asked.invitationId, blinded: input.blinded };
    const issued = await issueCredential(db, o.seal, { key: asked, invitationId, blinded });
    if (issued === 'issued-already') return refused('CREDENTIAL_ISSUED_ALREADY');
    return issued === 'unreadable' ? refused('BAD_REQUEST') : { answer: issued };
  });
}

function answers(input: z.infer<typeof answersRequest>, o: AnsweringOptions): Promise<Answered<AnswersReceived>> {
  const { waveId, group, message, signature } = input;
  return o.database.service(async (db): Promise<Answered<AnswersReceived>> => {
    const wave = await findWaveAsked(db, { waveId, group });
    if (!wave) return refused('NO_CREDENTIAL');
    const refusal = refusalFor(wave, o);
    if (refusal) return refusal;
    const inOrder = await orderedAnswers(wave, input.answers);
    if (inOrder === null) return refused('BAD_ANSWERS');
    const taken = await takeAnswers(db, o.seal, { key: wave, credential: { message, signature }, answers: inOrder });
    if (taken === 'no-credential') return refused('NO_CREDENTIAL');
    return taken === 'answered-already' ? refused('ANSWERED_ALREADY') : { answer: { isReceived: true } };
  });
}

async function orderedAnswers(
  wave: Pick<Asked, 'scaleIds' | 'licensedItems'>,
  given: Readonly<Record<string, number | null>>,
): Promise<(number | null)[] | null> {
  try {
    return answersInOrder(questionnaireOf(wave.scaleIds, wave.licensedItems), given);
  } catch (error) {
    if (error instanceof DesignFault) return null;
    throw error;
  }
}

function refusalFor(
  asked: Pick<Asked, 'opensOn' | 'closesOn' | 'closedAt'> | null,
  { clock }: AnsweringOptions,
): { readonly refusal: SurveyRefusal } | null {
  if (!asked) return refused('UNKNOWN_LINK');
  const state = waveStateOn(asked, clock.today());
  if (state === 'PLANNED') return refused('NOT_OPEN_YET');
  return state === 'CLOSED' ? refused('CLOSED') : null;
}

type Told = Exclude<SurveyRefusalCode, 'TOO_MANY_REQUESTS' | 'UNAVAILABLE'>;

const messages: Readonly<Record<Told, string>> = {
  UNKNOWN_LINK: 'This link leads to no survey. Check that it is complete: it may have been cut off in the e-mail.',
  NOT_OPEN_YET: 'The survey has not opened yet. Come back with the same link when it has.',
  CLOSED: 'The survey has closed. Answers are no longer taken.',
  CREDENTIAL_ISSUED_ALREADY:
    'This link has been used, in this browser or another. If you began in another window, go on there; if you have answered, thank you.',
  NO_CREDENTIAL: 'Your right to answer cannot be read. Open the link again in the browser in which you began.',
  ANSWERED_ALREADY: 'Your answers have been received already. Nothing was changed. Thank you.',
  BAD_ANSWERS: 'An answer is not one of those offered. Load the page again.',
  BAD_REQUEST: 'The request cannot be read. Load the page again.',
};

function refused(code: Told): { readonly refusal: SurveyRefusal } {
  return { refusal: { code, message: messages[code] } };
}

function route<Input, Answer>(shape: z.ZodType<Input>, answer: (input: Input) => Promise<Answered<Answer>>): Internal {
  return async ({ caller, body }): Promise<Answered<Answer>> => {
    if (caller.kind !== 'service') throw new ForbiddenError('Only the platform itself asks this.');
    const read = shape.safeParse(await jsonOf(body));
    return read.success ? answer(read.data) : refused('BAD_REQUEST');
  };
}

async function jsonOf(body: AsyncIterable<Uint8Array>): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new BadInputError('The body is too large.');
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    return null;
  }
}
