import type { Viewer } from '@mainstay/subgraph-kit';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startSurveyWorld, type SurveyWorld } from '../../testing/survey-world.ts';
import {
  BIRMINGHAM,
  birmingham as analyst,
  harbour,
  harbourWorker,
  harbourWithoutContract,
  inspectorOf,
  iro,
  machineFor,
  sandwell,
  underGlass,
} from '../../testing/workforce-world.ts';

const SURVEYS = `query ($of: [_Any!]!) { _entities(representations: $of) {
  ... on LocalAuthority { surveys { id title waves { state responses { group invited answered } total { invited } }
  results { scales { scale { id } } } } } } }`;
const CREATE = `mutation ($input: CreateSurveyInput!) { createSurvey(input: $input) { __typename
  ... on CreateSurveySuccess { survey { id } } ... on RecordInputError { field message } } }`;
const CHANGE = `mutation ($input: ChangeSurveyInput!) { changeSurvey(input: $input) { __typename
  ... on ChangeSurveySuccess { survey { title leastRespondents scales { id } } }
  ... on SurveyStateError { message } ... on RecordInputError { field } } }`;
const MOVE = `mutation ($input: ChangeSurveyWaveInput!) { changeSurveyWave(input: $input) { __typename
  ... on ChangeSurveyWaveSuccess { survey { waves { opensOn closesOn state } } }
  ... on SurveyStateError { message } ... on RecordInputError { field } } }`;
const CLOSE = `mutation ($input: CloseSurveyWaveInput!) { closeSurveyWave(input: $input) { __typename
  ... on CloseSurveyWaveSuccess { survey { waves { state } } } ... on SurveyStateError { message } } }`;
const INVITE = `mutation ($input: InviteStaffInput!) { inviteStaff(input: $input) { __typename
  ... on InviteStaffSuccess { invited mailed links { recipient path } }
  ... on RecordInputError { field message } ... on SurveyStateError { message } } }`;
const REMIND = `mutation ($input: RemindStaffInput!) { remindStaff(input: $input) { __typename
  ... on RemindStaffSuccess { mailed links { recipient path } } ... on SurveyStateError { message } } }`;

let world: SurveyWorld;
let survey: { id: string; waves: [string, string] };
beforeAll(async () => {
  world = await startSurveyWorld();
  survey = await world.design({ key: 'one', title: 'How is work?' });
});
afterAll(() => world?.close());

async function told(viewer: Viewer, query: string, variables: object): Promise<unknown> {
  const { data, errors } = await world.ask(viewer, query, variables);
  return errors ? errors.map(({ extensions }) => extensions['code']) : Object.values(data ?? {})[0];
}

async function surveysSeenBy(viewer: Viewer, la = BIRMINGHAM): Promise<number> {
  const [entity] = (await told(viewer, SURVEYS, { of: [{ __typename: 'LocalAuthority', id: la }] })) as {
    surveys: unknown[];
  }[];
  return entity?.surveys.length ?? -1;
}

test('its office and managers of its practices read surveys, and nobody else does', async () => {
  const roles = ['la-manager', 'la-analyst', 'la-commissioner'] as const;
  for (const role of roles) expect(await surveysSeenBy({ ...analyst, role })).toBe(1);
  expect(await surveysSeenBy(harbour)).toBe(1);
  const others = [
    { ...analyst, role: 'la-worker' } as Viewer,
    iro,
    machineFor('workforce'),
    sandwell,
    harbourWorker,
    harbourWithoutContract,
    underGlass({ ...analyst, role: 'la-manager' }),
    inspectorOf(BIRMINGHAM, '2026-01-01', '2027-12-31'),
  ];
  for (const viewer of others) expect(await surveysSeenBy(viewer)).toBe(0);
});

test('a design is made once, of what the bank holds', async () => {
  const again = await world.design({ key: 'one', title: 'Another title' });
  expect(again.id).toBe(survey.id);
  const waves = [
    { opensOn: '2027-01-11', closesOn: '2027-01-31' },
    { opensOn: '2027-09-06', closesOn: '2027-09-30' },
  ];
  const good = { la: BIRMINGHAM, key: 'k', title: 'Title', groups: ['PRACTICE'], scaleIds: ['autonomy'], waves };
  const faults = [
    [{ scaleIds: ['none'] }, 'scaleIds'],
    [{ scaleIds: [] }, 'scaleIds'],
    [{ groups: ['PRACTICE', 'PRACTICE'] }, 'groups'],
    [{ leastRespondents: 9 }, 'leastRespondents'],
    [{ leastRespondents: 51 }, 'leastRespondents'],
    [{ waves: [waves[0]] }, 'waves'],
    [{ waves: [waves[1], waves[0]] }, 'waves'],
    [{ waves: [{ opensOn: '2026-11-21', closesOn: '2026-11-30' }, waves[1]] }, 'waves'],
    [{ licensedItems: [{ scaleId: 'autonomy', texts: ['a'], licence: 'none' }] }, 'licensedItems'],
  ] as const;
  for (const [wrong, field] of faults) {
    expect(await told(analyst, CREATE, { input: { ...good, ...wrong } })).toMatchObject({ field });
  }
  for (const viewer of [harbour, { ...analyst, role: 'la-commissioner' } as Viewer]) {
    expect(await told(viewer, CREATE, { input: good })).toEqual(['FORBIDDEN']);
  }
  expect(await told(sandwell, CHANGE, { input: { surveyId: survey.id } })).toEqual(['NOT_FOUND']);
});

test('invitations: by address and by post, each once; a practice’s manager its own staff', async () => {
  const [wave] = survey.waves;
  const ofHarbour = { waveId: wave, group: 'PRACTICE', staff: { practice: 'harbour' } };
  const first = (await told(harbour, INVITE, { input: ofHarbour })) as { links: { recipient: string }[] };
  expect(first).toMatchObject({ invited: 2, mailed: 0 });
  expect(first.links.map(({ recipient }) => recipient)).toEqual(['Dee', 'Eve']);
  expect(await told(analyst, INVITE, { input: ofHarbour })).toMatchObject({ invited: 0, links: [] });
  const host = { waveId: wave, group: 'HOST_LA', staff: { roles: ['SOCIAL_WORKER'], on: '2026-05-01' } };
  expect(await told(analyst, INVITE, { input: host })).toMatchObject({
    links: [{ recipient: 'Ada' }, { recipient: 'Ben' }, { recipient: 'Cal' }],
  });
  const twice = { waveId: wave, group: 'COMPARISON', addresses: ['A@example.org', ' a@example.org', 'b@example.org'] };
  expect(await told(analyst, INVITE, { input: twice })).toMatchObject({ invited: 2 });
  const faults = [
    [analyst, { addresses: ['a@example.org', 'no address'] }, 'addresses'],
    [analyst, {}, 'addresses'],
    [analyst, { group: 'COMPARISON', staff: {} }, 'staff'],
    [harbour, { group: 'PRACTICE', staff: { practice: 'oak' } }, 'staff'],
  ] as const;
  for (const [viewer, wrong, field] of faults) {
    const input = { waveId: wave, group: 'HOST_LA', ...wrong };
    expect(await told(viewer, INVITE, { input })).toMatchObject({ field });
  }
  expect(await told(harbour, INVITE, { input: { ...twice, group: 'HOST_LA' } })).toEqual(['FORBIDDEN']);
  expect(await told(sandwell, INVITE, { input: twice })).toEqual(['NOT_FOUND']);
});

test('a link opens while the wave is open, and answers once', async () => {
  const { waves } = await world.design({ groups: ['HOST_LA'] });
  const [secret = '', second = ''] = await world.invite(waves[0], 'HOST_LA', 2);
  const codes = async () => (await world.answer(secret, { 'autonomy.1': 4 })).refusal?.code;
  expect(await codes()).toBe('NOT_OPEN_YET');
  world.goTo('2027-01-11');
  expect((await world.call('survey-open', { secret: 'x'.repeat(32) })).refusal?.code).toBe('UNKNOWN_LINK');
  expect(await world.answer(secret, { 'autonomy.1': 4 })).toEqual({ answer: { isReceived: true } });
  expect(await codes()).toBe('CREDENTIAL_ISSUED_ALREADY');
  const of = { waveId: waves[0], group: 'HOST_LA' };
  const credential = await world.mint(waves[0], 'HOST_LA');
  const send = async (more: object) =>
    (await world.call('survey-answers', { ...of, ...credential, answers: {}, ...more })).refusal?.code;
  expect(await send({ answers: { 'autonomy.1': 6 } })).toBe('BAD_ANSWERS');
  expect(await send({ answers: { 'support.1': 5 } })).toBe('BAD_ANSWERS');
  expect(await send({ waveId: waves[1] })).toBe('NOT_OPEN_YET');
  expect(await send({ group: 'PRACTICE' })).toBe('NO_CREDENTIAL');
  expect(await send({ signature: credential.message })).toBe('NO_CREDENTIAL');
  expect(await send({ person: 'SW000001' })).toBe('BAD_REQUEST');
  expect(await send({})).toBeUndefined();
  // The same number, written in another way.
  expect(await send({ message: `${credential.message}==` })).toBe('BAD_REQUEST');
  expect(await send({})).toBe('ANSWERED_ALREADY');
  expect(await told(analyst, CLOSE, { input: { waveId: waves[0] } })).toMatchObject({
    survey: { waves: [{ state: 'CLOSED' }, { state: 'PLANNED' }] },
  });
  expect((await world.answer(second, {})).refusal?.code).toBe('CLOSED');
});

test('a reminder goes to everybody, and its link leads to the same invitation', async () => {
  const [wave] = survey.waves;
  const [ada = ''] = await world.invite(wave, 'COMPARISON', 1);
  await world.answer(ada, {});
  const reminded = (await told(analyst, REMIND, { input: { waveId: wave, group: 'COMPARISON' } })) as {
    links: { recipient: string; path: string }[];
  };
  expect(reminded.links).toHaveLength(3);
  const again = reminded.links.find(({ recipient }) => recipient === 'comparison.0@example.org');
  const secret = again?.path.split('#')[1] ?? '';
  expect((await world.answer(secret, {})).refusal?.code).toBe('CREDENTIAL_ISSUED_ALREADY');
  const ofPractice = { waveId: wave, group: 'PRACTICE' };
  expect(await told(harbour, REMIND, { input: ofPractice })).toMatchObject({ links: [{}, {}] });
  const other = aViewer({ ...harbour, practiceId: 'oak' });
  expect(await told(other, REMIND, { input: ofPractice })).toMatchObject({ links: [] });
});

test('once a wave has opened, what is asked stays; days move as far as they may', async () => {
  const { id, waves } = await world.design({
    waves: [
      { opensOn: '2027-02-01', closesOn: '2027-02-28' },
      { opensOn: '2027-09-01', closesOn: '2027-09-30' },
    ],
  });
  const change = { surveyId: id, title: 'New title', scaleIds: ['support'], leastRespondents: 20 };
  expect(await told(analyst, CHANGE, { input: change })).toMatchObject({
    survey: { title: 'New title', leastRespondents: 20, scales: [{ id: 'support' }] },
  });
  world.goTo('2027-02-10');
  expect(await told(analyst, CHANGE, { input: change })).toMatchObject({ __typename: 'SurveyStateError' });
  const move = (input: object) => told(analyst, MOVE, { input: { waveId: waves[0], ...input } });
  expect(await move({ opensOn: '2027-02-02' })).toMatchObject({ __typename: 'SurveyStateError' });
  expect(await move({ closesOn: '2027-02-09' })).toMatchObject({ field: 'closesOn' });
  expect(await move({ closesOn: '2027-09-01' })).toMatchObject({ field: 'closesOn' });
  expect(await move({ closesOn: '2027-03-05' })).toMatchObject({
    survey: { waves: [{ closesOn: '2027-03-05', state: 'OPEN' }, {}] },
  });
  world.goTo('2027-03-06');
  expect(await move({ closesOn: '2027-03-20' })).toMatchObject({ __typename: 'SurveyStateError' });
  expect(
    await told(analyst, INVITE, { input: { waveId: waves[0], group: 'HOST_LA', addresses: ['a@b'] } }),
  ).toMatchObject({ __typename: 'SurveyStateError' });
});
