export { answerOf, type Answer, type AnswerInput, type NotKnownReason } from './answer.ts';
export {
  answeredBy,
  laterDay,
  LONGEST,
  needed,
  nothing,
  numberWithin,
  optionalText,
  textAnswer,
} from './field-checks.ts';
export { knownAtOf, type KnownAtArgs } from './known-at.ts';
export { orFailure, RecordChanged, RecordFault } from './record-failure.ts';
export { textOf } from './text.ts';
export { versionColumns, type VersionRow } from './version-row.ts';
export {
  columnsOf,
  versionStore,
  type Column,
  type Correcting,
  type Identified,
  type Recording,
  type VersionStore,
} from './version-store.ts';
