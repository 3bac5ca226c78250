import type { Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aChild, type ChildOfTest } from '../../testing/a-child.ts';
import { BIRMINGHAM, NOW } from '../../testing/children-world.ts';
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
  notManagers,
  otherManager,
  practiceManager,
  reviewingOfficer,
  socialWorker,
  worker,
} from '../../testing/staff.ts';
import { register } from './decision.register.ts';

let world: SafeguardsWorld;
const theirs = aChild({ allocations: [{ practice: 'harbour-practice', from: '2024-01-01' }] });
const own = aChild();
const partly = aChild({
  allocations: [{ practice: 'harbour-practice', from: '2024-01-01', functions: ['PLACEMENT'] }],
});

const DECISION = `id status level isEscalated question answer hours isLate mayDecide askedBy { id } decidedBy { id }
  decidedAt recorded { version }`;
const OUTCOME = `{ __typename ... on DecisionSuccess { decision { ${DECISION} } }
  ... on DecisionNotYoursError { message decision { id } } ... on RecordInputError { field } }`;
const ASK = `mutation ($input: RequestDecisionInput!) { done: requestDecision(input: $input) { __typename
  ... on DecisionSuccess { decision { ${DECISION} } } ... on RecordInputError { field } } }`;
const DECIDE = `mutation ($input: DecideDecisionInput!) { done: decideDecision(input: $input) ${OUTCOME} }`;
const REPLY = `mutation ($input: ReplyToDecisionInput!) { done: replyToDecision(input: $input) ${OUTCOME} }`;
const RULE = `mutation ($input: SetDecisionRuleInput!) { done: setDecisionRule(input: $input) { __typename
  ... on DecisionRuleSuccess { rule { type level mayDecideOwn isDefault deciders { id } setBy { id } } }
  ... on RecordInputError { field } } }`;

interface Decision {
  readonly id: string;
  readonly status: string;
  readonly mayDecide: boolean;
  readonly recorded: { readonly version: number };
}
interface Outcome {
  readonly __typename: string;
  readonly field?: string;
  readonly decision: Decision;
}

let entries = 0;
const asked = async (viewer: Viewer, mutation: string, input: object): Promise<Outcome> =>
  (await world.ask<{ done: Outcome }>(viewer, mutation, { input })).data.done;
const question = (type: string, parts: object = {}) => ({
  childId: idOf(theirs),
  key: `decision ${++entries}`,
  type,
  question: 'May they?',
  childWishes: 'Very much.',
  ...parts,
});
const ask = async (viewer: Viewer, type: string, parts: object = {}): Promise<Decision> =>
  (await asked(viewer, ASK, question(type, parts))).decision;
const decide = ({ id, recorded }: Decision, viewer: Viewer, outcome = 'AGREED', parts: object = {}) =>
  asked(viewer, DECIDE, { id, version: recorded.version, outcome, reason: 'It is right.', ...parts });
const rule = (parts: object) => ({
  la: BIRMINGHAM,
  type: 'MARRIAGE',
  level: 'DIRECTOR',
  mayDecideOwn: false,
  days: 14,
  deciderIds: ['manager'],
  ...parts,
});

const entity = (type: string, id: string, parts: string) =>
  `{ owner: _entities(representations: [{ __typename: "${type}", id: "${id}" }]) { ... on ${type} { ${parts} } } }`;
const ofAuthority = (parts: string) => entity('LocalAuthority', BIRMINGHAM, parts);
const ofPractice = (parts: string, id = 'harbour-practice') => entity('Practice', id, parts);

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [theirs, own, partly]);
  await givenOfficer(world.database, idOf(theirs));
  await givenInSample(world.database, idOf(theirs));
});
afterAll(() => world.close());
beforeEach(async () => {
  world.at(NOW);
  await world.database.owner((db) => db.query('TRUNCATE decision, decision_rule'));
});

describe('who decides what, while the authority says nothing else', () => {
  test.each([
    ['an overnight stay', 'OVERNIGHT_STAY', worker, worker, true],
    ['a holiday abroad', 'HOLIDAY_ABROAD', worker, worker, false],
    ['a holiday abroad', 'HOLIDAY_ABROAD', worker, practiceManager, true],
    ['a holiday abroad, asked by the manager', 'HOLIDAY_ABROAD', practiceManager, practiceManager, false],
    ['a holiday abroad, asked by the manager', 'HOLIDAY_ABROAD', practiceManager, manager, true],
    ['a tattoo', 'TATTOO', worker, practiceManager, false],
    ['a tattoo', 'TATTOO', worker, manager, true],
    ['a marriage', 'MARRIAGE', worker, manager, false],
  ] as const)('%s (%s) by %o', async (...[, type, asking, deciding, may]) => {
    const decision = await ask(asking, type);
    const { __typename } = await decide(decision, deciding);
    expect(__typename).toBe(may ? 'DecisionSuccess' : 'DecisionNotYoursError');
    const related = await world.related(deciding);
    const adding = world.database.write(related, (db) =>
      db.query(
        `INSERT INTO decision (la_code, child_id, id, version, recorded_by, recorded_at, reason, is_withdrawn, type,
           question, status, level, asked_level, may_decide_own, decider_ids, due_on, asked_by, asked_at, decided_by,
           decided_at)
         SELECT la_code, child_id, id, 99, $2, now(), 'x', false, type, question, 'REFUSED', level, asked_level,
           may_decide_own, decider_ids, due_on, asked_by, asked_at, $2, now() FROM decision
         WHERE id = $1 AND version = 1`,
        [decision.id, deciding.subject],
      ),
    );
    const refused = await adding.then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    expect(refused).toContain(may ? 'uq_decision_present' : 'row-level security');
  });

  test('is told for every kind, to staff and practices', async () => {
    const rules = async (viewer: Viewer) => {
      const query = ofAuthority('decisionRules { type isDefault }');
      const { data } = await world.ask<{ owner: { decisionRules: { type: string }[] }[] }>(viewer, query);
      return data.owner[0]?.decisionRules.map(({ type }) => type);
    };
    for (const viewer of [analyst, worker, reviewingOfficer, integrator]) {
      expect(await rules(viewer)).toEqual(register.map(({ type }) => type));
    }
    for (const viewer of [inspectorOfBirmingham, foreignManager]) expect(await rules(viewer)).toEqual([]);
  });
});

describe('an authority’s own rule', () => {
  test('names who alone decides, from then on', async () => {
    const before = await ask(worker, 'MARRIAGE');
    const { data } = await world.ask(manager, RULE, { input: rule({}) });
    expect(data).toMatchObject({
      done: { rule: { level: 'DIRECTOR', isDefault: false, deciders: [{ id: 'manager' }], setBy: { id: 'manager' } } },
    });
    expect((await decide(before, manager)).__typename).toBe('DecisionNotYoursError');
    const after = await ask(worker, 'MARRIAGE');
    expect((await decide(after, otherManager)).__typename).toBe('DecisionNotYoursError');
    expect((await decide(after, manager, 'REFUSED')).decision).toMatchObject({ status: 'REFUSED' });
    await asked(manager, RULE, rule({ type: 'OTHER', level: 'WORKER', mayDecideOwn: true, deciderIds: [] }));
    expect((await decide(await ask(worker, 'OTHER'), worker)).__typename).toBe('DecisionSuccess');
  });

  test.each([
    ['without a director', { deciderIds: [] }, 'deciderIds'],
    ['with nobody’s name', { deciderIds: [' '] }, 'deciderIds'],
    ['with more than a year', { days: 367 }, 'days'],
  ])('is not set %s', async (_, parts, field) => {
    expect(await asked(manager, RULE, rule(parts))).toMatchObject({ __typename: 'RecordInputError', field });
  });

  test.each([...notManagers, socialWorker, foreignManager].map((viewer) => [viewer.subject, viewer] as const))(
    'is not set by %s',
    async (_, viewer) => {
      expect(await world.refusal(viewer, RULE, { input: rule({}) })).toBe('FORBIDDEN');
    },
  );
});

describe('a question', () => {
  test('is answered, with the time it took', async () => {
    world.at('2026-11-20T09:00:00Z');
    const decision = await ask(worker, 'SERVICE', { neededBy: '2026-11-21' });
    expect(decision).toMatchObject({ status: 'ASKED', hours: 0, isLate: false, isEscalated: false, mayDecide: false });
    world.at('2026-11-22T10:30:00Z');
    const { decision: decided } = await decide(decision, practiceManager);
    expect(decided).toMatchObject({
      status: 'AGREED',
      hours: 49.5,
      isLate: true,
      askedBy: { id: 'worker' },
      decidedBy: { id: 'practice-manager' },
      decidedAt: '2026-11-22T10:30:00.000Z',
      mayDecide: false,
    });
    expect(await decide(decided, manager, 'REFUSED')).toMatchObject({ field: 'id' });
    expect(await world.refusal(worker, ASK, { input: question('OTHER', { childId: idOf(partly) }) })).toBe('FORBIDDEN');
  });

  test('is sent back for more, completed, passed on and taken back', async () => {
    const decision = await ask(worker, 'CONTACT_CHANGE');
    const { decision: more } = await decide(decision, practiceManager, 'MORE_ASKED', { reason: 'How often?' });
    expect(more).toMatchObject({ status: 'MORE_ASKED', answer: 'How often?' });
    const reply = { id: more.id, version: more.recorded.version, text: 'Every week.' };
    expect((await asked(socialWorker, REPLY, reply)).__typename).toBe('DecisionNotYoursError');
    const { decision: full } = await asked(worker, REPLY, reply);
    expect(full).toMatchObject({ status: 'ASKED', question: 'May they?\n\nEvery week.' });
    expect(await decide(full, practiceManager, 'PASSED_ON', { level: 'WORKER' })).toMatchObject({ field: 'level' });
    expect(await decide(full, practiceManager, 'PASSED_ON', { level: 'DIRECTOR' })).toMatchObject({ field: 'level' });
    const { decision: passed } = await decide(full, practiceManager, 'PASSED_ON', { level: 'LA_MANAGER' });
    expect(passed).toMatchObject({ status: 'ASKED', level: 'LA_MANAGER', isEscalated: true, mayDecide: false });
    expect((await decide(passed, practiceManager)).__typename).toBe('DecisionNotYoursError');
    const taken = { id: passed.id, version: passed.recorded.version, text: 'No longer.', isWithdrawn: true };
    expect((await asked(worker, REPLY, taken)).decision).toMatchObject({ status: 'WITHDRAWN' });
  });

  test.each([
    ['without the child’s wishes or why not', { childWishes: null }, 'childWishes'],
    ['needed before today', { neededBy: '2026-11-21' }, 'neededBy'],
    ['of two letters', { question: 'No' }, 'question'],
  ])('is not asked %s', async (_, parts, field) => {
    expect(await asked(worker, ASK, question('OTHER', parts))).toMatchObject({ field });
  });

  test.each([
    ['an analyst', analyst, 'FORBIDDEN'],
    ['a commissioner', commissioner, 'FORBIDDEN'],
    ['a reviewing officer', reviewingOfficer, 'FORBIDDEN'],
    ['an inspector', inspectorOfBirmingham, 'FORBIDDEN'],
    ['a machine', integrator, 'FORBIDDEN'],
    ['another authority', foreignManager, 'NOT_FOUND'],
  ])('is not asked by %s', async (_, viewer, code) => {
    expect(await world.refusal(viewer, ASK, { input: question('OTHER') })).toBe(code);
  });
});

describe('what waits to be decided, and how long it took', () => {
  const listed = async (viewer: Viewer, query: string) => {
    const { data } = await world.ask<{ owner: { decisionRequests: { child: { id: string } }[] }[] }>(viewer, query);
    return data.owner[0]?.decisionRequests.map(({ child }) => child.id);
  };
  const onChild = async (viewer: Viewer, child: ChildOfTest) => {
    const QUERY = 'query ($id: ID!) { child(id: $id) { decisions { id } } }';
    const { data } = await world.ask<{ child: { decisions: object[] } | null }>(viewer, QUERY, { id: idOf(child) });
    return data.child?.decisions.length ?? null;
  };

  test('is told to the authority and the practice, each of its children, and on the child to who opens it', async () => {
    await ask(worker, 'OTHER');
    await ask(socialWorker, 'OTHER', { childId: idOf(own) });
    await ask(socialWorker, 'OTHER', { childId: idOf(partly) });
    await decide(await ask(worker, 'HAIRCUT'), worker);
    const waiting = ofAuthority('decisionRequests { child { id } }');
    const all = [idOf(theirs), idOf(own), idOf(partly)];
    for (const viewer of [analyst, socialWorker, integrator]) expect(await listed(viewer, waiting)).toEqual(all);
    for (const viewer of [worker, reviewingOfficer, inspectorOfBirmingham]) {
      expect(await listed(viewer, waiting)).toEqual([]);
    }
    const ofTheirs = 'decisionRequests { child { id } }';
    expect(await listed(worker, ofPractice(ofTheirs))).toEqual([idOf(theirs)]);
    expect(await listed(manager, ofPractice(ofTheirs))).toEqual([idOf(theirs), idOf(partly)]);
    for (const viewer of [foreignManager, reviewingOfficer, inspectorOfBirmingham]) {
      expect(await listed(viewer, ofPractice(ofTheirs))).toEqual([]);
    }
    expect(await listed(worker, ofPractice(ofTheirs, 'oak-practice'))).toEqual([]);
    expect(await listed(manager, ofAuthority('decisionRequests(status: [AGREED]) { child { id } }'))).toHaveLength(1);
    expect(await listed(manager, ofAuthority('decisionRequests(first: 1) { child { id } }'))).toEqual([idOf(theirs)]);
    for (const viewer of [analyst, integrator, worker, reviewingOfficer, inspectorOfBirmingham]) {
      expect(await onChild(viewer, theirs)).toBe(2);
    }
    expect(await onChild(worker, partly)).toBe(0);
    expect(await onChild(foreignManager, theirs)).toBeNull();
  });

  test('is counted by kind and in all, with the median', async () => {
    for (const [hours, outcome] of [
      [1, 'AGREED'],
      [2, 'REFUSED'],
      [9, 'AGREED'],
    ] as const) {
      world.at('2026-11-10T08:00:00Z');
      const decision = await ask(worker, 'OVERNIGHT_STAY', { neededBy: '2026-11-10' });
      world.at(new Date(Date.parse('2026-11-10T08:00:00Z') + hours * 3_600_000));
      await decide(decision, worker, outcome);
    }
    await ask(worker, 'OTHER', { neededBy: '2026-11-10' });
    world.at(NOW);
    const times = '{ type asked open agreed refused withdrawn late medianHours }';
    const { data } = await world.ask(
      analyst,
      ofAuthority(`decisionTimes(from: "2026-11-01", to: "2026-11-30") ${times}`),
    );
    const stays = { asked: 3, open: 0, agreed: 2, refused: 1, withdrawn: 0, late: 0, medianHours: 2 };
    const other = { asked: 1, open: 1, agreed: 0, refused: 0, withdrawn: 0, late: 1, medianHours: null };
    expect(data).toEqual({
      owner: [
        {
          decisionTimes: [
            { type: null, ...stays, asked: 4, open: 1, late: 1 },
            { type: 'OTHER', ...other },
            { type: 'OVERNIGHT_STAY', ...stays },
          ],
        },
      ],
    });
  });
});
