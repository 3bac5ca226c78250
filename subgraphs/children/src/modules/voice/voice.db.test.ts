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

let world: SafeguardsWorld;
const inPractice = { allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] };
const six = aChild({ ...inPractice, born: '2019-11-23' });
const seven = aChild({ ...inPractice, born: '2019-11-22' });
const twelve = aChild({ ...inPractice, born: '2014-11-22' });
const told = aChild(inPractice);
const partly = aChild({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', functions: ['CARE_PLANNING'] }],
});

const RECORD = `mutation ($input: RecordVoiceInput!) { done: recordVoice(input: $input) { __typename
  ... on RecordVoiceSuccess { voice { id words scale scaleReason ratings { about score notKnown }
    promises { what } recorded { version } } } ... on RecordInputError { field } } }`;
const PROMISE = `mutation ($input: RecordVoicePromiseInput!) { done: recordVoicePromise(input: $input) { __typename
  ... on VoicePromiseSuccess { promise { id what isKept isLate childTold { value } recorded { version } } }
  ... on RecordInputError { field } } }`;
const SETTLE = `mutation ($input: SettleVoicePromiseInput!) { done: settleVoicePromise(input: $input) { __typename
  ... on VoicePromiseSuccess { promise { isKept isLate note childTold { value notKnown } recorded { version } } }
  ... on RecordChangedError { message } ... on RecordInputError { field } } }`;

interface Outcome {
  readonly __typename: string;
  readonly field?: string;
  readonly voice: { readonly id: string; readonly recorded: { readonly version: number } };
  readonly promise: { readonly id: string };
}

let entries = 0;
const asked = async (viewer: Viewer, mutation: string, input: object): Promise<Outcome> =>
  (await world.ask<{ done: Outcome }>(viewer, mutation, { input })).data.done;
const said = (child: ChildOfTest, parts: object = {}) => ({
  childId: idOf(child),
  key: `voice ${++entries}`,
  saidOn: '2026-11-22',
  speaker: 'CHILD',
  medium: 'TALK',
  words: 'I like it here.',
  ratings: [],
  ...parts,
});

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [six, seven, twelve, told, partly]);
  await givenOfficer(world.database, idOf(told));
  await givenInSample(world.database, idOf(told));
});
afterAll(() => world.close());

describe('what somebody says is taken down', () => {
  test.each([
    ['a social worker of the authority', socialWorker],
    ['a manager of the authority', manager],
    ['a worker of the practice', worker],
    ['a manager of the practice', practiceManager],
  ])('by %s', async (_, viewer) => {
    expect((await asked(viewer, RECORD, said(twelve))).__typename).toBe('RecordVoiceSuccess');
  });

  test.each([
    ['an analyst', analyst, told, 'FORBIDDEN'],
    ['a commissioner', commissioner, told, 'FORBIDDEN'],
    ['a reviewing officer', reviewingOfficer, told, 'FORBIDDEN'],
    ['an inspector', inspectorOfBirmingham, told, 'FORBIDDEN'],
    ['a machine', integrator, told, 'FORBIDDEN'],
    ['another authority', foreignManager, told, 'NOT_FOUND'],
    ['a practice whose contract does not delegate visits', worker, partly, 'FORBIDDEN'],
  ])('not by %s', async (_, viewer, child, code) => {
    expect(await world.refusal(viewer, RECORD, { input: said(child) })).toBe(code);
  });

  test.each([
    ['six', six, 'THREE_FACES'],
    ['seven', seven, 'FIVE_FACES'],
    ['twelve', twelve, 'ZERO_TO_TEN'],
  ] as const)('by a child of %s on the scale for the age', async (_, child, scale) => {
    const { voice } = await asked(worker, RECORD, said(child, { ratings: [{ about: 'PLACEMENT', score: 3 }] }));
    expect(voice).toMatchObject({ scale, scaleReason: null, ratings: [{ about: 'PLACEMENT', score: 3 }] });
    const QUERY = 'query ($id: ID!) { child(id: $id) { voiceScale early: voiceScale(on: "2020-01-01") } }';
    const { data } = await world.ask(worker, QUERY, { id: idOf(child) });
    expect(data).toEqual({ child: { voiceScale: scale, early: 'THREE_FACES' } });
  });

  test('on another scale with a reason; adults’ from 0 to 10, whatever the child’s age', async () => {
    const other = { scale: 'THREE_FACES', ratings: [{ about: 'WORKER', score: 1 }] };
    expect(await asked(worker, RECORD, said(twelve, other))).toMatchObject({ field: 'scaleReason' });
    const { voice } = await asked(worker, RECORD, said(twelve, { ...other, scaleReason: 'Does not read.' }));
    expect(voice).toMatchObject({ scale: 'THREE_FACES', scaleReason: 'Does not read.' });
    const carer = { speaker: 'CARER', ratings: [{ about: 'WORKER', score: 0 }] };
    expect((await asked(worker, RECORD, said(six, carer))).voice).toMatchObject({ scale: 'ZERO_TO_TEN' });
  });

  test('with what is not known and why, in the order of the things asked about', async () => {
    const ratings = [
      { about: 'CONTACT', notKnown: 'DECLINED' },
      { about: 'STABILITY', score: 9 },
    ];
    const { voice } = await asked(worker, RECORD, said(twelve, { ratings, words: null }));
    expect(voice).toMatchObject({
      words: null,
      ratings: [
        { about: 'STABILITY', score: 9, notKnown: null },
        { about: 'CONTACT', score: null, notKnown: 'DECLINED' },
      ],
    });
  });

  test.each([
    ['in the future', { saidOn: '2026-11-23' }, 'saidOn'],
    ['without a word or a rating', { words: '  ' }, 'words'],
    ['with a score off the scale', { ratings: [{ about: 'HEALTH', score: 11 }] }, 'ratings.HEALTH'],
    ['with a rating that is no answer', { ratings: [{ about: 'HEALTH' }] }, 'ratings.HEALTH'],
    ['with two ratings of one thing', { ratings: [1, 2].map((score) => ({ about: 'HEALTH', score })) }, 'ratings'],
  ])('not %s: the field is named', async (_, parts, field) => {
    const outcome = await asked(worker, RECORD, said(twelve, parts));
    expect(outcome).toMatchObject({ __typename: 'RecordInputError', field });
  });
});

describe('what was promised about it', () => {
  const promised = (voiceId: string, parts: object = {}) => ({
    childId: idOf(told),
    key: `promise ${++entries}`,
    voiceId,
    what: 'Ask the school about the trip.',
    who: 'Social worker',
    dueOn: '2026-11-22',
    ...parts,
  });

  test('is kept or not, and the child is told', async () => {
    const { voice } = await asked(worker, RECORD, said(told));
    const { promise } = await asked(worker, PROMISE, promised(voice.id));
    expect(promise).toMatchObject({ isKept: null, isLate: false, childTold: null });
    const settled = { id: promise.id, version: 1, settledOn: '2026-11-22', note: 'They said no.' };
    const notKept = { ...settled, isKept: false, childTold: { notKnown: 'AWAITED' } };
    expect(await asked(manager, SETTLE, notKept)).toMatchObject({
      promise: { isKept: false, isLate: false, childTold: { value: null, notKnown: 'AWAITED' } },
    });
    expect(await asked(worker, SETTLE, { ...notKept, isKept: true })).toMatchObject({
      __typename: 'RecordChangedError',
    });
    const QUERY = `query ($id: ID!) { child(id: $id) { voices(speaker: CHILD) { promises { what isKept } }
      mothers: voices(speaker: MOTHER) { id } voicePromises { what } } }`;
    const { data } = await world.ask(reviewingOfficer, QUERY, { id: idOf(told) });
    expect(data).toEqual({
      child: {
        voices: [{ promises: [{ what: 'Ask the school about the trip.', isKept: false }] }],
        mothers: [],
        voicePromises: [{ what: 'Ask the school about the trip.' }],
      },
    });
  });

  test('is late when the day has passed', async () => {
    const { voice } = await asked(worker, RECORD, said(told, { saidOn: '2026-11-01' }));
    const { promise } = await asked(worker, PROMISE, promised(voice.id, { dueOn: '2026-11-21' }));
    expect(promise).toMatchObject({ isLate: true });
  });

  test('is about what this child said, and due after it was said', async () => {
    const { voice } = await asked(worker, RECORD, said(twelve));
    expect(await world.refusal(worker, PROMISE, { input: promised(voice.id) })).toBe('NOT_FOUND');
    const { voice: own } = await asked(worker, RECORD, said(told));
    expect(await asked(worker, PROMISE, promised(own.id, { dueOn: '2026-11-21' }))).toMatchObject({ field: 'dueOn' });
  });
});

test('what was said is told to those who may open that part of the record', async () => {
  const QUERY = 'query ($id: ID!) { child(id: $id) { voices { words } } }';
  const words = async (viewer: Viewer, child: ChildOfTest) =>
    (await world.ask<{ child: { voices: object[] } | null }>(viewer, QUERY, { id: idOf(child) })).data.child?.voices;
  await asked(manager, RECORD, said(partly));
  for (const viewer of [analyst, integrator, worker, inspectorOfBirmingham, reviewingOfficer]) {
    expect(await words(viewer, told)).not.toEqual([]);
  }
  expect(await words(worker, partly)).toEqual([]);
  expect(await words(socialWorker, partly)).toHaveLength(1);
  for (const viewer of [foreignManager, reviewingOfficer, inspectorOfBirmingham]) {
    expect(await words(viewer, partly)).toBeUndefined();
  }
});
