import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import { laterDay, needed, nothing, optionalText, RecordFault } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { codeOf } from '../../record/code-of.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import type { AdoptionDecisionEntity } from './adoption-decision.entity.ts';
import { adoptionDecisionStore } from './adoption-decision.store.ts';

/** What is recorded: `RecordAdoptionDecisionInput` of the graph. */
export interface RecordAdoptionDecisionInput extends RecordingInput {
  readonly decidedOn: PlainDate;
  readonly fosterToAdoptOn?: PlainDate | null;
  readonly matchedOn?: PlainDate | null;
  readonly familyId?: string | null;
  readonly adopterSexes?: string | null;
  readonly adopterStatus?: string | null;
  readonly isByFosterCarer?: boolean | null;
  readonly reversedOn?: PlainDate | null;
  readonly reversedReason?: string | null;
}

const LONGEST_FAMILY_ID = 50;

/** Who can be of which status. @see rules 514, 517 to 520 and 524 of the return */
const sexesOf: Readonly<Record<string, readonly string[]>> = {
  L0: ['M1', 'F1'],
  L11: ['MF'],
  L12: ['MM', 'FF'],
  L2: ['MM', 'FF', 'MF'],
  L3: ['MF'],
  L4: ['MM', 'FF'],
};

/**
 * Records the decision that a child should be placed for adoption and what became of it, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordAdoptionDecision(
  input: RecordAdoptionDecisionInput,
  context: Context,
): Promise<AdoptionDecisionEntity> {
  const child = await recordableChild(context, input.childId, adoptionDecisionStore.part);
  const today = context.clock.today();
  const decidedOn = dayOfFact('decidedOn', input.decidedOn, { child, today });
  const days = { since: decidedOn, today };
  const matchedOn = laterDay('matchedOn', input.matchedOn, days);
  const reversedOn = laterDay('reversedOn', input.reversedOn, { since: matchedOn ?? decidedOn, today });
  return saveRecord(context, adoptionDecisionStore, input, {
    decidedOn,
    fosterToAdoptOn: laterDay('fosterToAdoptOn', input.fosterToAdoptOn, { since: child.dateOfBirth, today }),
    matchedOn,
    familyId: optionalText('familyId', input.familyId, LONGEST_FAMILY_ID),
    ...adoptersOf(input, matchedOn),
    reversedOn,
    reversedReason:
      reversedOn === null
        ? nothing('reversedReason', input.reversedReason, 'Leave this out: the decision stands.')
        : codeOf('reversedReason', needed('reversedReason', input.reversedReason, 'Say why it was reversed.'), {
            set: 'REASON_PLACED_CEASED',
            year: collectionYearOf(reversedOn),
          }),
  });
}

type Adopters = Pick<FactsOf<AdoptionDecisionEntity>, 'adopterSexes' | 'adopterStatus' | 'isByFosterCarer'>;

/** Who the adopters are is known with the match, and needed from then on: AD1 of the return asks for all of it. */
function adoptersOf(input: RecordAdoptionDecisionInput, matchedOn: PlainDate | null): Adopters {
  const { adopterSexes, adopterStatus, isByFosterCarer } = input;
  if (matchedOn === null) {
    const message = 'Leave this out until there is a match, or give the day of the match.';
    return {
      adopterSexes: nothing('adopterSexes', adopterSexes, message),
      adopterStatus: nothing('adopterStatus', adopterStatus, message),
      isByFosterCarer: nothing('isByFosterCarer', isByFosterCarer, message),
    };
  }
  const year = collectionYearOf(matchedOn);
  const message = 'Needed with a match.';
  const sexes = codeOf('adopterSexes', needed('adopterSexes', adopterSexes, message), { set: 'SEX_ADOPTR', year });
  const status = codeOf('adopterStatus', needed('adopterStatus', adopterStatus, message), { set: 'LS_ADOPTR', year });
  if (sexesOf[status]?.includes(sexes) !== true) {
    throw new RecordFault('adopterStatus', 'The status does not fit the number and sex of the adopters. Check both.');
  }
  return {
    adopterSexes: sexes,
    adopterStatus: status,
    isByFosterCarer: needed('isByFosterCarer', isByFosterCarer, message),
  };
}
