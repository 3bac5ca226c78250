import { meaningOf } from '@mainstay/ssda903';
import { after, detailOf, inWords, recorded, sentence, yes, type ChronologySource } from './chronology.source.ts';

/** Health, school, training and work. */
export const aboutHealthAndSchool: readonly ChronologySource[] = [
  recorded(
    ['health', 'HEALTH', 'HEALTH'],
    ['health_event', 'happened_on'],
    { kind: 't.kind', outcome: 't.outcome', score: 't.sdq_score', note: 't.note' },
    {
      title: ({ kind, outcome, score }) => {
        const what = kind === 'SDQ' ? `Strengths and difficulties: ${score ?? 'no score'}` : sentence(inWords(kind));
        return outcome === null ? what : `${what}: ${inWords(outcome)}`;
      },
      detail: detailOf('note'),
    },
  ),
  recorded(
    ['registration', 'HEALTH', 'HEALTH'],
    ['health_registration', 'as_of'],
    { service: 't.service', isRegistered: 't.is_registered', provider: 't.provider_name' },
    {
      title: ({ service, isRegistered, provider }) =>
        `${yes(isRegistered) ? 'Registered' : 'Not registered'} with a ${inWords(service)}${after(provider)}`,
    },
  ),
  recorded(
    ['school', 'EDUCATION', 'EDUCATION'],
    ['school_place', 'started_on'],
    { school: 't.school_name', isUnscheduled: 't.is_unscheduled' },
    {
      title: ({ school, isUnscheduled }) =>
        `Started at ${school}${yes(isUnscheduled) ? ', not at the usual time' : ''}`,
    },
  ),
  recorded(
    ['school-left', 'EDUCATION', 'EDUCATION'],
    ['school_place', 'ended_on'],
    { school: 't.school_name' },
    {
      title: ({ school }) => `Left ${school}`,
    },
  ),
  recorded(
    ['exclusion', 'EDUCATION', 'EDUCATION'],
    ['school_exclusion', 'started_on'],
    { isPermanent: 't.is_permanent', sessions: 't.sessions', why: 't.why' },
    {
      title: ({ isPermanent, sessions }) =>
        yes(isPermanent) ? 'Excluded from school for good' : `Suspended from school for ${sessions ?? 'some'} sessions`,
      detail: detailOf('why'),
    },
  ),
  recorded(
    ['education-plan', 'EDUCATION', 'EDUCATION'],
    ['education_plan', 'held_on'],
    { targets: 't.targets' },
    {
      title: () => 'Personal education plan',
      detail: detailOf('targets'),
    },
  ),
  recorded(
    ['attainment', 'EDUCATION', 'EDUCATION'],
    ['attainment', 'assessed_on'],
    { subject: 't.subject', stage: 't.stage', result: 't.result' },
    {
      title: ({ subject, stage, result }) => `${sentence(inWords(subject))} at ${inWords(stage)}: ${result}`,
    },
  ),
  recorded(
    ['special-needs', 'EDUCATION', 'EDUCATION'],
    ['special_educational_need', 'as_of'],
    { provision: 't.provision' },
    {
      title: ({ provision }) => `Special educational needs: ${inWords(provision)}`,
    },
  ),
  recorded(
    ['contribution', 'EDUCATION', 'EDUCATION'],
    ['contribution', 'started_on'],
    { kind: 't.kind', what: 't.what' },
    {
      title: ({ kind, what }) => `${sentence(inWords(kind))}: ${what}`,
    },
  ),
];

/** Safety, and life after care. */
export const aboutSafetyAndAfter: readonly ChronologySource[] = [
  recorded(
    ['safety', 'SAFETY', 'SAFETY'],
    ['safety_event', 'happened_on'],
    { kind: 't.kind', account: 't.account' },
    {
      title: ({ kind }) => sentence(inWords(kind)),
      detail: detailOf('account'),
    },
  ),
  recorded(
    ['support-asked', 'SAFETY', 'SAFETY'],
    ['specialist_support', 'referred_on'],
    { service: 't.service', who: 't.recipient' },
    {
      title: ({ service, who }) => `Specialist support asked for (${inWords(who)}): ${inWords(service)}`,
    },
  ),
  recorded(
    ['support-began', 'SAFETY', 'SAFETY'],
    ['specialist_support', 'started_on'],
    { service: 't.service', who: 't.recipient' },
    {
      title: ({ service, who }) => `Specialist support began (${inWords(who)}): ${inWords(service)}`,
    },
  ),
  recorded(
    ['offending', 'SAFETY', 'SAFETY'],
    ['offending_outcome', 'happened_on'],
    { kind: 't.kind', note: 't.note' },
    {
      title: ({ kind }) => sentence(inWords(kind)),
      detail: detailOf('note'),
    },
  ),
  recorded(
    ['return-interview', 'SAFETY', 'SAFETY'],
    ['return_interview', 'held_on'],
    { said: 't.said' },
    {
      title: () => 'Return interview held',
      detail: detailOf('said'),
    },
  ),
  recorded(
    ['leaving-care', 'LEAVING_CARE', 'LEAVING_CARE'],
    ['leaving_care', 'as_of'],
    { activity: 't.activity', accommodation: 't.accommodation', note: 't.note' },
    {
      title: ({ activity, accommodation }) =>
        `Life after care: ${typeof activity === 'string' ? meaningOf('ACTIV', activity) : 'activity not known'}; ${
          typeof accommodation === 'string' ? meaningOf('ACCOM', accommodation) : 'accommodation not known'
        }`,
      detail: detailOf('note'),
    },
  ),
];
