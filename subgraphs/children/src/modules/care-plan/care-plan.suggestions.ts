import { formatBritishDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { isWithheld } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { codeIn } from '../code.ts';
import type { VoiceEntity } from '../voice/voice.entity.ts';
import { recordedSuggestions } from './care-plan.recorded-suggestions.ts';
import { sectionsOf, type CarePlanKind, type CarePlanSectionKind } from './care-plan.sections.ts';

/** Something on record that a section can begin with. */
export interface Suggestion {
  readonly section: CarePlanSectionKind;
  readonly text: string;
  /** What it was made from, in words. */
  readonly source: string;
}

/**
 * What is on record for the sections of a plan, in their order, of the parts of the record that are open to the viewer; for
 * those who may see plans.
 */
export async function suggestionsOf(child: ChildRow, kind: CarePlanKind, context: Context): Promise<Suggestion[]> {
  if (isWithheld(context.viewer, child, 'PLANS')) return [];
  context.touched.record(child.id);
  const found = await Promise.all([
    statusOf(child, context),
    placementOf(child, context),
    recordedSuggestions({ child, knownAt: null }, context),
    saidOf(child, context),
  ]);
  const all = found.flat();
  return sectionsOf[kind].flatMap((section) => all.filter((suggestion) => suggestion.section === section));
}

async function placementOf(child: ChildRow, { loaders, clock }: Context): Promise<Suggestion[]> {
  const placement = await loaders.placementOnDay.load({ child, on: clock.today() });
  if (!placement) return [];
  const miles = placement.distanceFromHomeMiles;
  const text = [
    `Since ${formatBritishDate(placement.startedOn)}: ${codeIn('PLACE', placement.type).meaning}.`,
    ...(miles === null ? [] : [`${miles} miles from home.`]),
  ].join(' ');
  return (['PLACEMENT', 'ACCOMMODATION'] as const).map((section) => ({ section, text, source: 'placement' }));
}

async function statusOf(child: ChildRow, { loaders, clock }: Context): Promise<Suggestion[]> {
  const status = await loaders.legalStatusOnDay.load({ child, on: clock.today() });
  if (!status) return [];
  const text = `Legal status: ${codeIn('LS', status.legalStatus).meaning}.`;
  return [{ section: 'PERMANENCE', text, source: 'legal status' }];
}

async function saidOf(child: ChildRow, { loaders }: Context): Promise<Suggestion[]> {
  const voices = await loaders.voices.voices.load({ child, knownAt: null });
  const newest = (...speakers: readonly VoiceEntity['speaker'][]) =>
    voices.find(({ speaker, words }) => speakers.includes(speaker) && words !== null);
  const [own, parents] = [newest('CHILD'), newest('MOTHER', 'FATHER')];
  return [
    ...(own ? [quoting('WISHES_AND_FEELINGS', own, 'what the child said')] : []),
    ...(parents ? [quoting('PARENTS_VIEWS', parents, 'what a parent said')] : []),
  ];
}

function quoting(section: CarePlanSectionKind, { saidOn, words }: VoiceEntity, source: string): Suggestion {
  return { section, text: `On ${formatBritishDate(saidOn)}: “${words ?? ''}”`, source };
}
