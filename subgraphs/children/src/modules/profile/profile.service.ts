import type { PlainDate } from '@mainstay/primitives';
import {
  answeredBy,
  type AnswerInput,
  answerOf,
  LONGEST,
  type NotKnownReason,
  RecordFault,
  textAnswer,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import { isDisability } from './profile.disabilities.ts';
import { isLanguage, isNationality } from './profile.places.ts';
import type { ProfileEntity, Religion } from './profile.entity.ts';
import { profileStore } from './profile.store.ts';

/** What is recorded: `RecordProfileInput` of the graph. */
export interface RecordProfileInput extends RecordingInput {
  readonly asOf: PlainDate;
  readonly religion?: Religion | null;
  readonly religionNotKnown?: NotKnownReason | null;
  readonly firstLanguage?: string | null;
  readonly firstLanguageNotKnown?: NotKnownReason | null;
  readonly needsInterpreter: AnswerInput<boolean>;
  readonly hasDisability: AnswerInput<boolean>;
  readonly disabilities: readonly string[];
  readonly communicationNeeds?: string | null;
  readonly communicationNeedsNotKnown?: NotKnownReason | null;
  readonly nationalities: readonly string[];
  readonly nationalitiesNotKnown?: NotKnownReason | null;
  readonly team?: string | null;
  readonly teamNotKnown?: NotKnownReason | null;
}

/**
 * Records who a child is from a day on, or corrects what was recorded.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordProfile(input: RecordProfileInput, context: Context): Promise<ProfileEntity> {
  const child = await recordableChild(context, input.childId, profileStore.part);
  const today = context.clock.today();
  const asOf = dayOfFact('asOf', input.asOf, { child, today });
  return saveRecord(context, profileStore, input, { asOf, ...originOf(input), ...needsOf(input) });
}

type Origin = 'religion' | 'firstLanguage' | 'nationalities';

function originOf(input: RecordProfileInput): Pick<FactsOf<ProfileEntity>, Origin | `${Origin}NotKnown`> {
  const religion = answeredBy('religion', input.religion, input.religionNotKnown);
  const language = answeredBy('firstLanguage', input.firstLanguage, input.firstLanguageNotKnown);
  const nationalities = [...new Set(input.nationalities)];
  const nationality = answeredBy('nationalities', nationalities[0], input.nationalitiesNotKnown);
  if (language.value !== null && !isLanguage(language.value)) {
    throw new RecordFault('firstLanguage', 'Choose a language from the list.');
  }
  if (!nationalities.every(isNationality)) throw new RecordFault('nationalities', 'Choose countries from the list.');
  return {
    religion: religion.value,
    religionNotKnown: religion.notKnown,
    firstLanguage: language.value,
    firstLanguageNotKnown: language.notKnown,
    nationalities,
    nationalitiesNotKnown: nationality.notKnown,
  };
}

function needsOf(input: RecordProfileInput): Omit<FactsOf<ProfileEntity>, 'asOf' | Origin | `${Origin}NotKnown`> {
  const interpreter = answerOf('needsInterpreter', input.needsInterpreter);
  const disability = answerOf('hasDisability', input.hasDisability);
  const disabilities = [...new Set(input.disabilities)];
  if (!disabilities.every(isDisability)) throw new RecordFault('disabilities', 'Choose disabilities from the list.');
  if (disabilities.length > 0 !== (disability.value === true)) {
    throw new RecordFault('disabilities', 'Name the disabilities of a child who has one, and of no other.');
  }
  const { communicationNeeds, communicationNeedsNotKnown, team, teamNotKnown } = input;
  const communication = textAnswer(
    'communicationNeeds',
    { text: communicationNeeds, notKnown: communicationNeedsNotKnown },
    LONGEST.sentences,
  );
  const teamName = textAnswer('team', { text: team, notKnown: teamNotKnown }, LONGEST.name);
  return {
    needsInterpreter: interpreter.value,
    needsInterpreterNotKnown: interpreter.notKnown,
    isDisabled: disability.value,
    hasDisabilityNotKnown: disability.notKnown,
    disabilities,
    communicationNeeds: communication.value,
    communicationNeedsNotKnown: communication.notKnown,
    team: teamName.value,
    teamNotKnown: teamName.notKnown,
  };
}
