import type { CarePlanEntity, WrittenSection } from './care-plan.entity.ts';
import { sectionsOf, type CarePlanKind, type CarePlanSectionKind } from './care-plan.sections.ts';

/** A section that two people wrote in. */
export interface SectionConflict {
  readonly section: CarePlanSectionKind;
  readonly base: WrittenSection;
  readonly yours: WrittenSection;
  readonly theirs: WrittenSection;
  readonly isBoth: boolean;
}

/** A section that differs between two versions, with the version that changed it last. */
export interface SectionDifference {
  readonly section: CarePlanSectionKind;
  readonly before: WrittenSection;
  readonly after: WrittenSection;
  readonly changed: CarePlanEntity;
}

/** What a plan says in a section; an unwritten one says nothing. */
export function sectionIn(sections: readonly WrittenSection[], section: CarePlanSectionKind): WrittenSection {
  return sections.find((written) => written.section === section) ?? { section, text: null, notKnown: null };
}

/** All sections of a kind of plan, in their order, the unwritten ones too. */
export function allSections({ kind, sections }: Pick<CarePlanEntity, 'kind' | 'sections'>): WrittenSection[] {
  return sectionsOf[kind].map((section) => sectionIn(sections, section));
}

/** The sections that are neither written nor said to be not known. */
export function missingSections(plan: Pick<CarePlanEntity, 'kind' | 'sections'>): CarePlanSectionKind[] {
  return allSections(plan)
    .filter(({ text, notKnown }) => text === null && notKnown === null)
    .map(({ section }) => section);
}

/** The sections that say something else in one than in the other, in the order of the first's kind, then the second's. */
export function changedSections(
  one: Pick<CarePlanEntity, 'kind' | 'sections'>,
  other: Pick<CarePlanEntity, 'kind' | 'sections'>,
): CarePlanSectionKind[] {
  const all = [...new Set([...sectionsOf[one.kind], ...sectionsOf[other.kind]])];
  return all.filter((section) => !isSame(sectionIn(one.sections, section), sectionIn(other.sections, section)));
}

/** What two people made of the same version, section by section: only sections that one of them changed. */
export function conflictsOf(
  kind: CarePlanKind,
  texts: Readonly<Record<'base' | 'yours' | 'theirs', readonly WrittenSection[]>>,
): SectionConflict[] {
  return sectionsOf[kind].flatMap((section) => {
    const base = sectionIn(texts.base, section);
    const yours = sectionIn(texts.yours, section);
    const theirs = sectionIn(texts.theirs, section);
    if (isSame(base, yours) && isSame(base, theirs)) return [];
    const isBoth = !isSame(base, yours) && !isSame(base, theirs) && !isSame(yours, theirs);
    return [{ section, base, yours, theirs, isBoth }];
  });
}

/**
 * What differs between two versions of a child's plans, and which version up to the second changed each section last.
 *
 * @param history the versions of the second's edition, and of those it was copied from, oldest first.
 */
export function differencesOf(
  from: CarePlanEntity,
  to: CarePlanEntity,
  history: readonly CarePlanEntity[],
): SectionDifference[] {
  const until = history.filter(
    ({ kind, edition, version }) =>
      kind === to.kind && (edition < to.edition || (edition === to.edition && version <= to.version)),
  );
  return changedSections(from, to).map((section) => {
    const steps = until.filter((plan, index) => {
      const before = until[index - 1];
      return !isSame(sectionIn(plan.sections, section), sectionIn(before?.sections ?? [], section));
    });
    const [before, after] = [sectionIn(from.sections, section), sectionIn(to.sections, section)];
    return { section, before, after, changed: steps.at(-1) ?? to };
  });
}

function isSame(one: WrittenSection, other: WrittenSection): boolean {
  return one.text === other.text && one.notKnown === other.notKnown;
}
