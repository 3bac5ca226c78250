import type { Answers } from '../answering/kept-in-tab.ts';
import type { SurveyQuestion } from '../survey.ts';

/** What is wrong with the answer to a question. */
export interface AnswerFault {
  readonly message: string;
  readonly fieldId: string;
  /** True when there is no answer, which a reader may leave so. */
  readonly isOpen: boolean;
}

/** The id of the field of a question. */
export function fieldIdOf({ code }: Pick<SurveyQuestion, 'code'>): string {
  return `question-${code}`;
}

/** What is wrong with the answers to a page's questions, in their order. */
export function faultsOf(questions: readonly SurveyQuestion[], answers: Answers): AnswerFault[] {
  return questions.flatMap((question) => {
    const fault = faultOf(question, (answers[question.code] ?? '').trim());
    return fault ? [{ ...fault, fieldId: fieldIdOf(question) }] : [];
  });
}

function faultOf({ text, number }: SurveyQuestion, answer: string): Omit<AnswerFault, 'fieldId'> | null {
  if (answer === '') return { message: `No answer to: ${text}`, isOpen: true };
  if (!number) return null;
  const value = readNumber(answer);
  if (value !== null && value >= number.least && value <= number.most) return null;
  return {
    message: `Enter a number from ${number.least} to ${number.most} (${number.unit}), such as ${example(number)}: ${text}`,
    isOpen: false,
  };
}

/** A number as people write it, to one decimal place; null when it is none. */
export function readNumber(answer: string): number | null {
  return /^\d{1,4}([.,]\d)?$/.test(answer) ? Number(answer.replace(',', '.')) : null;
}

function example({ least, most }: { readonly least: number; readonly most: number }): string {
  return String(Math.round((least + most) / 2));
}
