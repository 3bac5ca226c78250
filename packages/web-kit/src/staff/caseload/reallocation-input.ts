import type { RecordField } from '../../record/form/record-field.ts';
import type { RecordAnswer } from '../../record/form/record-form.tsx';

/** A child of the form, with the version of the history that its change is based on. */
export interface ChildToMove {
  readonly id: string;
  readonly historyVersion: string;
}

/** What a choice says of a child that is not moved now. */
export const NOT_NOW = 'not-now';

/** The form's name of the choice about the child at a place. */
export function moveField(place: number): string {
  return `to.${place}`;
}

/** The graph's input of the form: the moves of the children that are moved now, in the order of the form. */
export function reallocationInput(
  answers: Readonly<Record<string, unknown>>,
  children: readonly ChildToMove[],
): { readonly input: Readonly<Record<string, unknown>>; readonly places: readonly number[] } {
  const { to, handOver, ...rest } = answers as {
    readonly to?: Readonly<Record<string, string>>;
    readonly handOver?: object;
  };
  const places = children.map((_, place) => place).filter((place) => (to?.[place] ?? NOT_NOW) !== NOT_NOW);
  const moves = places.map((place) => ({
    childId: children[place]?.id,
    basedOn: children[place]?.historyVersion,
    workerId: to?.[place],
    handOver,
  }));
  return { input: { ...rest, moves }, places };
}

/** An error about a move, at the form's own field. */
export function atField(answer: RecordAnswer, places: readonly number[], fields: readonly RecordField[]): RecordAnswer {
  const [first = '', second = '', ...rest] = (answer.field ?? '').replace(/^moves\./, '').split('.');
  if (!/^\d+$/.test(first)) return answer;
  const within = [second, ...rest].join('.');
  const isCommon = fields.some(({ name }) => name === within);
  return { ...answer, field: isCommon ? within : moveField(places[Number(first)] ?? 0) };
}
