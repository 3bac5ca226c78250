import { isPlainDate, type PlainDate } from '@mainstay/primitives';
import { ForbiddenError } from '@mainstay/subgraph-kit';
import { type AnswerInput, answerOf, RecordChanged, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { changeRecord, presentRecord } from '../../record/change-record.ts';
import { dayOfFact } from '../../record/day-of-fact.ts';
import { requireRecorder } from '../../record/save-record.ts';
import { missingSections } from './care-plan.comparison.ts';
import type { CareParty, CarePlanEntity, CarePlanPerson } from './care-plan.entity.ts';
import { findEditions } from './care-plan.repository.ts';
import { carePlanStore, mayAgree } from './care-plan.store.ts';

/** How a plan is agreed: `AgreeCarePlanInput` of the graph. */
export interface AgreeCarePlanInput {
  readonly id: string;
  readonly version: number;
  readonly agreedOn: string;
  readonly people: readonly PersonInput[];
  readonly childAgrees: AnswerInput<boolean>;
  readonly childNote?: string | null;
}

interface PersonInput {
  readonly party: CareParty;
  readonly who?: string | null;
  readonly wasConsulted: AnswerInput<boolean>;
  readonly notConsultedReason?: string | null;
  readonly toldOn?: string | null;
}

const LONGEST_NOTE = 5_000;
const LONGEST_NAME = 200;
const PARENTS: readonly CareParty[] = ['MOTHER', 'FATHER', 'PARENTAL_RESPONSIBILITY'];

/**
 * Agrees a draft.
 *
 * @throws ForbiddenError when the viewer is no manager; RecordFault when something is missing of the plan or its
 * agreement; RecordChanged when somebody wrote meanwhile; what `presentRecord` throws.
 */
export async function agreeCarePlan(input: AgreeCarePlanInput, context: Context): Promise<CarePlanEntity> {
  const { viewer, db, clock, loaders } = context;
  requireRecorder(viewer);
  if (!mayAgree(viewer)) throw new ForbiddenError('Only managers agree plans.');
  const present = await presentRecord(context, carePlanStore, input.id);
  const { version } = input;
  if (present.version !== version) throw new RecordChanged(present);
  checkComplete(present);
  const child = await loaders.children.load(present.childId);
  const today = clock.today();
  const since = child?.dateOfBirth ?? today;
  const agreedOn = dayOfFact('agreedOn', input.agreedOn, { child: { dateOfBirth: since }, today });
  const [before] = (await findEditions(db, present.childId, present.kind)).filter(({ status }) => status === 'AGREED');
  if (before?.agreedOn && agreedOn < before.agreedOn) {
    throw new RecordFault('agreedOn', 'The day is before the edition before this one was agreed.');
  }
  const people = input.people.map((person, index) => personOf(person, { field: `people.${index}`, today }));
  checkParties(people);
  const agrees = answerOf('childAgrees', input.childAgrees);
  const shortest = agrees.value === false ? 3 : 0;
  const childNote = textOf('childNote', input.childNote ?? '', { shortest, longest: LONGEST_NOTE });
  const changes = {
    status: 'AGREED',
    agreedOn,
    agreedBy: viewer.subject,
    people,
    isChildAgreed: agrees.value,
    childAgreedNotKnown: agrees.notKnown,
    childNote: childNote === '' ? null : childNote,
  } as const;
  return changeRecord(context, carePlanStore, { present, version, reason: 'The plan was agreed.' }, changes);
}

function checkComplete(plan: CarePlanEntity): void {
  if (plan.status !== 'DRAFT') throw new RecordFault('id', 'This edition was agreed already. Begin the next one.');
  if (missingSections(plan).length > 0) {
    throw new RecordFault(
      'sections',
      'Write every section, or say why there is nothing to write yet, before agreeing.',
    );
  }
  if (plan.kind === 'PATHWAY') return;
  if (plan.permanenceAim === null) throw new RecordFault('permanenceAim', 'Choose what the plan works towards.');
  if (plan.isToLastUntil18 === null && plan.toLastUntil18NotKnown === null) {
    const message = 'Say whether the placement is meant to last until the child is 18, or why that is not known.';
    throw new RecordFault('placementToLastUntil18', message);
  }
}

function checkParties(people: readonly CarePlanPerson[]): void {
  const has = (...parties: readonly CareParty[]) => people.some(({ party }) => parties.includes(party));
  if (!has('CHILD')) throw new RecordFault('people', 'Say whether the child was consulted and told.');
  if (!has(...PARENTS)) throw new RecordFault('people', 'Say whether a parent was consulted and told, or why not.');
  if (!has('CARER')) throw new RecordFault('people', 'Say whether the carer was consulted and told, or why not.');
}

function personOf(
  { party, who, wasConsulted, notConsultedReason, toldOn }: PersonInput,
  { field, today }: { readonly field: string; readonly today: PlainDate },
): CarePlanPerson {
  const consulted = answerOf(`${field}.wasConsulted`, wasConsulted);
  const isNot = consulted.value === false;
  const name = textOf(`${field}.who`, who ?? '', { shortest: 0, longest: LONGEST_NAME });
  const reason = textOf(`${field}.notConsultedReason`, isNot ? (notConsultedReason ?? '') : '', {
    shortest: isNot ? 3 : 0,
    longest: LONGEST_NOTE,
  });
  if (toldOn && (!isPlainDate(toldOn) || toldOn > today)) {
    throw new RecordFault(`${field}.toldOn`, 'Enter a day up to today, or leave it out.');
  }
  return {
    party,
    who: name === '' ? null : name,
    wasConsulted: consulted.value,
    consultedNotKnown: consulted.notKnown,
    notConsultedReason: reason === '' ? null : reason,
    toldOn: toldOn ? (toldOn as PlainDate) : null,
  };
}
