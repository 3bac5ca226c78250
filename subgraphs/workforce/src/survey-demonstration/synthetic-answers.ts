import { scaleOf, type Question, type Questionnaire, type SurveyGroup } from '@mainstay/survey-bank';
import type { AnswerRow } from '../survey-answering/ledger.ts';

/** Where in its range a group's answers lie at each wave, 0 the worst and 1 the best; before what people differ by. */
const level: Readonly<Record<SurveyGroup, readonly [number, number]>> = {
  PRACTICE: [0.58, 0.68],
  HOST_LA: [0.52, 0.54],
  COMPARISON: [0.53, 0.55],
};
/** How far people differ, and how far one person's answers do. */
const [BETWEEN, WITHIN] = [0.16, 0.14];
/** Of twenty answers one is left out. */
const LEFT_OUT = 0.05;

/** Made-up answers to a questionnaire, the same every time. */
export function syntheticAnswers(
  questionnaire: Questionnaire,
  { group, wave, count }: { group: SurveyGroup; wave: number; count: number },
): AnswerRow[] {
  const chance = chanceFrom(`${group}/${wave}/${questionnaire.parts.length}`);
  const bell = () => chance() + chance() + chance() - 1.5;
  const middle = level[group][wave === 1 ? 0 : 1];
  return Array.from({ length: count }, () => {
    const person = middle + BETWEEN * 2 * bell();
    return questionnaire.parts.flatMap(({ scaleId, questions }) =>
      questions.map((question, index) => {
        const leaning = person + WITHIN * 2 * bell();
        return chance() < LEFT_OUT ? null : answerTo(question, isTurned(scaleId, index) ? 1 - leaning : leaning);
      }),
    );
  });
}

function answerTo(question: Question, leaning: number): number {
  const [least, most] =
    question.kind === 'number' ? [question.least, question.most] : [1, question.options.at(-1)?.value ?? 5];
  return Math.min(most, Math.max(least, Math.round(least + leaning * (most - least))));
}

/** True where a high answer is bad news. */
function isTurned(scaleId: string, index: number): boolean {
  const scale = scaleOf(scaleId);
  const isReversed = scale?.kind === 'own' && (scale.items[index]?.isReversed ?? false);
  return (scale?.direction === 'LOWER_IS_BETTER') !== isReversed;
}

/** Numbers from 0 to 1 that follow from a text (mulberry32). */
function chanceFrom(text: string): () => number {
  let state = Array.from(text).reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
