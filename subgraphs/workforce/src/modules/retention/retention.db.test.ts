import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { plainDate } from '@mainstay/primitives';
import { aViewer } from '@mainstay/subgraph-kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  aPost,
  aWorker,
  birmingham,
  BIRMINGHAM,
  entitiesOf,
  graphOver,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  sandwell,
  SANDWELL,
  startWorkforce,
  underGlass,
} from '../../testing/workforce-world.ts';

const on = (startedOn: string, endedOn: string | null = null) => ({
  startedOn: plainDate(startedOn),
  endedOn: endedOn === null ? null : plainDate(endedOn),
});
const many = (count: number, of: (index: number) => Parameters<typeof aPost>[2], id: string) =>
  Array.from({ length: count }, (_, index) => aPost(`${id}${index}`, `${id}${index}`, of(index)));

/** Harbour's staff since 2025 and the authority's own, each rule of what service is deciding about somebody. */
const employments = [
  ...many(12, () => ({ practiceId: 'harbour', ...on('2025-01-01') }), 'stays'),
  ...many(3, () => ({ practiceId: 'harbour', ...on('2025-01-01', '2025-04-10') }), 'leaves'),
  ...many(2, () => ({ practiceId: 'harbour', ...on('2025-01-01', '2025-05-10'), endedByTransfer: 't' }), 'moved'),
  // Promoted without a break: service goes on. After a break: it begins again, after the period.
  ...many(1, () => ({ practiceId: 'harbour', ...on('2025-02-01', '2025-06-30') }), 'promoted'),
  aPost('promoted-on', 'promoted0', { practiceId: 'harbour', ...on('2025-07-01'), role: 'SENIOR_SOCIAL_WORKER' }),
  ...many(1, () => ({ practiceId: 'harbour', ...on('2025-03-01', '2025-03-31') }), 'returns'),
  aPost('returns-again', 'returns0', { practiceId: 'harbour', ...on('2026-03-01') }),
  ...many(1, () => ({ practiceId: 'harbour', ...on('2025-03-01'), isAgency: true }), 'agency'),
  ...many(1, () => ({ practiceId: 'harbour', ...on('2025-03-01'), role: 'STUDENT', engagement: 'STUDENT' }), 'student'),
  ...many(1, () => ({ practiceId: 'harbour', ...on('2024-12-31') }), 'earlier'),
  ...many(14, (index) => on('2025-01-01', index < 4 ? '2025-12-31' : null), 'own'),
];
const workers = [...new Set(employments.map(({ workerId }) => workerId))].map((id) => aWorker(id, id));

const statements: string[] = [];
let database: Database;
let ask: ReturnType<typeof graphOver>;
beforeAll(async () => {
  database = await startWorkforce({ workers, registrations: [], employments }, (sql) => statements.push(sql));
  ask = graphOver(database);
});
afterAll(() => database.close());

const FIELDS = `{ from to followedTo all { ...Group } groups { ...Group } } `;
const GROUP = `fragment Group on RetentionGroup { role isAgency keptBackBecause began ended medianDays
  employer { __typename ... on Practice { id } ... on LocalAuthority { id } }
  points { days atRisk ended staying low high } }`;

interface Group {
  readonly began: number | null;
  readonly ended: number | null;
  readonly employer: { readonly id: string } | null;
  readonly points: readonly Record<string, number>[];
}

async function retention(viewer: Viewer, of: { __typename: string; id: string }, by = 'null', to = '2025-12-31') {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${of.__typename} {
    retention(from: "2025-01-01", to: "${to}", by: ${by}) ${FIELDS} } } } ${GROUP}`;
  const answer = await ask(viewer, query, { of: [of] });
  if (answer.errors) return answer.errors[0]?.extensions['code'];
  return entitiesOf<{ retention: { all: Group; groups: Group[]; followedTo: string } | null }>(answer)[0]?.retention;
}

const practice = { __typename: 'Practice', id: 'harbour' };
const authority = { __typename: 'LocalAuthority', id: BIRMINGHAM };

describe('how long staff stay', () => {
  test('counts unbroken service that began in the period, students and agency workers left out', async () => {
    const found = await retention(harbour, practice);
    // Began: 12 stay, 3 leave, 2 moved, promoted, returns. Left: the 3, and who came back after a break.
    expect(found).toMatchObject({
      followedTo: '2026-11-22',
      all: { began: 19, ended: 4, keptBackBecause: null },
      groups: [],
    });
    const { points } = (found as { all: Group }).all;
    expect(points.map(({ days, atRisk, ended }) => [days, atRisk, ended])).toEqual([
      [31, 19, 1],
      [100, 18, 3],
    ]);
  });

  test('by employer puts the practices beside the authority', async () => {
    const found = (await retention(birmingham, authority, 'EMPLOYER')) as { all: Group; groups: Group[] };
    expect(found.all).toMatchObject({ began: 33, ended: 8 });
    expect(found.groups.map(({ employer, began }) => [employer?.id, began])).toEqual([
      ['harbour', 19],
      [BIRMINGHAM, 14],
    ]);
    expect(await retention(birmingham, authority)).toMatchObject({ all: { began: 14, ended: 4 } });
  });

  test('keeps small groups back, and the whole with them where it would tell of them', async () => {
    const found = (await retention(harbour, practice, 'AGENCY')) as { all: Group; groups: Group[] };
    expect(found.all.began).toBe(20);
    expect(found.groups.map(({ began }) => began)).toEqual([null, null]);
  });

  test('is asked in one statement', async () => {
    statements.length = 0;
    await retention(birmingham, authority, 'ROLE');
    expect(statements.filter((sql) => sql.includes('present_employment'))).toHaveLength(1);
  });

  test('is refused of a period that ends before it begins', async () => {
    expect(await retention(birmingham, authority, 'ROLE', '2024-12-31')).toBe('BAD_USER_INPUT');
  });
});

describe('who is told', () => {
  test.each([
    ['an inspector in the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-30'), 14, 19],
    ['a machine for staff', machineFor('workforce'), 14, 19],
    ['a manager of the authority', aViewer({ role: 'la-manager', laCodes: [BIRMINGHAM] }), 14, 19],
    ['the practice’s manager', harbour, null, 19],
    ['a worker of the practice', harbourWorker, null, null],
    ['another practice', oak, null, null],
    ['another authority', sandwell, null, 'of its own'],
    ['a reviewing officer', iro, null, null],
    ['a machine for figures', machineFor('figures'), null, null],
    ['an analyst under a broken glass', underGlass(birmingham), null, null],
    ['an inspector after the window', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), null, null],
    ['an inspector elsewhere', inspectorOf(SANDWELL, '2026-11-01', '2026-11-30'), null, 'of its own'],
  ])('%s: of the authority %s, of the practice %s', async (_, viewer, ofAuthority, ofPractice) => {
    const began = async (of: typeof practice) => {
      const found = (await retention(viewer, of)) as { all: { began: number | null } } | null;
      // Nobody of the practice serves the other authority: fewer than ten.
      return found && (found.all.began ?? 'of its own');
    };
    expect([await began(authority), await began(practice)]).toEqual([ofAuthority, ofPractice]);
  });
});
