import type { Answers, OpenedSurvey } from '@mainstay/survey-bank';
import { beginCredential, finishCredential } from '@mainstay/survey-bank/credential';
import { readNumber } from './answer-faults.ts';
import type { KeptInTab, Written } from './kept-in-tab.ts';
import { RefusedError, type SurveyService } from './survey-service.ts';

/** What getting the credential and sending need. */
export interface Answering {
  readonly service: SurveyService;
  readonly survey: OpenedSurvey;
  readonly kept: KeptInTab;
  /** Keeps what must not be lost should the page be loaded again on the way. */
  readonly onKeep: (kept: KeptInTab) => void;
}

/**
 * Gets the credential for the link, once: what it is made of is kept before it is asked for, so that whatever breaks off
 * can be tried again. Answers what the tab keeps from then on.
 *
 * @throws RefusedError when the link was exchanged before, from elsewhere.
 */
export async function obtainCredential({ service, survey, kept, onKeep }: Answering): Promise<KeptInTab> {
  if (kept.credential) return kept;
  const { publicKey, fingerprint } = survey;
  const isSameKey = kept.making?.fingerprint === fingerprint;
  const making = isSameKey && kept.making ? kept.making : { ...(await beginCredential(publicKey)), fingerprint };
  const begun = { ...kept, making };
  onKeep(begun);
  const signature = await service.sign(kept.secret, making.blinded);
  const { making: _made, ...rest } = begun;
  const finished = { ...rest, credential: await finishCredential(publicKey, making, signature) };
  onKeep(finished);
  return finished;
}

/**
 * Hands in the answers with the credential, and without anything that came with the link. Those that arrived before are
 * taken to have arrived.
 */
export async function sendAnswers({ service, survey, kept, onKeep }: Answering): Promise<void> {
  const { credential, answers } = await obtainCredential({ service, survey, kept, onKeep });
  if (!credential) throw new Error('A credential was obtained.');
  const { waveId, group } = survey;
  try {
    await service.send({ waveId, group, ...credential, answers: asNumbers(survey, answers) });
  } catch (error) {
    if (!(error instanceof RefusedError && error.code === 'ANSWERED_ALREADY')) throw error;
  }
}

function asNumbers({ questionnaire }: OpenedSurvey, written: Written): Answers {
  const ids = questionnaire.parts.flatMap(({ questions }) => questions.map(({ id }) => id));
  const answered = ids.flatMap((id) => (written[id] === undefined ? [] : [[id, readNumber(written[id])] as const]));
  return Object.fromEntries(answered.filter(([, answer]) => answer !== null));
}
