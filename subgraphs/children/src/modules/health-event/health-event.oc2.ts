import { ageOn, collectionYear, type Period, type PlainDate } from '@mainstay/primitives';
import type { ColumnOf } from '@mainstay/ssda903';
import type { OffendingOutcomeEntity } from '../offending-outcome/offending-outcome.entity.ts';
import type { HealthEventEntity } from './health-event.entity.ts';

/** The cells of a row of the table OC2 but who the child is; blank where nothing belongs or nothing is known. */
export type Oc2Cells = Readonly<Record<Exclude<ColumnOf<'OC2'>, 'CHILD' | 'DOB'>, string>>;

/** What the row is made from, in any order: as known now, what was withdrawn left out. */
export interface Oc2Facts {
  readonly dateOfBirth: PlainDate;
  readonly healthEvents: readonly HealthEvent[];
  readonly offendingOutcomes: readonly Pick<OffendingOutcomeEntity, 'kind' | 'happenedOn'>[];
}

type HealthEvent = Omit<HealthEventEntity, 'laCode' | 'childId' | 'recordedBy' | 'recordedAt' | 'version' | 'note'>;

const BLANK = '';
/** Children under this age on 31 March have their development checks told, and need two health assessments a year. */
const DEVELOPMENT_CHECKS_UNDER = 5;
/** Children of this age on 31 March and older have convictions told. */
const CONVICTIONS_FROM = 10;
const QUESTIONNAIRE_FROM = 4;
const QUESTIONNAIRE_UNDER = 17;
const CONVICTED = new Set(['YOUTH_CAUTION', 'YOUTH_CONDITIONAL_CAUTION', 'FINAL_WARNING', 'CONVICTION']);

/**
 * The row of OC2 that the record makes for a child in a collection year, once the child is known to have been looked after
 * for the twelve months to its 31 March; null when nothing at all is on record of the child's health in the year: silence is
 * no answer, so the row is left for the return to bring. Once the record is kept, what it holds none of did not happen.
 *
 * @see SSDA903 guidance, table OC2; rules 157, 186, 188, 189, 192, 193, 542, 545, 546
 */
export function oc2Of({ dateOfBirth, healthEvents, offendingOutcomes }: Oc2Facts, year: number): Oc2Cells | null {
  const period = collectionYear(year);
  const events = healthEvents
    .filter(({ happenedOn }) => happenedOn <= period.to)
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? 1 : -1));
  const ofYear = events.filter(({ happenedOn }) => happenedOn >= period.from);
  if (ofYear.length === 0) return null;
  const age = ageOn(dateOfBirth, period.to);
  const isDone = (kinds: readonly string[], times: number): string =>
    flag(ofYear.filter(({ kind, outcome }) => kinds.includes(kind) && outcome === 'DONE').length >= times);
  return {
    ...questionnaireOf(ofYear, dateOfBirth, period),
    CONVICTED: age < CONVICTIONS_FROM ? BLANK : flag(offendingOutcomes.some((one) => isConvicted(one, period))),
    HEALTH_CHECK: age < DEVELOPMENT_CHECKS_UNDER ? upToDate(events, 'DEVELOPMENT_CHECK') : BLANK,
    IMMUNISATIONS: upToDate(events, 'IMMUNISATIONS'),
    TEETH_CHECK: isDone(['DENTAL_CHECK'], 1),
    HEALTH_ASSESSMENT: isDone(['INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT'], age < DEVELOPMENT_CHECKS_UNDER ? 2 : 1),
    ...substanceMisuseOf(ofYear),
  };
}

/**
 * The newest score that a carer gave, else the newest reason why there is none. Asked for of those who were 4 to 16 at some
 * time of the year; one who turned 4 or 17 in it and has neither was of another age when assessed (SDQ1).
 */
function questionnaireOf(
  ofYear: readonly HealthEvent[],
  dateOfBirth: PlainDate,
  { from, to }: Period,
): Pick<Oc2Cells, 'SDQ_SCORE' | 'SDQ_REASON'> {
  const [first, last] = [ageOn(dateOfBirth, from), ageOn(dateOfBirth, to)];
  const none = { SDQ_SCORE: BLANK, SDQ_REASON: BLANK };
  if (last < QUESTIONNAIRE_FROM || first >= QUESTIONNAIRE_UNDER) return none;
  const scored = ofYear.find(({ sdqScore, sdqCompletedBy }) => sdqScore !== null && sdqCompletedBy === 'CARER');
  if (scored) return { ...none, SDQ_SCORE: String(scored.sdqScore) };
  const excused = ofYear.find(({ sdqReason }) => sdqReason !== null);
  if (excused) return { ...none, SDQ_REASON: excused.sdqReason ?? BLANK };
  const isAtTheEdge = first < QUESTIONNAIRE_FROM || last >= QUESTIONNAIRE_UNDER;
  return isAtTheEdge ? { ...none, SDQ_REASON: 'SDQ1' } : none;
}

function substanceMisuseOf(
  ofYear: readonly HealthEvent[],
): Pick<Oc2Cells, 'SUBSTANCE_MISUSE' | 'INTERVENTION_RECEIVED' | 'INTERVENTION_OFFERED'> {
  const problems = ofYear.filter(({ isMisusing }) => isMisusing === true);
  if (problems.length === 0) {
    return { SUBSTANCE_MISUSE: flag(false), INTERVENTION_RECEIVED: BLANK, INTERVENTION_OFFERED: BLANK };
  }
  const isReceived = problems.some(({ intervention }) => intervention === 'RECEIVED');
  const isOffered = problems.some(({ intervention }) => intervention === 'OFFERED_AND_REFUSED');
  return {
    SUBSTANCE_MISUSE: flag(true),
    INTERVENTION_RECEIVED: flag(isReceived),
    INTERVENTION_OFFERED: isReceived ? BLANK : flag(isOffered),
  };
}

/** How it stood on 31 March: as last recorded by then, in whatever year; blank when that was never known. */
function upToDate(newestFirst: readonly HealthEvent[], kind: HealthEvent['kind']): string {
  const known = newestFirst.find((event) => event.kind === kind && event.isUpToDate !== null);
  return known ? flag(known.isUpToDate === true) : BLANK;
}

function isConvicted({ kind, happenedOn }: Oc2Facts['offendingOutcomes'][number], { from, to }: Period): boolean {
  return CONVICTED.has(kind) && happenedOn >= from && happenedOn <= to;
}

function flag(isSo: boolean): string {
  return isSo ? '1' : '0';
}
