import type {
  AnswersReceived,
  AnswersRequest,
  CredentialIssued,
  OpenedSurvey,
  SurveyRefusal,
} from '@mainstay/survey-bank';
import { RefusedError, UnreachableError, type SurveyService } from './survey-service.ts';

/** How long an answer may take, in milliseconds. */
const LONGEST = 20_000;

/** The platform's own answers. No request carries a cookie, or says which page it comes from. */
export class HttpSurveyService implements SurveyService {
  open(secret: string): Promise<OpenedSurvey> {
    return post<OpenedSurvey>('open', { secret });
  }

  async sign(secret: string, blinded: string): Promise<string> {
    return (await post<CredentialIssued>('credential', { secret, blinded })).blindSignature;
  }

  async send(answers: AnswersRequest): Promise<void> {
    await post<AnswersReceived>('answers', answers);
  }
}

async function post<Answer>(path: string, body: object): Promise<Answer> {
  const { isOk, answer } = await fetch(`/survey/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(LONGEST),
  })
    .then(async (response) => ({ isOk: response.ok, answer: (await response.json()) as unknown }))
    .catch((cause: unknown) => {
      throw new UnreachableError('The survey cannot be reached.', { cause });
    });
  if (isOk) return answer as Answer;
  const { code, message } = (answer ?? {}) as Partial<SurveyRefusal>;
  if (!code || !message) throw new UnreachableError('The survey did not answer as expected.');
  throw new RefusedError({ code, message });
}
