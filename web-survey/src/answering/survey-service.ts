import type { LinkTrouble } from '../pages/link-trouble.page.tsx';
import type { Survey } from '../survey.ts';
import type { Answers, Credential } from './kept-in-tab.ts';

/** What a link leads to: a survey, or why there is none. */
export type Opened = { readonly kind: 'open'; readonly survey: Survey } | LinkTrouble;

/** What the page asks of the platform. Each rejects with UnreachableError when there is no answer. */
export interface SurveyService {
  /** The survey that the invitation is to. */
  open(secret: string): Promise<Opened>;
  /** The signature of the blinded message; of the same message the same one, however often it is asked for. */
  sign(secret: string, blinded: string): Promise<{ readonly kind: 'signed'; readonly signature: string } | LinkTrouble>;
  /** Hands in the answers; those that arrived before are taken to have arrived. */
  send(survey: string, credential: Credential, answers: Answers): Promise<{ readonly kind: 'sent' } | LinkTrouble>;
}

/** The platform did not answer, or not with what was asked for. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}
