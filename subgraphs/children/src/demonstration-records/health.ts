import { addDays, type PlainDate } from '@mainstay/primitives';
import { addMonths } from '../duties/due-dates.ts';
import { daySetBy } from '../duties/duty-rule.ts';
import { healthAssessment } from '../duties/rules/health-assessment.rule.ts';
import { initialHealthAssessment } from '../duties/rules/initial-health-assessment.rule.ts';
import { noDetails, type HealthEventDetails } from '../modules/health-event/health-event.details.ts';
import { healthEventEntity, type HealthEventKind } from '../modules/health-event/health-event.entity.ts';
import { healthRegistrationEntity } from '../modules/health-registration/health-registration.entity.ts';
import { ageOf, recorderOn, type Writing } from './life.ts';
import { dayWithin } from './visits.ts';

/** One child in so many has not been assessed of late. */
const FORGOTTEN = 19;
const FIRST_TEETH = 2;
const SDQ_AGES = [4, 16] as const;
const MONTHS_BETWEEN_CHECKS = 8;

/** Health: assessments from the day the child came into care, checks and scores of the time told of, registrations. */
export function writeHealth(writing: Writing): void {
  const { life, today, since } = writing;
  const { care, draw, place } = life;
  if (!care) return;
  const until = place % FORGOTTEN === 7 ? addMonths(today, -14) : today;
  writeAssessments(writing, { from: care.from, isStartKnown: care.isStartKnown, until });
  const first = care.from > since ? addDays(care.from, 20) : addDays(since, draw.between(0, 90));
  for (let on = first; on <= until; on = addMonths(on, MONTHS_BETWEEN_CHECKS)) {
    if (ageOf(life, on) >= FIRST_TEETH) {
      writeEvent(writing, on, 'DENTAL_CHECK', { outcome: draw.chance(0.95) ? 'DONE' : 'NOT_ATTENDED' });
    }
  }
  for (let on = addDays(first, 30); on <= today; on = addMonths(on, 12)) {
    writeEvent(writing, on, 'IMMUNISATIONS', { isUpToDate: draw.chance(0.92) });
    const age = ageOf(life, on);
    if (age < SDQ_AGES[0]) writeEvent(writing, addDays(on, 1), 'DEVELOPMENT_CHECK', { isUpToDate: draw.chance(0.9) });
    if (age >= SDQ_AGES[0] && age <= SDQ_AGES[1]) writeScore(writing, on);
  }
  writeRegistrations(writing, care.from);
}

function writeAssessments(
  writing: Writing,
  { from, isStartKnown, until }: { from: PlainDate; isStartKnown: boolean; until: PlainDate },
): void {
  const { facts, draw } = writing.life;
  const firstReviewOn = facts.reviews.find(({ on }) => on >= from)?.on ?? null;
  const begin = isStartKnown
    ? daySetBy(initialHealthAssessment, from, { firstReviewOn })
    : daySetBy(healthAssessment, from, facts);
  let kind: HealthEventKind = isStartKnown ? 'INITIAL_ASSESSMENT' : 'REVIEW_ASSESSMENT';
  for (
    let on = dayWithin(writing, begin);
    on <= until;
    on = dayWithin(writing, daySetBy(healthAssessment, on, facts))
  ) {
    if (draw.chance(0.05)) writeEvent(writing, addDays(on, -4), kind, { outcome: 'NOT_ATTENDED' });
    writeEvent(writing, on, kind, { outcome: 'DONE' });
    kind = 'REVIEW_ASSESSMENT';
  }
}

function writeScore(writing: Writing, on: PlainDate): void {
  const { draw } = writing.life;
  if (draw.chance(0.08)) writeEvent(writing, addDays(on, 2), 'SDQ', { sdqReason: 'SDQ3' });
  else writeEvent(writing, addDays(on, 2), 'SDQ', { sdqScore: draw.between(4, 26), sdqCompletedBy: 'CARER' });
}

function writeEvent(
  { book, life, today }: Writing,
  on: PlainDate,
  kind: HealthEventKind,
  details: Partial<HealthEventDetails>,
): void {
  if (on > today) return;
  book.add(healthEventEntity, {
    childId: life.childId,
    on,
    by: recorderOn(life, on),
    facts: { ...noDetails, ...details, kind, happenedOn: on, note: null },
  });
}

function writeRegistrations({ book, life, today }: Writing, from: PlainDate): void {
  const asOf = addDays(from, 12);
  if (asOf > today) return;
  for (const service of ['GP', 'DENTIST'] as const) {
    const isRegistered = life.draw.chance(service === 'GP' ? 0.98 : 0.9);
    book.add(healthRegistrationEntity, {
      childId: life.childId,
      on: asOf,
      by: recorderOn(life, asOf),
      facts: {
        service,
        asOf,
        isRegistered,
        registeredNotKnown: null,
        providerName: isRegistered ? `Example ${service === 'GP' ? 'Surgery' : 'Dental Practice'}` : null,
        note: null,
      },
    });
  }
}
