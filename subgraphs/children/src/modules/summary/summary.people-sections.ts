import { ageOn } from '@mainstay/primitives';
import { meaningOf } from '@mainstay/ssda903';
import { languageOf } from '../profile/profile.places.ts';
import { lastsOn, latestOf, type SummaryFacts } from './summary.facts.ts';
import { from, fromReturns, inWords, missing, on, shortened, told, type SummaryItem } from './summary.item.ts';

/** Who the child is. */
export function whoItems({ child, today, name, profiles }: SummaryFacts): SummaryItem[] {
  const profile = latestOf(profiles, ({ asOf }) => asOf);
  const age = ageOn(child.dateOfBirth, today);
  const header = fromReturns(child.id, today, null);
  const profiled = profile && from(profile, { what: 'Profile', day: profile.asOf, part: 'PLANS' });
  const words = profile && [
    profile.religion === null ? null : `religion: ${inWords(profile.religion)}`,
    profile.firstLanguage === null ? null : `first language: ${languageOf(profile.firstLanguage).meaning}`,
    profile.needsInterpreter === true ? 'needs an interpreter' : null,
    profile.isDisabled === true ? 'disabled' : null,
  ];
  const said = words?.filter((one) => one !== null).join('; ') ?? '';
  return [
    name
      ? told('Name', `${name.givenNames} ${name.familyName}`.trim(), {
          source: { title: 'Name recorded here', id: null },
          asAt: today,
          part: 'NAME',
        })
      : missing('Name', 'No name is recorded. The authority’s analysts and managers record it.', 'NAME'),
    told('Age', `${age}, born ${on(child.dateOfBirth)}`, header),
    told('Sex and ethnicity', `${meaningOf('SEX', child.sex)}; ${meaningOf('ETHNIC', child.ethnicity)}`, header),
    profiled && said !== ''
      ? told('Identity', said, profiled)
      : missing('Identity', 'Religion, language and disability are not recorded. Record the profile.', 'PLANS'),
    profiled && profile.communicationNeeds !== null
      ? told('How to talk with the child', shortened(profile.communicationNeeds), profiled)
      : missing('How to talk with the child', 'Nobody has recorded what helps the child to be understood.', 'PLANS'),
  ];
}

const WORDS_SHOWN = 2;

/** The child's own words, the newest first, and what was promised and is not settled. */
export function ownWordsItems({ voices, promises, today }: SummaryFacts): SummaryItem[] {
  const spoken = voices
    .filter(({ speaker, words }) => speaker === 'CHILD' && words !== null && words !== '')
    .slice(0, WORDS_SHOWN)
    .map((voice) =>
      told(`Said on ${on(voice.saidOn)}`, shortened(voice.words ?? ''), {
        ...from(voice, { what: 'Words', day: voice.saidOn, part: 'VOICE' }),
      }),
    );
  const promised = promises
    .filter(({ isKept }) => isKept === null)
    .map((promise) =>
      told(promise.dueOn < today ? 'Promised, and late' : 'Promised', `${promise.what}, by ${on(promise.dueOn)}`, {
        ...from(promise, { what: 'Promise', day: promise.dueOn, part: 'VOICE' }),
      }),
    );
  if (spoken.length > 0) return [...spoken, ...promised];
  return [missing('Own words', 'Nothing the child said is recorded. Ask, and take it down.', 'VOICE'), ...promised];
}

/** Who matters to the child: planned contact, those who are barred, brothers and sisters. */
export function whoMattersItems({ child, contactPlans, siblings, today }: SummaryFacts): SummaryItem[] {
  const contacts = contactPlans
    .filter((plan) => lastsOn(plan, today))
    .map((plan) =>
      told(plan.isBarred ? 'Contact is barred' : 'Contact', contactWords(plan), {
        ...from(plan, { what: 'Contact plan', day: plan.startedOn, part: 'CONTACT' }),
      }),
    );
  const family = siblings.map(({ row }) =>
    told('Brother or sister', siblingWords(row), {
      source: { title: 'Brother or sister recorded here', id: row.childId === child.id ? row.id : null },
      asAt: row.asOf,
      part: 'PLANS',
    }),
  );
  return [
    ...(contacts.length > 0 ? contacts : [missing('Contact', 'No contact is planned or barred on record.', 'CONTACT')]),
    ...(family.length > 0
      ? family
      : [
          missing(
            'Brothers and sisters',
            'No brother or sister is recorded. Record them, or that there are none.',
            'PLANS',
          ),
        ]),
  ];
}

function contactWords(plan: SummaryFacts['contactPlans'][number]): string {
  const who = `${plan.personName} (${inWords(plan.relation)})`;
  if (plan.isBarred) return plan.barredBy === null ? who : `${who}: ${inWords(plan.barredBy)}`;
  const how = [
    plan.timesAYear === null ? null : `${plan.timesAYear} times a year`,
    plan.kind === null ? null : inWords(plan.kind),
    plan.supervision === null ? null : inWords(plan.supervision),
  ].filter((one) => one !== null);
  return how.length > 0 ? `${who}: ${how.join(', ')}` : who;
}

function siblingWords(sibling: SummaryFacts['siblings'][number]['row']): string {
  const together =
    sibling.isTogether === null ? 'where is not known' : sibling.isTogether ? 'live together' : 'live apart';
  return `${sibling.name ?? 'A child of this authority'} (${inWords(sibling.relation)}): ${together}`;
}

/** Who works with the child, and since when. */
export function leadProfessionalItems({ leadProfessional, workers, officer, today }: SummaryFacts): SummaryItem[] {
  const workerId = leadProfessional?.workerId ?? null;
  const present = workers.findLast((worker) => worker.workerId === workerId && lastsOn(worker, today));
  return [
    workerId !== null
      ? told('Social worker', present ? `Since ${on(present.startedOn)}` : 'Today', {
          ...fromReturns(present?.id ?? null, present?.startedOn ?? today, 'SOCIAL_WORKERS'),
          workerId,
        })
      : missing('Social worker', 'No social worker is on record for today.', 'SOCIAL_WORKERS'),
    officer
      ? told('Independent Reviewing Officer', 'Appointed', {
          source: { title: 'Appointment recorded here', id: null },
          asAt: today,
          part: null,
          personId: officer.officerId,
        })
      : missing('Independent Reviewing Officer', 'None is appointed. The authority’s managers appoint one.', null),
  ];
}
