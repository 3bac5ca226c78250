import type { VersionRow } from './version-row.ts';

/** What was sent cannot be recorded as it is. Becomes `RecordInputError` of the graph; nothing was recorded. */
export class RecordFault extends Error {
  override readonly name = 'RecordFault';
  /** The field of the input, `a.b` for a field within one. */
  readonly field: string;

  /** @param message what is wrong and what to do; never holds what was sent. */
  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}

/** Somebody changed the entry meanwhile. Becomes `RecordChangedError` of the graph; nothing was recorded. */
export class RecordChanged extends Error {
  override readonly name = 'RecordChanged';
  /** The present version. */
  readonly present: VersionRow;

  constructor(present: VersionRow) {
    super('Somebody changed this entry after you opened it. Look at both versions, then send yours again.');
    this.present = present;
  }
}

/** Answers what `work` does, or the member of the result's union that says why it could not be. */
export async function orFailure<Success extends object>(work: () => Promise<Success>): Promise<object> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RecordFault) {
      return { __typename: 'RecordInputError', field: error.field, message: error.message };
    }
    if (error instanceof RecordChanged) {
      return { __typename: 'RecordChangedError', message: error.message, recorded: error.present };
    }
    throw error;
  }
}
