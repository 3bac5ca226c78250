import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { isWithheld, type RecordPart } from '../child/child.parts-policy.ts';
import type { ChildAsKnown } from '../../record/record-loader.ts';
import type { ChildRow } from '../child/child.repository.ts';

/** All that a summary is made of. Lists are as their loaders answer them: empty where the part is withheld. */
export type SummaryFacts = Awaited<ReturnType<typeof summaryFacts>>;

/** Reads what the summary of a child is made of, in as many statements as there are kinds of facts. */
export async function summaryFacts(child: ChildRow, context: Context) {
  const { viewer, clock } = context;
  const today: PlainDate = clock.today();
  const isOpen = (part: RecordPart): boolean => !isWithheld(viewer, child, part);
  const of: Of = { child, asked: { child, knownAt: null }, today, isOpen, loaders: context.loaders };
  const [people, care, life] = await Promise.all([peopleFacts(of), careFacts(of), lifeFacts(of)]);
  return { child, today, isOpen, ...people, ...care, ...life };
}

/** Of whom facts are asked, and how. */
interface Of extends Pick<Context, 'loaders'> {
  readonly child: ChildRow;
  readonly asked: ChildAsKnown;
  readonly today: PlainDate;
  readonly isOpen: (part: RecordPart) => boolean;
}

async function peopleFacts({ child, asked, today, isOpen, loaders }: Of) {
  const [name, profiles, voices, promises] = await Promise.all([
    isOpen('NAME') ? loaders.names.load(child.id) : null,
    loaders.profiles.load(asked),
    loaders.voices.voices.load(asked),
    loaders.voices.promises.load(asked),
  ]);
  const [contactPlans, siblings, leadProfessional, workers, officer] = await Promise.all([
    loaders.contactPlans.load(asked),
    loaders.siblings.load(asked),
    loaders.leadProfessional.load({ child, on: today }),
    loaders.socialWorkerEpisodes.load(child),
    loaders.reviewingOfficers.load(child.id),
  ]);
  return { name, profiles, voices, promises, contactPlans, siblings, leadProfessional, workers, officer };
}

async function careFacts({ child, asked, today, loaders }: Of) {
  const [placement, legalStatuses, carePlans, duties, visits] = await Promise.all([
    loaders.placementOnDay.load({ child, on: today }),
    loaders.legalStatuses.load(child),
    loaders.carePlans.editions.load(asked),
    loaders.duties.load(asked),
    loaders.visits.load(asked),
  ]);
  return { placement, legalStatuses, carePlans, duties, visits };
}

async function lifeFacts({ child, asked, loaders }: Of) {
  const [missing, safetyEvents, healthEvents, registrations, schools, educationPlans, specialNeeds] = await Promise.all(
    [
      loaders.missingIncidents.load(child),
      loaders.safetyEvents.load(asked),
      loaders.healthEvents.load(asked),
      loaders.healthRegistrations.load(asked),
      loaders.schoolPlaces.load(asked),
      loaders.educationPlans.load(asked),
      loaders.specialEducationalNeeds.load(asked),
    ],
  );
  return { missing, safetyEvents, healthEvents, registrations, schools, educationPlans, specialNeeds };
}

/** True for what has begun and not ended by a day that still belongs to it. */
export function lastsOn(
  { startedOn, endedOn }: { readonly startedOn: PlainDate; readonly endedOn: PlainDate | null },
  day: PlainDate,
): boolean {
  return startedOn <= day && (endedOn === null || endedOn >= day);
}

/** The one with the latest day; undefined of none. */
export function latestOf<Row>(rows: readonly Row[], dayOf: (row: Row) => PlainDate): Row | undefined {
  return rows.reduce<Row | undefined>(
    (best, row) => (best === undefined || dayOf(row) > dayOf(best) ? row : best),
    undefined,
  );
}
