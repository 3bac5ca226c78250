import type { PlainDate } from '@mainstay/primitives';
import { type AnswerInput, answerOf, LONGEST, optionalText } from '@mainstay/subgraph-kit/record';
import type { FactsOf } from '../../record/record-store.ts';
import type { PlacementMatchEntity } from './placement-match.entity.ts';

/** How well a placement fits: `PlacementMatchInput` of the graph. */
export interface PlacementMatchInput {
  readonly ethnicity: AnswerInput<boolean>;
  readonly religion: AnswerInput<boolean>;
  readonly language: AnswerInput<boolean>;
  readonly siblingsTogether?: AnswerInput<boolean> | null;
  readonly distance: AnswerInput<boolean>;
  readonly note?: string | null;
}

/**
 * What is recorded of the match of a placement.
 *
 * @throws RecordFault when an answer is neither given nor said to be unknown.
 */
export function matchFacts(match: PlacementMatchInput, startedOn: PlainDate): FactsOf<PlacementMatchEntity> {
  const answer = (name: keyof PlacementMatchInput, given: AnswerInput<boolean>) =>
    answerOf(`placement.match.${name}`, given);
  const ethnicity = answer('ethnicity', match.ethnicity);
  const religion = answer('religion', match.religion);
  const language = answer('language', match.language);
  const siblings = match.siblingsTogether ? answer('siblingsTogether', match.siblingsTogether) : null;
  const distance = answer('distance', match.distance);
  return {
    startedOn,
    isEthnicityMatched: ethnicity.value,
    ethnicityNotKnown: ethnicity.notKnown,
    isReligionMatched: religion.value,
    religionNotKnown: religion.notKnown,
    isLanguageMatched: language.value,
    languageNotKnown: language.notKnown,
    isWithSiblings: siblings?.value ?? null,
    siblingsNotKnown: siblings?.notKnown ?? null,
    isNearEnough: distance.value,
    distanceNotKnown: distance.notKnown,
    note: optionalText('placement.match.note', match.note, LONGEST.sentences),
  };
}
