import type { LinkTrouble } from '../pages/link-trouble.page.tsx';
import type { SendingStage } from '../pages/sending.page.tsx';
import type { Survey } from '../survey.ts';
import { blind, readPublicKey, unblind } from './credential.ts';
import type { Credential, KeptInTab } from './kept-in-tab.ts';
import type { SurveyService } from './survey-service.ts';

/** What sending needs. */
export interface Sending {
  readonly service: SurveyService;
  readonly survey: Survey;
  readonly kept: KeptInTab;
  /** Keeps what must not be lost should the page be loaded again on the way. */
  readonly onKeep: (kept: KeptInTab) => void;
  readonly onStage: (stage: SendingStage) => void;
  /** Waits a random moment. */
  readonly wait: () => Promise<void>;
}

/**
 * Gets a credential for the link, waits, and hands in the answers with the credential alone.
 *
 * Whatever breaks off can be tried again: the link is signed once, for the message that is kept, and answers that arrived
 * before are taken to have arrived.
 */
export async function sendAnswers(o: Sending): Promise<{ readonly kind: 'sent' } | LinkTrouble> {
  o.onStage('credential');
  const credential = o.kept.credential ?? (await credentialFor(o));
  if ('kind' in credential) return credential;
  o.onStage('waiting');
  await o.wait();
  o.onStage('answers');
  return o.service.send(o.survey.id, credential, o.kept.answers);
}

async function credentialFor({ service, survey, kept, onKeep }: Sending): Promise<Credential | LinkTrouble> {
  const key = await readPublicKey(survey.publicKey);
  const blinding = kept.blinding ?? (await blind(key));
  onKeep({ ...kept, blinding });
  const signed = await service.sign(kept.secret, blinding.blinded);
  if (signed.kind !== 'signed') return signed;
  const credential = await unblind(key, blinding, signed.signature);
  onKeep({ ...kept, blinding, credential });
  return credential;
}
