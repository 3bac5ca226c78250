import type { AnswersRequest, OpenedSurvey, SurveyRefusal, SurveyRefusalCode } from '@mainstay/survey-bank';

/** What the page asks of the platform: `docs/survey-answering.md`. */
export interface SurveyService {
  /**
   * The survey that the invitation is to.
   *
   * @throws RefusedError, UnreachableError
   */
  open(secret: string): Promise<OpenedSurvey>;
  /**
   * The blind signature of the blinded message; of the same message the same one, however often it is asked for.
   *
   * @throws RefusedError, UnreachableError
   */
  sign(secret: string, blinded: string): Promise<string>;
  /**
   * Hands in the answers.
   *
   * @throws RefusedError, UnreachableError
   */
  send(answers: AnswersRequest): Promise<void>;
}

/** The platform refused. The message can be shown as it is. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly code: SurveyRefusalCode;

  constructor({ code, message }: SurveyRefusal) {
    super(message);
    this.code = code;
  }
}

/** The platform did not answer, or not with what was asked for. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}
