import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aChild, type ChildOfTest } from '../../testing/a-child.ts';
import { givenInSample, givenOfficer } from '../../testing/close-to-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import {
  analyst,
  commissioner,
  foreignManager,
  inspectorOfBirmingham,
  integrator,
  manager,
  practiceManager,
  reviewingOfficer,
  socialWorker,
  worker,
} from '../../testing/staff.ts';
import { sectionsOf, type CarePlanKind } from './care-plan.sections.ts';

let world: SafeguardsWorld;
const inPractice = { allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] };
const theirs = aChild(inPractice);
const edited = aChild(inPractice);
const begun = aChild(inPractice);
const atOnce = aChild(inPractice);
const young = aChild(inPractice);
const old = aChild({ ...inPractice, born: '2010-01-01' });
const partly = aChild({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', functions: ['PLACEMENT', 'HEALTH'] }],
});
const children = [theirs, edited, begun, atOnce, young, old, partly];

const PLAN = `id kind edition status permanenceAim missing sections { section text notKnown }
  placementToLastUntil18 { value notKnown } recorded { version by { id } }
  agreement { agreedOn by { id } childAgrees { value } people { party toldOn wasConsulted { value notKnown } } }`;
const START = `mutation ($input: StartCarePlanInput!) { startCarePlan(input: $input) { __typename
  ... on CarePlanSuccess { carePlan { ${PLAN} } child { id } } ... on RecordInputError { field }
  ... on CarePlanDraftError { carePlan { ${PLAN} } } } }`;
const WRITE = `mutation ($input: WriteCarePlanInput!) { writeCarePlan(input: $input) { __typename
  ... on CarePlanSuccess { carePlan { ${PLAN} } } ... on RecordInputError { field }
  ... on CarePlanConflictError { carePlan { ${PLAN} }
    sections { section isBoth base { text } yours { text } theirs { text } } } } }`;
const AGREE = `mutation ($input: AgreeCarePlanInput!) { agreeCarePlan(input: $input) { __typename
  ... on CarePlanSuccess { carePlan { ${PLAN} } } ... on RecordInputError { field }
  ... on RecordChangedError { recorded { version } } } }`;

interface Plan {
  readonly id: string;
  readonly edition: number;
  readonly status: string;
  readonly missing: readonly string[];
  readonly sections: readonly { readonly section: string; readonly text: string | null }[];
  readonly recorded: { readonly version: number };
}
interface Outcome {
  readonly __typename: string;
  readonly field?: string;
  readonly carePlan: Plan;
  readonly sections?: readonly object[];
}

let entries = 0;
const asked = async (viewer: Viewer, mutation: string, input: object): Promise<Outcome> => {
  const { data } = await world.ask<Record<string, Outcome>>(viewer, mutation, { input });
  return Object.values(data)[0] as Outcome;
};
const start = (viewer: Viewer, child: ChildOfTest, kind: CarePlanKind = 'CARE', key = `plan ${++entries}`) =>
  asked(viewer, START, { childId: idOf(child), key, kind });
const everySection = (kind: CarePlanKind, text = 'As agreed.') =>
  sectionsOf[kind].map((section) => ({ section, text: `${text} ${section}` }));
const write = (viewer: Viewer, plan: Plan, parts: object) =>
  asked(viewer, WRITE, { id: plan.id, version: plan.recorded.version, sections: [], ...parts });
const person = (party: string) => ({ party, wasConsulted: { value: true }, toldOn: '2026-11-20' });
const agreement = (plan: Plan, parts: object = {}) => ({
  id: plan.id,
  version: plan.recorded.version,
  agreedOn: '2026-11-21',
  people: ['CHILD', 'MOTHER', 'CARER'].map(person),
  childAgrees: { value: true },
  ...parts,
});
const aim = { permanenceAim: 'LONG_TERM_FOSTERING', placementToLastUntil18: { value: true } };

/** Starts, writes and agrees an edition. */
async function agreed(child: ChildOfTest, text = 'As agreed.'): Promise<Plan> {
  const { carePlan } = await start(worker, child);
  const { carePlan: full } = await write(worker, carePlan, { sections: everySection('CARE', text), ...aim });
  return (await asked(practiceManager, AGREE, agreement(full))).carePlan;
}

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, children);
  await givenOfficer(world.database, idOf(theirs));
  await givenInSample(world.database, idOf(theirs));
});
afterAll(() => world.close());

describe('a plan is begun', () => {
  test('once: whoever begins it again is shown the draft, and its copy follows what was agreed', async () => {
    const first = await start(worker, begun, 'CARE', 'the same key');
    expect(first).toMatchObject({ __typename: 'CarePlanSuccess', carePlan: { edition: 1, status: 'DRAFT' } });
    expect(await start(worker, begun, 'CARE', 'the same key')).toEqual(first);
    expect(await start(manager, begun)).toMatchObject({
      __typename: 'CarePlanDraftError',
      carePlan: { id: first.carePlan.id },
    });
    const { carePlan } = await write(worker, first.carePlan, { sections: everySection('CARE'), ...aim });
    await asked(manager, AGREE, agreement(carePlan));
    expect(await start(socialWorker, begun)).toMatchObject({
      carePlan: { edition: 2, status: 'DRAFT', missing: [], permanenceAim: 'LONG_TERM_FOSTERING' },
    });
  });

  test('by two at once only one time', async () => {
    const outcomes = await Promise.all([manager, socialWorker].map((viewer) => start(viewer, young)));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual(['CarePlanDraftError', 'CarePlanSuccess']);
  });

  test('as a pathway plan from the age of 16', async () => {
    expect(await start(worker, theirs, 'PATHWAY')).toMatchObject({ __typename: 'RecordInputError', field: 'kind' });
    const { carePlan } = await start(worker, old, 'PATHWAY');
    expect(carePlan.sections.map(({ section }) => section)).toEqual(sectionsOf.PATHWAY);
    const { field } = await write(worker, carePlan, { permanenceAim: 'ADOPTION' });
    expect(field).toBe('permanenceAim');
  });

  test.each([
    ['an analyst', analyst, theirs, 'FORBIDDEN'],
    ['a commissioner', commissioner, theirs, 'FORBIDDEN'],
    ['a reviewing officer', reviewingOfficer, theirs, 'FORBIDDEN'],
    ['an inspector', inspectorOfBirmingham, theirs, 'FORBIDDEN'],
    ['a machine', integrator, theirs, 'FORBIDDEN'],
    ['another authority', foreignManager, theirs, 'NOT_FOUND'],
    ['a practice whose contract does not delegate care planning', worker, partly, 'FORBIDDEN'],
  ])('not by %s', async (_, viewer, child, code) => {
    const input = { childId: idOf(child), key: 'none', kind: 'CARE' };
    expect(await world.refusal(viewer, START, { input })).toBe(code);
  });
});

describe('two people who write at once', () => {
  test('lose nothing: the later is shown both texts of every section, and sends again', async () => {
    const { carePlan } = await start(worker, edited);
    const both = [{ section: 'HEALTH', text: 'Mine.' }];
    await write(worker, carePlan, { sections: [...both, { section: 'SAFETY', text: 'Only mine.' }] });
    const late = [
      { section: 'HEALTH', text: 'Yours.' },
      { section: 'EDUCATION', text: 'Only yours.' },
    ];
    const conflict = await write(manager, carePlan, { sections: late });
    expect(conflict).toMatchObject({
      __typename: 'CarePlanConflictError',
      carePlan: { recorded: { version: 2, by: { id: 'worker' } } },
      sections: [
        {
          section: 'HEALTH',
          isBoth: true,
          base: { text: null },
          yours: { text: 'Yours.' },
          theirs: { text: 'Mine.' },
        },
        { section: 'EDUCATION', isBoth: false, yours: { text: 'Only yours.' }, theirs: { text: null } },
        { section: 'SAFETY', isBoth: false, yours: { text: null }, theirs: { text: 'Only mine.' } },
      ],
    });
    const { carePlan: merged } = await write(manager, conflict.carePlan, { sections: late });
    const texts = merged.sections.flatMap(({ text }) => text ?? []);
    expect(texts).toEqual(['Yours.', 'Only yours.', 'Only mine.']);
  });

  test('at the very same moment are told apart as well', async () => {
    const { carePlan } = await start(worker, atOnce);
    const sections = [{ section: 'HEALTH', text: 'Mine.' }];
    const outcomes = await Promise.all([manager, socialWorker, worker].map((by) => write(by, carePlan, { sections })));
    expect(outcomes.map(({ __typename }) => __typename).toSorted()).toEqual([
      'CarePlanConflictError',
      'CarePlanConflictError',
      'CarePlanSuccess',
    ]);
  });

  test.each([
    ['a section twice', [1, 2].map(() => ({ section: 'HEALTH', text: 'x' })), 'sections'],
    ['a section of the other plan', [{ section: 'MONEY', text: 'x' }], 'sections.MONEY'],
    ['a text and why there is none', [{ section: 'HEALTH', text: 'x', notKnown: 'AWAITED' }], 'sections.HEALTH'],
  ])('cannot write %s', async (_, sections, field) => {
    const { carePlan } = await start(worker, edited);
    expect(await write(worker, carePlan, { sections })).toMatchObject({ __typename: 'RecordInputError', field });
  });
});

describe('a plan is agreed', () => {
  test('when every section is written or said to be not known, by a manager, who says who was consulted', async () => {
    const child = aChild(inPractice);
    await givenChildren(world.database, [child]);
    const { carePlan } = await start(worker, child);
    expect(carePlan.missing).toEqual(sectionsOf.CARE);
    expect(await asked(manager, AGREE, agreement(carePlan))).toMatchObject({ field: 'sections' });
    const sections = everySection('CARE').slice(1);
    const unknown = { section: 'PERMANENCE', notKnown: 'AWAITED' };
    const { carePlan: full } = await write(worker, carePlan, { sections: [...sections, unknown] });
    expect(await asked(manager, AGREE, agreement(full))).toMatchObject({ field: 'permanenceAim' });
    const { carePlan: aimed } = await write(worker, full, { permanenceAim: 'ADOPTION' });
    expect(await asked(manager, AGREE, agreement(aimed))).toMatchObject({ field: 'placementToLastUntil18' });
    const { carePlan: whole } = await write(worker, aimed, { placementToLastUntil18: { notKnown: 'AWAITED' } });
    expect(await world.refusal(worker, AGREE, { input: agreement(whole) })).toBe('FORBIDDEN');
    for (const [parts, field] of [
      [{ people: [person('MOTHER'), person('CARER')] }, 'people'],
      [{ people: [person('CHILD'), person('CARER')] }, 'people'],
      [{ childAgrees: { value: false } }, 'childNote'],
      [{ agreedOn: '2026-11-23' }, 'agreedOn'],
      [{ people: [{ party: 'CHILD', wasConsulted: { value: false } }] }, 'people.0.notConsultedReason'],
    ] as const) {
      expect(await asked(manager, AGREE, agreement(whole, parts))).toMatchObject({ field });
    }
    const outcome = await asked(practiceManager, AGREE, agreement(whole));
    expect(outcome).toMatchObject({
      __typename: 'CarePlanSuccess',
      carePlan: {
        status: 'AGREED',
        agreement: { agreedOn: '2026-11-21', by: { id: 'practice-manager' }, childAgrees: { value: true } },
      },
    });
    expect(await asked(manager, AGREE, agreement(whole))).toMatchObject({ __typename: 'RecordChangedError' });
    expect(await asked(manager, AGREE, agreement(outcome.carePlan))).toMatchObject({ field: 'id' });
  });

  test('and corrected by managers, with a reason', async () => {
    const plan = await agreed(theirs);
    const parts = { sections: [{ section: 'HEALTH', text: 'Corrected.' }] };
    const input = { id: plan.id, version: plan.recorded.version, ...parts };
    expect(await world.refusal(worker, WRITE, { input })).toBe('FORBIDDEN');
    expect(await write(manager, plan, parts)).toMatchObject({ field: 'correcting.reason' });
    const withdraw = 'mutation ($input: CorrectingInput!) { withdrawRecord(input: $input) { __typename } }';
    const taken = { id: plan.id, version: plan.recorded.version, reason: 'Wrong child.' };
    expect(await world.refusal(worker, withdraw, { input: taken })).toBe('FORBIDDEN');
    expect((await write(manager, plan, { ...parts, reason: 'A slip.' })).__typename).toBe('CarePlanSuccess');
  });

  test('not by row-level security either when a worker writes it', async () => {
    const related = await world.related(worker);
    const adding = world.database.write(related, (db) =>
      db.query(
        `INSERT INTO care_plan (la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn, kind, edition,
           status, sections, agreed_on)
         VALUES ('E08000025', $1, $1 || '.care-plan-x', 1, 'worker', now(), false, 'CARE', 9, 'AGREED', '[]', now())`,
        [idOf(edited)],
      ),
    );
    await expect(adding).rejects.toThrow('row-level security');
  });
});

test('versions are told with what changed, and compared with what they were', async () => {
  const child = aChild(inPractice);
  await givenChildren(world.database, [child]);
  const first = await agreed(child, 'First.');
  const { carePlan } = await start(worker, child);
  const health = { sections: [{ section: 'HEALTH', text: 'Second.' }] };
  const { carePlan: second } = await write(socialWorker, carePlan, health);
  const QUERY = `query ($id: ID!, $from: CarePlanVersionInput!, $to: CarePlanVersionInput!) { child(id: $id) {
    carePlans(kind: CARE) { edition versions { status changed recorded { version by { id } } } }
    currentCarePlan { edition }
    carePlanComparison(from: $from, to: $to) { sections { section before { text } after { text } changed { by { id } } } }
    other: carePlanComparison(from: $from, to: { id: "none", version: 1 }) { sections { section } } } }`;
  const version = ({ id, recorded }: Plan) => ({ id, version: recorded.version });
  const { data } = await world.ask(practiceManager, QUERY, {
    id: idOf(child),
    from: version(first),
    to: version(second),
  });
  expect(data).toMatchObject({
    child: {
      carePlans: [
        {
          edition: 2,
          versions: [
            { status: 'DRAFT', changed: ['HEALTH'], recorded: { version: 2, by: { id: 'social-worker' } } },
            { changed: [], recorded: { version: 1 } },
          ],
        },
        { edition: 1, versions: [{ status: 'AGREED', changed: [] }, { changed: sectionsOf.CARE }, { changed: [] }] },
      ],
      currentCarePlan: { edition: 1 },
      carePlanComparison: {
        sections: [
          {
            section: 'HEALTH',
            before: { text: 'First. HEALTH' },
            after: { text: 'Second.' },
            changed: { by: { id: 'social-worker' } },
          },
        ],
      },
      other: null,
    },
  });
});

test('plans are told to those who may open that part of the record, as they were known', async () => {
  const QUERY = `query ($id: ID!, $knownAt: DateTime) { child(id: $id) {
    carePlans(knownAt: $knownAt) { status } currentCarePlan { edition } } }`;
  const statuses = async (viewer: Viewer, knownAt?: string) => {
    const { data } = await world.ask<{ child: { carePlans: { status: string }[] } | null }>(viewer, QUERY, {
      id: idOf(theirs),
      knownAt,
    });
    return data.child?.carePlans.map(({ status }) => status) ?? null;
  };
  for (const viewer of [analyst, integrator, worker, inspectorOfBirmingham, reviewingOfficer]) {
    expect(await statuses(viewer)).toEqual(['AGREED']);
  }
  expect(await statuses(foreignManager)).toBeNull();
  expect(await statuses(analyst, '2026-01-01T00:00:00Z')).toEqual([]);
  await start(manager, partly);
  const { data } = await world.ask(worker, QUERY, { id: idOf(partly) });
  expect(data).toEqual({ child: { carePlans: [], currentCarePlan: null } });
});
