import { type Answer, answeredBy, answerOf, needed, numberWithin, RecordFault } from '@mainstay/subgraph-kit/record';
import { codeOf } from '../../record/code-of.ts';
import type { FactsOf } from '../../record/record-store.ts';
import type { HealthEventEntity, HealthEventKind } from './health-event.entity.ts';
import type { RecordHealthEventInput } from './health-event.service.ts';

/** What belongs to some kinds of events and not to others. */
export type HealthEventDetails = Omit<FactsOf<HealthEventEntity>, 'kind' | 'happenedOn' | 'note'>;

/** Nothing, where nothing belongs to the kind: visits need no more than their day. */
export const noDetails: HealthEventDetails = {
  outcome: null,
  isUpToDate: null,
  upToDateNotKnown: null,
  sdqScore: null,
  sdqReason: null,
  sdqCompletedBy: null,
  isMisusing: null,
  substanceMisuseNotKnown: null,
  intervention: null,
  daysOff: null,
  heightMillimetres: null,
  weightGrams: null,
  weightBand: null,
  weightBandNotKnown: null,
};

type DetailField = Exclude<
  keyof RecordHealthEventInput,
  'childId' | 'key' | 'correcting' | 'kind' | 'happenedOn' | 'note'
>;

const done: readonly DetailField[] = ['outcome'];
const upToDate: readonly DetailField[] = ['upToDate'];
const fieldsOf: Readonly<Record<HealthEventKind, readonly DetailField[]>> = {
  INITIAL_ASSESSMENT: done,
  REVIEW_ASSESSMENT: done,
  DENTAL_CHECK: done,
  IMMUNISATIONS: upToDate,
  DEVELOPMENT_CHECK: upToDate,
  SDQ: ['sdqScore', 'sdqReason', 'sdqCompletedBy'],
  SUBSTANCE_MISUSE: ['substanceMisuse', 'intervention'],
  GP_VISIT: [],
  EMERGENCY_VISIT: [],
  DAYS_OFF_SCHOOL: ['daysOff'],
  MEASUREMENT: ['heightMillimetres', 'weightGrams', 'weightBand', 'weightBandNotKnown'],
};
const allFields = [...new Set(Object.values(fieldsOf).flat())];

/**
 * Refuses what does not belong to the kind of event: it would be lost in silence.
 *
 * @throws RecordFault
 */
export function refuseWhatDoesNotBelong(input: RecordHealthEventInput): void {
  for (const field of allFields) {
    const isGiven = input[field] !== null && input[field] !== undefined;
    if (isGiven && !fieldsOf[input.kind].includes(field)) {
      throw new RecordFault(field, 'Leave this out: it does not belong to what you record.');
    }
  }
}

/** Reads the details of an event of one kind. */
type Details = (input: RecordHealthEventInput, year: number) => Partial<HealthEventDetails>;

const whetherDone: Details = ({ outcome }) => ({ outcome: needed('outcome', outcome, 'Say whether it was done.') });

const whetherUpToDate: Details = (input) => {
  const isUpToDate = answerOf('upToDate', input.upToDate ?? {});
  return { isUpToDate: isUpToDate.value, upToDateNotKnown: isUpToDate.notKnown };
};

/** The details of each kind that has some. @throws RecordFault where something needed is missing or out of range. */
export const detailsOf: Readonly<Partial<Record<HealthEventKind, Details>>> = {
  INITIAL_ASSESSMENT: whetherDone,
  REVIEW_ASSESSMENT: whetherDone,
  DENTAL_CHECK: whetherDone,
  IMMUNISATIONS: whetherUpToDate,
  DEVELOPMENT_CHECK: whetherUpToDate,
  SDQ: questionnaireOf,
  SUBSTANCE_MISUSE: substanceMisuseOf,
  DAYS_OFF_SCHOOL: ({ daysOff }) => ({
    daysOff: numberWithin('daysOff', needed('daysOff', daysOff, 'Say how many school days.'), { least: 1, most: 190 }),
  }),
  MEASUREMENT: measurementOf,
};

function questionnaireOf(input: RecordHealthEventInput, year: number): Partial<HealthEventDetails> {
  const { sdqScore = null, sdqReason = null, sdqCompletedBy = null } = input;
  if ((sdqScore === null) === (sdqReason === null)) {
    throw new RecordFault('sdqScore', 'Give the score, or say why there is none: one of the two.');
  }
  if (sdqReason !== null) {
    if (sdqCompletedBy !== null) throw new RecordFault('sdqCompletedBy', 'Leave this out: there is no score.');
    return { sdqReason: codeOf('sdqReason', sdqReason, { set: 'SDQ_REASON', year }) };
  }
  return {
    sdqScore: numberWithin('sdqScore', needed('sdqScore', sdqScore, 'Give the score.'), { least: 0, most: 40 }),
    sdqCompletedBy: needed('sdqCompletedBy', sdqCompletedBy, 'Say who completed the questionnaire.'),
  };
}

function substanceMisuseOf(input: RecordHealthEventInput): Partial<HealthEventDetails> {
  const problem: Answer<boolean> = answerOf('substanceMisuse', input.substanceMisuse ?? {});
  const { intervention = null } = input;
  if (problem.value !== true && intervention !== null) {
    throw new RecordFault('intervention', 'Leave this out: no problem was identified.');
  }
  return {
    isMisusing: problem.value,
    substanceMisuseNotKnown: problem.notKnown,
    intervention: problem.value === true ? needed('intervention', intervention, 'Say what came of it.') : null,
  };
}

function measurementOf(input: RecordHealthEventInput): Partial<HealthEventDetails> {
  const { heightMillimetres = null, weightGrams = null } = input;
  const band = answeredBy('weightBand', input.weightBand, input.weightBandNotKnown);
  const within = (field: 'heightMillimetres' | 'weightGrams', value: number | null, most: number, least: number) =>
    value === null ? null : numberWithin(field, value, { least, most });
  return {
    heightMillimetres: within('heightMillimetres', heightMillimetres, 2_500, 200),
    weightGrams: within('weightGrams', weightGrams, 300_000, 300),
    weightBand: band.value,
    weightBandNotKnown: band.notKnown,
  };
}
