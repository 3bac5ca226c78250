import type { Question } from '@mainstay/survey-bank';
import type { Written } from './kept-in-tab.ts';

/** What is wrong with the answer to a question. */
export interface AnswerFault {
  readonly message: string;
  readonly fieldId: string;
  /** True when there is no answer, which a reader may leave so. */
  readonly isOpen: boolean;
}

/** The id of the field of a question. */
export function fieldIdOf({ id }: Pick<Question, 'id'>): string {
  return `question-${id.replaceAll('.', '-')}`;
}

/** What is wrong with the answers to a page's questions, in their order. */
export function faultsOf(questions: readonly Question[], answers: Written): AnswerFault[] {
  return questions.flatMap((question) => {
    const fault = faultOf(question, (answers[question.id] ?? '').trim());
    return fault ? [{ ...fault, fieldId: fieldIdOf(question) }] : [];
  });
}

function faultOf(question: Question, answer: string): Omit<AnswerFault, 'fieldId'> | null {
  if (answer === '') return { message: `No answer to: ${question.text}`, isOpen: true };
  if (question.kind === 'choice') return null;
  const { least, most, text } = question;
  const value = readNumber(answer);
  if (value !== null && value >= least && value <= most) return null;
  return { message: `Enter a whole number from ${least} to ${most}: ${text}`, isOpen: false };
}

/** A whole number as people write it; null when it is none. */
export function readNumber(answer: string): number | null {
  return /^\d{1,6}$/.test(answer.trim()) ? Number(answer) : null;
}
