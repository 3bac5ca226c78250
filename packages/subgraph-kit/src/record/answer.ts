import { RecordFault } from './record-failure.ts';

/** Why something is not known: `NotKnownReason` of the graph. Unknown is a choice with a reason, never a blank. */
export type NotKnownReason = 'NOT_ASKED' | 'DECLINED' | 'AWAITED' | 'NOT_RECORDED_THEN';

/** An answer that may be unknown: a value or the reason why there is none, never both and never neither. */
export interface Answer<Value> {
  readonly value: Value | null;
  readonly notKnown: NotKnownReason | null;
}

/** An answer as it is sent. */
export interface AnswerInput<Value> {
  readonly value?: Value | null;
  readonly notKnown?: NotKnownReason | null;
}

/**
 * What was answered.
 *
 * @throws RecordFault when neither a value nor a reason was given, or both were.
 */
export function answerOf<Value>(field: string, input: AnswerInput<Value>): Answer<Value> {
  const value = input.value ?? null;
  const notKnown = input.notKnown ?? null;
  if ((value === null) === (notKnown === null)) {
    throw new RecordFault(field, 'Give an answer, or say why it is not known: one of the two.');
  }
  return { value, notKnown };
}
