import { ageOn } from '@mainstay/primitives';
import { ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import {
  type AnswerInput,
  answerOf,
  type NotKnownReason,
  RecordChanged,
  RecordFault,
  textOf,
} from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeRecord, holdChild, presentRecord } from '../../record/change-record.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, requireRecorder, saveRecord } from '../../record/save-record.ts';
import { conflictsOf, type SectionConflict } from './care-plan.comparison.ts';
import type { CarePlanEntity, WrittenSection } from './care-plan.entity.ts';
import { findEditions, findVersions, nextEdition } from './care-plan.repository.ts';
import { sectionsOf, type CarePlanKind, type CarePlanSectionKind } from './care-plan.sections.ts';
import { carePlanStore, mayAgree } from './care-plan.store.ts';

/** Which plan is begun: `StartCarePlanInput` of the graph. */
export interface StartCarePlanInput {
  readonly childId: string;
  readonly key: string;
  readonly kind: CarePlanKind;
}

/** What is written: `WriteCarePlanInput` of the graph. */
export interface WriteCarePlanInput {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
  readonly sections: readonly SectionInput[];
  readonly permanenceAim?: string | null;
  readonly placementToLastUntil18?: AnswerInput<boolean> | null;
}

interface SectionInput {
  readonly section: CarePlanSectionKind;
  readonly text?: string | null;
  readonly notKnown?: NotKnownReason | null;
}

/** There is a draft of the kind: it is written in. */
export interface DraftThere {
  readonly draft: CarePlanEntity;
}

/** What was written meanwhile, beside what was sent. */
export interface WrittenMeanwhile {
  readonly present: CarePlanEntity;
  readonly sections: readonly SectionConflict[];
}

const LONGEST_SECTION = 20_000;
const FIRST_AGE_OF_PATHWAY_PLAN = 16;

/**
 * Begins the next edition of a child's plan, a copy of the one before. Answers the draft instead when there is one.
 *
 * @throws RecordFault when the child is too young for a pathway plan; what `saveRecord` throws.
 */
export async function startCarePlan(
  { childId, key, kind }: StartCarePlanInput,
  context: Context,
): Promise<CarePlanEntity | DraftThere> {
  const { db, clock, viewer } = context;
  const child = await recordableChild(context, childId, carePlanStore.part);
  if (kind === 'PATHWAY' && ageOn(child.dateOfBirth, clock.today()) < FIRST_AGE_OF_PATHWAY_PLAN) {
    throw new RecordFault('kind', 'A pathway plan is begun from the child’s sixteenth birthday.');
  }
  await holdChild(db, child.id, 'care-plan');
  const again = await carePlanStore.findByEntryKey(db, child.laCode, { by: viewer.subject, entryKey: key });
  const [last] = await findEditions(db, child.id, kind);
  if (!again && last?.status === 'DRAFT') return { draft: last };
  const facts: FactsOf<CarePlanEntity> = {
    kind,
    edition: await nextEdition(db, child.id, kind),
    status: 'DRAFT',
    permanenceAim: last?.permanenceAim ?? null,
    isToLastUntil18: last?.isToLastUntil18 ?? null,
    toLastUntil18NotKnown: last?.toLastUntil18NotKnown ?? null,
    sections: last?.sections ?? [],
    ...NOT_AGREED,
  };
  return saveRecord(context, carePlanStore, { childId, key }, facts);
}

/**
 * Writes sections of a plan. Answers both texts of every section instead when somebody wrote meanwhile.
 *
 * @throws RecordFault when a section cannot be written so; ForbiddenError when somebody who is no manager corrects what
 * was agreed; what `presentRecord` throws.
 */
export async function writeCarePlan(
  input: WriteCarePlanInput,
  context: Context,
): Promise<CarePlanEntity | WrittenMeanwhile> {
  requireRecorder(context.viewer);
  const present = await presentRecord(context, carePlanStore, input.id);
  const isAgreed = present.status === 'AGREED';
  if (isAgreed && !mayAgree(context.viewer)) throw new ForbiddenError('Only managers correct a plan that was agreed.');
  const written = writtenOf(present.kind, input.sections);
  const answers = answersOf(present, input);
  const reason = isAgreed ? (input.reason ?? '') : input.reason?.trim() || 'The draft was written on.';
  try {
    const sections = withSections(present.sections, written);
    const { version } = input;
    return await changeRecord(context, carePlanStore, { present, version, reason }, { sections, ...answers });
  } catch (error) {
    if (!(error instanceof RecordChanged)) throw error;
    return writtenMeanwhile(error.present as CarePlanEntity, { version: input.version, written }, context);
  }
}

/** What nobody has agreed yet. */
const NOT_AGREED = {
  agreedOn: null,
  agreedBy: null,
  people: null,
  isChildAgreed: null,
  childAgreedNotKnown: null,
  childNote: null,
} as const;

async function writtenMeanwhile(
  present: CarePlanEntity,
  { version, written }: { readonly version: number; readonly written: readonly WrittenSection[] },
  { db }: Context,
): Promise<WrittenMeanwhile> {
  const base = (await findVersions(db, [present.id])).find((plan) => plan.version === version);
  if (!base) throw new NotFoundError('There is no such version of the plan.');
  const yours = withSections(base.sections, written);
  const texts = { base: base.sections, yours, theirs: present.sections };
  return { present, sections: conflictsOf(present.kind, texts) };
}

function writtenOf(kind: CarePlanKind, inputs: readonly SectionInput[]): WrittenSection[] {
  const sections = inputs.map(({ section }) => section);
  if (new Set(sections).size < sections.length) throw new RecordFault('sections', 'Write each section once.');
  return inputs.map(({ section, text, notKnown }) => {
    const field = `sections.${section}`;
    if (!sectionsOf[kind].includes(section)) throw new RecordFault(field, 'This kind of plan has no such section.');
    const tidy = textOf(field, text ?? '', { shortest: 0, longest: LONGEST_SECTION });
    if (tidy !== '' && notKnown) {
      throw new RecordFault(field, 'Write the section, or say why there is nothing to write: one of the two.');
    }
    return { section, text: tidy === '' ? null : tidy, notKnown: notKnown ?? null };
  });
}

function withSections(present: readonly WrittenSection[], written: readonly WrittenSection[]): WrittenSection[] {
  const replaced = new Set(written.map(({ section }) => section));
  const kept = present.filter(({ section }) => !replaced.has(section));
  return [...kept, ...written.filter(({ text, notKnown }) => text !== null || notKnown !== null)];
}

function answersOf(
  { kind }: CarePlanEntity,
  { permanenceAim, placementToLastUntil18 }: WriteCarePlanInput,
): Partial<FactsOf<CarePlanEntity>> {
  if (kind === 'PATHWAY' && (permanenceAim || placementToLastUntil18)) {
    const field = permanenceAim ? 'permanenceAim' : 'placementToLastUntil18';
    throw new RecordFault(field, 'This is answered in the care plan, not in the pathway plan.');
  }
  const lasts = placementToLastUntil18 && answerOf('placementToLastUntil18', placementToLastUntil18);
  return {
    ...(permanenceAim ? { permanenceAim } : {}),
    ...(lasts ? { isToLastUntil18: lasts.value, toLastUntil18NotKnown: lasts.notKnown } : {}),
  };
}
