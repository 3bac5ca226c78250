import type { Answers, Questionnaire } from './questionnaire.ts';

/** The groups of the evaluation: a practice's staff, those of the authority it serves, those of one like it. */
export type SurveyGroup = 'PRACTICE' | 'HOST_LA' | 'COMPARISON';

/** Body of `POST /survey/open`. */
export interface OpenRequest {
  /** What follows `#` in the link. */
  readonly secret: string;
}

/** Answer of `POST /survey/open`. */
export interface OpenedSurvey {
  readonly title: string;
  /** What the organiser says about it; empty when nothing was said. */
  readonly about: string;
  /** Identifier of the wave: sent along with the answers. */
  readonly waveId: string;
  /** 1 or 2. */
  readonly wave: number;
  readonly group: SurveyGroup;
  /** The last day on which answers are taken, `YYYY-MM-DD`. */
  readonly closesOn: string;
  /** Results are shown of groups with at least so many answers. */
  readonly leastRespondents: number;
  /** The public key of this wave and group: SPKI in base64url. */
  readonly publicKey: string;
  /** SHA-256 of it, for people to compare: everybody of a group must see the same. */
  readonly fingerprint: string;
  readonly questionnaire: Questionnaire;
}

/** Body of `POST /survey/credential`. */
export interface CredentialRequest {
  readonly secret: string;
  /** The blinded message, base64url. */
  readonly blinded: string;
}

/** Answer of `POST /survey/credential`. */
export interface CredentialIssued {
  /** base64url. */
  readonly blindSignature: string;
}

/** Body of `POST /survey/answers`: nothing in it comes from the link. */
export interface AnswersRequest {
  readonly waveId: string;
  readonly group: SurveyGroup;
  /** The credential: the prepared message and its signature, base64url. */
  readonly message: string;
  readonly signature: string;
  readonly answers: Answers;
}

/** Answer of `POST /survey/answers`. */
export interface AnswersReceived {
  readonly isReceived: true;
}

/** Why a request was refused. */
export type SurveyRefusalCode =
  | 'UNKNOWN_LINK'
  | 'NOT_OPEN_YET'
  | 'CLOSED'
  | 'CREDENTIAL_ISSUED_ALREADY'
  | 'NO_CREDENTIAL'
  | 'ANSWERED_ALREADY'
  | 'BAD_ANSWERS'
  | 'BAD_REQUEST'
  | 'TOO_MANY_REQUESTS'
  | 'UNAVAILABLE';

/** Body of every refusal. */
export interface SurveyRefusal {
  readonly code: SurveyRefusalCode;
  /** What happened and what to do, in plain words. */
  readonly message: string;
}
