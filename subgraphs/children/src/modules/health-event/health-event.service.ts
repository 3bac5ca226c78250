import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import { type AnswerInput, LONGEST, type NotKnownReason, optionalText } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import { detailsOf, noDetails, refuseWhatDoesNotBelong } from './health-event.details.ts';
import type {
  HealthEventEntity,
  HealthEventKind,
  HealthOutcome,
  SdqInformant,
  SubstanceIntervention,
  WeightBand,
} from './health-event.entity.ts';
import { healthEventStore } from './health-event.store.ts';

/** What is recorded: `RecordHealthEventInput` of the graph. */
export interface RecordHealthEventInput extends RecordingInput {
  readonly kind: HealthEventKind;
  readonly happenedOn: PlainDate;
  readonly outcome?: HealthOutcome | null;
  readonly upToDate?: AnswerInput<boolean> | null;
  readonly sdqScore?: number | null;
  readonly sdqReason?: string | null;
  readonly sdqCompletedBy?: SdqInformant | null;
  readonly substanceMisuse?: AnswerInput<boolean> | null;
  readonly intervention?: SubstanceIntervention | null;
  readonly daysOff?: number | null;
  readonly heightMillimetres?: number | null;
  readonly weightGrams?: number | null;
  readonly weightBand?: WeightBand | null;
  readonly weightBandNotKnown?: NotKnownReason | null;
  readonly note?: string | null;
}

/**
 * Records something of a child's health, or corrects it.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordHealthEvent(input: RecordHealthEventInput, context: Context): Promise<HealthEventEntity> {
  const child = await recordableChild(context, input.childId, healthEventStore.part);
  const today = context.clock.today();
  const happenedOn = dayOfFact('happenedOn', input.happenedOn, { child, today });
  refuseWhatDoesNotBelong(input);
  return saveRecord(context, healthEventStore, input, {
    kind: input.kind,
    happenedOn,
    ...noDetails,
    ...detailsOf[input.kind]?.(input, collectionYearOf(happenedOn)),
    note: optionalText('note', input.note, LONGEST.account),
  });
}
