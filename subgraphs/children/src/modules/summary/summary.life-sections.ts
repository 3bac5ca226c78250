import { addDays } from '@mainstay/primitives';
import type { HealthEventKind } from '../health-event/health-event.entity.ts';
import type { HealthService } from '../health-registration/health-registration.entity.ts';
import { lastsOn, latestOf, type SummaryFacts } from './summary.facts.ts';
import { from, fromReturns, inWords, missing, on, shortened, told, type SummaryItem } from './summary.item.ts';

const DAYS_OF_A_YEAR = 365;
const EVENTS_SHOWN = 3;

/** What to be careful of: being missing, what happened within a year or is not settled, contact that is barred. */
export function riskItems({ missing: times, safetyEvents, contactPlans, today }: SummaryFacts): SummaryItem[] {
  const since = addDays(today, -DAYS_OF_A_YEAR);
  const recent = times.filter(({ startedOn, endedOn }) => endedOn === null || startedOn >= since);
  const events = safetyEvents.filter(({ happenedOn, resolvedOn }) => resolvedOn === null || happenedOn >= since);
  const barred = contactPlans.filter((plan) => plan.isBarred && lastsOn(plan, today));
  const [last] = recent;
  const items = [
    ...(last ? [told('Missing', missingWords(recent), fromReturns(last.id, last.startedOn, 'SAFETY'))] : []),
    ...events.slice(0, EVENTS_SHOWN).map((event) =>
      told(inWords(event.kind), shortened(event.account), {
        ...from(event, { what: 'Safety', day: event.happenedOn, part: 'SAFETY' }),
      }),
    ),
    ...barred.map((plan) =>
      told('Contact is barred', plan.personName, {
        ...from(plan, { what: 'Contact plan', day: plan.startedOn, part: 'CONTACT' }),
      }),
    ),
  ];
  if (items.length > 0) return items;
  return [missing('Risks', 'No time missing, no concern and no bar is on record for the last year.', 'SAFETY')];
}

function missingWords(times: SummaryFacts['missing']): string {
  const present = times.find(({ endedOn }) => endedOn === null);
  const often = times.length === 1 ? 'once' : `${times.length} times`;
  return present ? `Missing since ${on(present.startedOn)}; ${often} in a year` : `${often} in the last year`;
}

/** Health: who looks after it, and the last checks. */
export function healthItems({ registrations, healthEvents }: SummaryFacts): SummaryItem[] {
  const services: readonly [HealthService, string][] = [
    ['GP', 'Doctor'],
    ['DENTIST', 'Dentist'],
  ];
  const checks: readonly [label: string, kinds: readonly HealthEventKind[], what: string][] = [
    ['Health assessment', ['INITIAL_ASSESSMENT', 'REVIEW_ASSESSMENT'], 'No health assessment is on record.'],
    ['Dental check', ['DENTAL_CHECK'], 'No dental check is on record.'],
    ['Immunisations', ['IMMUNISATIONS'], 'It is not recorded whether immunisations are up to date.'],
    ['Strengths and difficulties', ['SDQ'], 'No score of strengths and difficulties is on record.'],
  ];
  return [
    ...services.map(([service, label]) => {
      const held = latestOf(
        registrations.filter((one) => one.service === service),
        ({ asOf }) => asOf,
      );
      return held?.isRegistered === true
        ? told(
            label,
            held.providerName ?? 'Registered',
            from(held, { what: 'Registration', day: held.asOf, part: 'HEALTH' }),
          )
        : missing(label, held ? 'Not registered.' : 'No registration is on record.', 'HEALTH');
    }),
    ...checks.map(([label, kinds, what]) => {
      const last = latestOf(
        healthEvents.filter(({ kind }) => kinds.includes(kind)),
        ({ happenedOn }) => happenedOn,
      );
      return last
        ? told(label, healthWords(last), from(last, { what: 'Health', day: last.happenedOn, part: 'HEALTH' }))
        : missing(label, what, 'HEALTH');
    }),
  ];
}

function healthWords(event: SummaryFacts['healthEvents'][number]): string {
  const day = on(event.happenedOn);
  if (event.kind === 'SDQ') return event.sdqScore === null ? `No score on ${day}` : `${event.sdqScore} on ${day}`;
  if (event.kind === 'IMMUNISATIONS') {
    if (event.isUpToDate === null) return `Not known on ${day}`;
    return event.isUpToDate ? `Up to date on ${day}` : `Not up to date on ${day}`;
  }
  return event.outcome === null ? day : `${inWords(event.outcome)} on ${day}`;
}

/** School, training and work. */
export function educationItems({ schools, specialNeeds, educationPlans, today }: SummaryFacts): SummaryItem[] {
  const school = schools.find((place) => lastsOn(place, today));
  const needs = latestOf(specialNeeds, ({ asOf }) => asOf);
  const plan = latestOf(educationPlans, ({ heldOn }) => heldOn);
  return [
    school
      ? told('School', `${school.schoolName}, since ${on(school.startedOn)}`, {
          ...from(school, { what: 'School', day: school.startedOn, part: 'EDUCATION' }),
        })
      : missing('School', 'No school is on record for today.', 'EDUCATION'),
    needs && needs.provision !== null
      ? told('Special educational needs', inWords(needs.provision), {
          ...from(needs, { what: 'Special educational needs', day: needs.asOf, part: 'EDUCATION' }),
        })
      : missing('Special educational needs', 'It is not recorded whether there are any.', 'EDUCATION'),
    plan
      ? told('Personal education plan', `${on(plan.heldOn)}: ${shortened(plan.targets)}`, {
          ...from(plan, { what: 'Personal education plan', day: plan.heldOn, part: 'EDUCATION' }),
        })
      : missing('Personal education plan', 'No personal education plan is on record.', 'EDUCATION'),
  ];
}
