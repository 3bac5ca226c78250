import { formatBritishDate, type PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import type { ChildAsKnown } from '../../record/record-loader.ts';
import type { ContactPlanEntity } from '../contact-plan/contact-plan.entity.ts';
import type { Suggestion } from './care-plan.suggestions.ts';

/** What people recorded of a child's life, as far as a section of a plan can begin with it. */
export async function recordedSuggestions(asked: ChildAsKnown, context: Context): Promise<Suggestion[]> {
  const found = await Promise.all([
    healthOf(asked, context),
    schoolOf(asked, context),
    identityOf(asked, context),
    contactsOf(asked, context),
  ]);
  return found.flat();
}

async function healthOf(asked: ChildAsKnown, { loaders }: Context): Promise<Suggestion[]> {
  const [registrations, events] = await Promise.all([
    loaders.healthRegistrations.load(asked),
    loaders.healthEvents.load(asked),
  ]);
  const newest = (['GP', 'DENTIST', 'OPTICIAN'] as const).flatMap(
    (kind) => registrations.find(({ service }) => service === kind) ?? [],
  );
  const registered = newest.flatMap(({ service, isRegistered, providerName }) => {
    if (isRegistered === null) return [];
    const name = service === 'GP' ? service : words(service);
    const where = isRegistered ? `registered${providerName ? ` with ${providerName}` : ''}` : 'not registered';
    return [{ section: 'HEALTH', text: sentence(`${name}: ${where}`), source: 'health registration' } as const];
  });
  const last = events.find(
    ({ kind, outcome }) => (kind === 'INITIAL_ASSESSMENT' || kind === 'REVIEW_ASSESSMENT') && outcome === 'DONE',
  );
  if (!last) return registered;
  const text = `Last health assessment: ${formatBritishDate(last.happenedOn)}.`;
  return [...registered, { section: 'HEALTH', text, source: 'health assessment' }];
}

async function schoolOf(asked: ChildAsKnown, { loaders, clock }: Context): Promise<Suggestion[]> {
  const [schools, plans] = await Promise.all([loaders.schoolPlaces.load(asked), loaders.educationPlans.load(asked)]);
  const texts = schools
    .filter((school) => isInForce(school, clock.today()))
    .map(({ schoolName, startedOn }) => ({
      text: `${schoolName}, since ${formatBritishDate(startedOn)}.`,
      source: 'school',
    }));
  const [plan] = plans;
  if (plan) {
    const text = `Personal education plan of ${formatBritishDate(plan.heldOn)}: ${plan.targets}`;
    texts.push({ text, source: 'personal education plan' });
  }
  const sections = ['EDUCATION', 'EDUCATION_TRAINING_WORK'] as const;
  return texts.flatMap((suggestion) => sections.map((section) => ({ section, ...suggestion })));
}

async function identityOf(asked: ChildAsKnown, { loaders }: Context): Promise<Suggestion[]> {
  const [profile] = await loaders.profiles.load(asked);
  if (!profile) return [];
  const known = [
    ...(profile.religion ? [`Religion: ${words(profile.religion)}.`] : []),
    ...(profile.firstLanguage ? [`First language: ${languageOf(profile.firstLanguage)}.`] : []),
    ...(profile.needsInterpreter ? ['Needs an interpreter.'] : []),
  ];
  if (known.length === 0) return [];
  return [{ section: 'IDENTITY', text: known.join(' '), source: 'profile' }];
}

async function contactsOf(asked: ChildAsKnown, { loaders, clock }: Context): Promise<Suggestion[]> {
  const plans = await loaders.contactPlans.load(asked);
  return plans
    .filter((plan) => isInForce(plan, clock.today()))
    .map((plan) => ({ section: 'RELATIONSHIPS', text: contactOf(plan), source: 'contact plan' }) as const);
}

function contactOf({ personName, relation, isBarred, barredBy, kind, timesAYear, supervision }: ContactPlanEntity) {
  const who = `${personName} (${words(relation)})`;
  if (isBarred) return `${who}: contact is barred${barredBy ? `, ${words(barredBy)}` : ''}.`;
  const how = [
    ...(kind ? [words(kind)] : []),
    ...(timesAYear ? [`${timesAYear} times a year`] : []),
    ...(supervision ? [words(supervision)] : []),
  ];
  return `${who}: ${how.join(', ')}.`;
}

function isInForce(
  { startedOn, endedOn }: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null },
  today: PlainDate,
): boolean {
  return startedOn <= today && (endedOn === null || endedOn >= today);
}

const LANGUAGES = new Intl.DisplayNames(['en-GB'], { type: 'language' });

function languageOf(code: string): string {
  return LANGUAGES.of(code) ?? code;
}

/** A coded value as words: `FACE_TO_FACE` is “face to face”. */
function words(code: string): string {
  return code.toLowerCase().replaceAll('_', ' ');
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}
