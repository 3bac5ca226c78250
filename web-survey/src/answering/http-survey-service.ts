import type { LinkTrouble } from '../pages/link-trouble.page.tsx';
import type { Survey } from '../survey.ts';
import type { Answers, Credential } from './kept-in-tab.ts';
import { UnreachableError, type Opened, type SurveyService } from './survey-service.ts';

/** The platform's own answers, over HTTP: `docs/survey-answering.md`. No request carries a cookie or says where it comes from. */
export class HttpSurveyService implements SurveyService {
  async open(secret: string): Promise<Opened> {
    const { status, body } = await post('open', { secret });
    return status === 200 ? { kind: 'open', survey: body as Survey } : troubleOf(body);
  }

  async sign(secret: string, blinded: string): ReturnType<SurveyService['sign']> {
    const { status, body } = await post('credential', { secret, blinded });
    return status === 200
      ? { kind: 'signed', signature: String((body as { signature: string }).signature) }
      : troubleOf(body);
  }

  async send(survey: string, credential: Credential, answers: Answers): ReturnType<SurveyService['send']> {
    const { status, body } = await post('answers', { survey, ...credential, answers });
    return status === 200 ? { kind: 'sent' } : troubleOf(body);
  }
}

async function post(path: string, body: object): Promise<{ status: number; body: unknown }> {
  try {
    const answer = await fetch(`/survey/api/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(20_000),
    });
    return { status: answer.status, body: await answer.json() };
  } catch (cause) {
    throw new UnreachableError('The survey cannot be reached.', { cause });
  }
}

function troubleOf(body: unknown): LinkTrouble {
  const { code } = body as { code?: string };
  if (code === 'unknown' || code === 'used' || code === 'closed' || code === 'not-yet') return { kind: code };
  throw new UnreachableError('The survey did not answer as expected.');
}
