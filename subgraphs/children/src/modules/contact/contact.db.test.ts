import { afterAll, beforeAll, expect, test } from 'vitest';
import { aChild } from '../../testing/a-child.ts';
import { givenChildren, idOf } from '../../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../../testing/safeguards.ts';
import { socialWorker } from '../../testing/staff.ts';

let world: SafeguardsWorld;
const child = aChild();

const PLAN = `mutation ($input: RecordContactPlanInput!) { done: recordContactPlan(input: $input) { __typename
  ... on RecordContactPlanSuccess { contactPlan { id } } ... on RecordInputError { field message } } }`;
const CONTACT = `mutation ($input: RecordContactInput!) { done: recordContact(input: $input) { __typename
  ... on RecordContactSuccess { contact { id personName relation isBreach outcome plan { id timesAYear } } }
  ... on RecordInputError { field message } } }`;

interface Done {
  readonly __typename: string;
  readonly field?: string;
  readonly message?: string;
  readonly contactPlan?: { readonly id: string };
  readonly contact?: object;
}

let entries = 0;
const send = async (mutation: string, input: object) => {
  const sent = { childId: idOf(child), key: `entry ${++entries}`, ...input };
  return (await world.ask<{ done: Done }>(socialWorker, mutation, { input: sent })).data.done;
};
const plan = (parts: object) => send(PLAN, { childWishesNotKnown: 'NOT_ASKED', startedOn: '2025-01-01', ...parts });
const barred = { isBarred: true, barredBy: 'PROHIBITED_STEPS_ORDER' };
const planned = { isBarred: false, kind: 'FACE_TO_FACE', timesAYear: 26, supervision: 'SUPERVISED' };
const held = {
  heldOn: '2025-06-01',
  kind: 'PHONE',
  outcome: 'TOOK_PLACE',
  isBreach: false,
  minutes: 10,
  supervised: { value: false },
  childViewNotKnown: 'NOT_ASKED',
};

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [child]);
  await plan({ personName: 'Dan Example', relation: 'FATHER', ...barred, endedOn: '2025-06-30' });
  await plan({ personName: 'Kim  Example', relation: 'OTHER', ...barred });
});
afterAll(() => world.close());

test.each([
  ['by another name', { personName: 'Daniel', relation: 'FATHER' }],
  ['on the last day', { personName: 'Dan Example', relation: 'FATHER', heldOn: '2025-06-30' }],
  ['by the same name, written otherwise', { personName: ' kim example', relation: 'FRIEND' }],
])('contact with somebody barred is refused with words, or recorded as a breach: %s', async (_, person) => {
  expect(await send(CONTACT, { ...held, ...person })).toEqual({
    __typename: 'RecordInputError',
    field: 'isBreach',
    message: 'Contact with this person was barred on that day. If it took place all the same, record it as a breach.',
  });
  expect(await send(CONTACT, { ...held, ...person, isBreach: true })).toMatchObject({ contact: { isBreach: true } });
});

test.each([
  ['the bar has ended', { personName: 'Dan Example', relation: 'FATHER', heldOn: '2025-07-01' }],
  ['it had not begun', { personName: 'Dan Example', relation: 'FATHER', heldOn: '2024-12-31' }],
  ['it is somebody else', { personName: 'Jo Example', relation: 'OTHER' }],
])('contact is recorded where %s', async (_, person) => {
  expect(await send(CONTACT, { ...held, ...person })).toMatchObject({ contact: { isBreach: false } });
});

test('contact that was barred cannot have been cancelled', async () => {
  const cancelled = { heldOn: '2025-06-01', kind: 'PHONE', outcome: 'CANCELLED', isBreach: false };
  const why = { cancelledBy: 'CHILD', notHeldReason: 'Did not want to.' };
  const father = { personName: 'Dan Example', relation: 'FATHER' };
  expect(await send(CONTACT, { ...cancelled, ...why, ...father })).toMatchObject({ field: 'outcome' });
});

test('contact under a plan says whom it was with, without being told again', async () => {
  const { contactPlan } = await plan({ personName: 'Gran', relation: 'GRANDPARENT', ...planned });
  expect(await send(CONTACT, { ...held, planId: contactPlan?.id })).toMatchObject({
    contact: {
      personName: 'Gran',
      relation: 'GRANDPARENT',
      plan: { id: contactPlan?.id, timesAYear: 26 },
    },
  });
  expect(await send(CONTACT, { ...held, planId: contactPlan?.id, relation: 'FRIEND' })).toMatchObject({
    field: 'relation',
  });
});

test.each([
  ['planned while it is barred', { personName: 'Dan', relation: 'FATHER', ...planned }],
  ['barred while it is planned', { personName: 'Gran', relation: 'GRANDPARENT', ...barred, startedOn: '2026-01-01' }],
])('contact cannot be %s', async (_, parts) => {
  expect(await plan(parts)).toMatchObject({ __typename: 'RecordInputError', field: 'isBarred' });
});

test('contact can be planned from the day after the bar', async () => {
  const after = { personName: 'Dan', relation: 'FATHER', ...planned, startedOn: '2025-07-01' };
  expect(await plan(after)).toMatchObject({ __typename: 'RecordContactPlanSuccess' });
});

test('contact is shown as barred when the bar comes to light later', async () => {
  await send(CONTACT, { ...held, heldOn: '2025-09-01', personName: 'Lee', relation: 'FRIEND' });
  await plan({ personName: 'Lee', relation: 'OTHER', ...barred });
  const { data } = await world.ask<{ child: { contacts: { personName: string }[] } }>(
    socialWorker,
    'query ($id: ID!) { child(id: $id) { contacts { personName isBreach wasBarred } } }',
    { id: idOf(child) },
  );
  expect(data.child.contacts.filter(({ personName }) => personName === 'Lee')).toEqual([
    { personName: 'Lee', isBreach: false, wasBarred: true },
  ]);
  expect(data.child.contacts.find(({ personName }) => personName === 'Jo Example')).toMatchObject({ wasBarred: false });
});

test('the time together is told against the plan, of people in contact and people barred', async () => {
  const TOTALS = `query ($id: ID!, $from: Date!, $to: Date!) { child(id: $id) {
    contactTotals(from: $from, to: $to) { personName isBarred plannedTimes tookPlace minutes } } }`;
  const year = { id: idOf(child), from: '2025-04-01', to: '2026-03-31' };
  const { data } = await world.ask<{ child: { contactTotals: object[] } }>(socialWorker, TOTALS, year);
  expect(data.child.contactTotals).toEqual(
    expect.arrayContaining([
      { personName: 'Gran', isBarred: false, plannedTimes: 26, tookPlace: 1, minutes: 10 },
      { personName: 'Kim  Example', isBarred: true, plannedTimes: null, tookPlace: 1, minutes: 10 },
    ]),
  );
  expect(await world.refusal(socialWorker, TOTALS, { ...year, to: '2025-03-31' })).toBe('BAD_USER_INPUT');
});

test('what one request records first is known to what it records next, and to what it asks then', async () => {
  const other = { childId: idOf(child), childWishesNotKnown: 'NOT_ASKED', startedOn: '2026-01-01' };
  const request = `mutation ($first: RecordContactPlanInput!, $next: RecordContactPlanInput!) {
    first: recordContactPlan(input: $first) { ... on RecordContactPlanSuccess { child { contactPlans { personName } } } }
    next: recordContactPlan(input: $next) { ... on RecordInputError { field } } }`;
  const { data } = await world.ask<{ first: { child: { contactPlans: object[] } }; next: { field?: string } }>(
    socialWorker,
    request,
    {
      first: { ...other, key: 'first', personName: 'Max', relation: 'FRIEND', ...barred },
      next: { ...other, key: 'next', personName: 'Max', relation: 'FRIEND', ...planned },
    },
  );
  expect(data.first.child.contactPlans).toContainEqual({ personName: 'Max' });
  expect(data.next).toEqual({ field: 'isBarred' });
});
