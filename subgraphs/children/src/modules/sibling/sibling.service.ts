import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import type { FactsOf } from '../../record/record-store.ts';
import { recordableChild, saveRecord, type RecordingInput } from '../../record/save-record.ts';
import { laCodeOfChild } from '@mainstay/subgraph-kit';
import {
  answeredBy,
  type AnswerInput,
  answerOf,
  LONGEST,
  nothing,
  type NotKnownReason,
  RecordFault,
  textOf,
} from '@mainstay/subgraph-kit/record';
import type { SiblingEntity, SiblingRelation, SiblingHome } from './sibling.entity.ts';
import { siblingStore } from './sibling.store.ts';

/** What is recorded: `RecordSiblingInput` of the graph. */
export interface RecordSiblingInput extends RecordingInput {
  readonly siblingChildId?: string | null;
  readonly name?: string | null;
  readonly relation: SiblingRelation;
  readonly home?: SiblingHome | null;
  readonly homeNotKnown?: NotKnownReason | null;
  readonly livesTogether: AnswerInput<boolean>;
  readonly apartReason?: string | null;
  readonly asOf: PlainDate;
}

/**
 * Records a brother or sister of a child, or corrects what was recorded.
 *
 * @throws RecordFault, RecordChanged: see `orFailure`; ForbiddenError, NotFoundError: see `recordableChild`.
 */
export async function recordSibling(input: RecordSiblingInput, context: Context): Promise<SiblingEntity> {
  const child = await recordableChild(context, input.childId, siblingStore.part);
  const today = context.clock.today();
  const asOf = dayOfFact('asOf', input.asOf, { child, today });
  const together = answerOf('livesTogether', input.livesTogether);
  const who = await whoOf(input, context);
  return saveRecord(context, siblingStore, input, {
    ...who,
    relation: input.relation,
    isTogether: together.value,
    livesTogetherNotKnown: together.notKnown,
    apartReason:
      together.value === false
        ? textOf('apartReason', input.apartReason ?? '', { shortest: 3, longest: LONGEST.sentences })
        : nothing('apartReason', input.apartReason, 'Leave this out unless they live apart.'),
    asOf,
  });
}

type Who = Pick<FactsOf<SiblingEntity>, 'siblingChildId' | 'name' | 'home' | 'homeNotKnown'>;

/** A child of the authority is named by the id: name and home stand in that child's own record. */
async function whoOf(input: RecordSiblingInput, context: Context): Promise<Who> {
  const { siblingChildId = null } = input;
  if (siblingChildId === null) {
    const home = answeredBy('home', input.home, input.homeNotKnown);
    const name = textOf('name', input.name ?? '', { shortest: 1, longest: LONGEST.name });
    return { siblingChildId, name, home: home.value, homeNotKnown: home.notKnown };
  }
  const isOwnAuthority = laCodeOfChild(siblingChildId) === laCodeOfChild(input.childId);
  const other = isOwnAuthority ? await context.loaders.children.load(siblingChildId) : null;
  if (!other || other.id === input.childId) {
    throw new RecordFault('siblingChildId', 'Choose another child whom you may see, or give a name.');
  }
  const message = 'Leave this out: the record of the brother or sister tells it.';
  nothing('name', input.name, message);
  nothing('home', input.home, message);
  return { siblingChildId, name: null, home: null, homeNotKnown: null };
}
