import type { RecordAnswer } from '../record/form/record-form.tsx';

/**
 * The answer, unless the survey has gone too far for it.
 *
 * @throws Error with the platform's words, which can be shown.
 */
export function refusedAsError<Answer extends RecordAnswer>(answer: Answer): Answer {
  if (answer.__typename === 'SurveyStateError') throw new Error(answer.message);
  return answer;
}
