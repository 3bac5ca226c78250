import { scaleOf } from './bank/bank.ts';
import type { AnswerOption, Scale } from './bank/scale.ts';

/** The words of a licensed scale's items, given by an organisation that may use them. */
export interface LicensedItems {
  readonly scaleId: string;
  /** The words of every item, in the order of the published key. */
  readonly texts: readonly string[];
  /** The names of the answers, lowest first; their numbers when left out. */
  readonly labels?: readonly string[];
  /** The licence: who holds it, and its number or date. */
  readonly licence: string;
}

/** A question: one of several answers, or a number. */
export type Question =
  | { readonly id: string; readonly text: string; readonly kind: 'choice'; readonly options: readonly AnswerOption[] }
  | {
      readonly id: string;
      readonly text: string;
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
    };

/** The questions of one scale. */
export interface QuestionnairePart {
  readonly scaleId: string;
  readonly theme: string;
  readonly name: string;
  readonly about: string;
  readonly questions: readonly Question[];
}

/** What is asked, in order. */
export interface Questionnaire {
  readonly parts: readonly QuestionnairePart[];
}

/** An answer to each question; null, or nothing, for one that was left out. */
export type Answers = Readonly<Record<string, number | null>>;

/** The design does not hold together. The message says what to mend. */
export class DesignFault extends Error {
  override readonly name = 'DesignFault';
  /** The field of the design. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/**
 * The questionnaire of these scales. A licensed scale without its words asks for the score alone.
 *
 * @throws DesignFault when a scale is unknown, named twice, or the words given are not as many as its items.
 */
export function questionnaireOf(scaleIds: readonly string[], licensed: readonly LicensedItems[] = []): Questionnaire {
  if (scaleIds.length === 0) throw new DesignFault('scales', 'Choose at least one scale.');
  if (new Set(scaleIds).size < scaleIds.length) throw new DesignFault('scales', 'Choose each scale once.');
  for (const { scaleId } of licensed) {
    if (!scaleIds.includes(scaleId)) throw new DesignFault('licensedItems', 'Give items of scales you chose only.');
  }
  const parts = scaleIds.map((id) => {
    const scale = scaleOf(id);
    if (!scale) throw new DesignFault('scales', 'At least one scale is not in the bank.');
    const questions = questionsOf(
      scale,
      licensed.filter(({ scaleId }) => scaleId === id),
    );
    return { scaleId: id, theme: scale.theme, name: scale.name, about: scale.about, questions };
  });
  return { parts };
}

/**
 * The answers in the order of the questions.
 *
 * @throws DesignFault naming a question that is none, or whose answer is not one of those offered.
 */
export function answersInOrder(questionnaire: Questionnaire, answers: Answers): (number | null)[] {
  const questions = questionnaire.parts.flatMap((part) => part.questions);
  const known = new Set(questions.map(({ id }) => id));
  if (Object.keys(answers).some((id) => !known.has(id))) {
    throw new DesignFault('answers', 'An answer belongs to no question. Load the page again.');
  }
  return questions.map((question) => {
    const answer = Object.hasOwn(answers, question.id) ? (answers[question.id] ?? null) : null;
    if (answer !== null && !isOffered(question, answer)) {
      throw new DesignFault(question.id, 'The answer is not one of those offered.');
    }
    return answer;
  });
}

function isOffered(question: Question, answer: unknown): boolean {
  if (question.kind === 'choice') return question.options.some(({ value }) => value === answer);
  return Number.isInteger(answer) && Number(answer) >= question.least && Number(answer) <= question.most;
}

function questionsOf(scale: Scale, licensed: readonly LicensedItems[]): Question[] {
  const [given, again] = licensed;
  if (again) throw new DesignFault('licensedItems', 'Give the items of each scale once.');
  if (scale.kind === 'own') {
    if (given) throw new DesignFault('licensedItems', 'This scale has items of its own.');
    return scale.items.map(({ id, text }) => ({ id, text, kind: 'choice', options: scale.options }));
  }
  if (!given) {
    const { from, to } = scale.range;
    return [{ id: `${scale.id}.score`, text: `Your score, ${from} to ${to}`, kind: 'number', least: from, most: to }];
  }
  return licensedQuestions(scale, given);
}

function licensedQuestions(
  scale: Extract<Scale, { kind: 'licensed' }>,
  { texts, labels, licence }: LicensedItems,
): Question[] {
  if (texts.length !== scale.key.length || texts.some((text) => text.trim() === '' || text.length > 300)) {
    throw new DesignFault('licensedItems', `Give ${scale.key.length} items of at most 300 characters each.`);
  }
  if (labels && labels.length !== scale.options.length) {
    throw new DesignFault('licensedItems', `Give ${scale.options.length} names of answers, the lowest first.`);
  }
  if (licence.trim().length < 3) throw new DesignFault('licensedItems', 'Say which licence you use them under.');
  const options = scale.options.map(({ value, label }, index) => ({ value, label: labels?.[index] ?? label }));
  return texts.map((text, index) => ({ id: `${scale.id}.${index + 1}`, text: text.trim(), kind: 'choice', options }));
}
