import { plainDate } from '@mainstay/primitives';
import type { Database, Viewer } from '@mainstay/subgraph-kit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DemonstrationWorkforce } from '../../demonstration.ts';
import {
  aPost,
  aWorker,
  birmingham,
  BIRMINGHAM,
  graphOver,
  harbour,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  sandwell,
  startWorkforce,
  world,
} from '../../testing/workforce-world.ts';

const manager: Viewer = { ...harbour, subject: 'manager' };
const statements: string[] = [];
const many = Array.from({ length: 40 }, (_, index) => `practice ${index}`);
let database: Database;
let ask: ReturnType<typeof graphOver>;

const ofHarbour = { laCode: BIRMINGHAM, employerKind: 'practice', practiceId: 'harbour' } as const;
const aPostOfHarbour = (id: string, parts: object = {}): NonNullable<DemonstrationWorkforce['posts']>[number] => ({
  ...ofHarbour,
  id: `post-${id}`,
  role: 'SOCIAL_WORKER',
  fullTimeEquivalent: 1,
  isCaseHolding: true,
  startsOn: plainDate('2024-04-01'),
  endsOn: null,
  recruitment: 'NOT_RECRUITING',
  ...parts,
});
const idOf = (id: string): string => `${BIRMINGHAM}.post-${id}`;

/**
 * Harbour: Hugo holds 0.6 of a post and Eve, of an agency, covers the rest; Ida's post is hers; one was never filled and one
 * is over. Jon administrates, Kim is a student.
 */
const rows: DemonstrationWorkforce = {
  ...world,
  workers: [...world.workers, ...['Hugo', 'Ida', 'Jon', 'Kim'].map((name, index) => aWorker(`SW00010${index}`, name))],
  posts: [
    aPostOfHarbour('shared'),
    aPostOfHarbour('ida'),
    aPostOfHarbour('never', { fullTimeEquivalent: 0.5, recruitment: 'ADVERTISED' }),
    aPostOfHarbour('over', { endsOn: plainDate('2025-03-31') }),
  ],
  employments: [
    ...world.employments.map((row) =>
      row.id === 'p5' ? { ...row, postId: idOf('shared'), fullTimeEquivalent: 0.5 } : row,
    ),
    aPost('hugo', 'SW000100', { practiceId: 'harbour', fullTimeEquivalent: 0.6, postId: idOf('shared') }),
    aPost('ida', 'SW000101', { practiceId: 'harbour', postId: idOf('ida'), engagement: 'PARTNER' }),
    aPost('jon', 'SW000102', { practiceId: 'harbour', role: 'ADMINISTRATOR', fullTimeEquivalent: 0.5 }),
    aPost('kim', 'SW000103', { practiceId: 'harbour', role: 'STUDENT', engagement: 'STUDENT' }),
  ],
};

beforeAll(async () => {
  database = await startWorkforce(rows, (sql) => statements.push(sql));
  ask = graphOver(database);
});
afterAll(() => database.close());

const QUERY = `query ($of: [_Any!]!, $on: Date) { _entities(representations: $of) { ... on Practice {
  staffing(on: $on) { headcount fullTimeEquivalent establishedFullTimeEquivalent vacantFullTimeEquivalent
    agencyCoverFullTimeEquivalent students engagements { engagement headcount fullTimeEquivalent }
    roles { role headcount fullTimeEquivalent agencyHeadcount posts vacantFullTimeEquivalent }
    support { administratorFullTimeEquivalent frontLineFullTimeEquivalent frontLinePerAdministrator } }
  posts(on: $on) { totalCount edges { node { id vacantFullTimeEquivalent heldFullTimeEquivalent
    agencyCoverFullTimeEquivalent holders { worker { name } engagement } } } }
  registrationsExpiring { worker { name } status daysLeft }
  designations { worker { name } }
} } }`;
const harbourOnly = { of: [{ __typename: 'Practice', id: 'harbour' }] };

async function asked(viewer: Viewer, variables: object = {}) {
  const answer = await ask(viewer, QUERY, { ...harbourOnly, ...variables });
  expect(answer.errors).toBeUndefined();
  const [entity] = (answer.data?.['_entities'] ?? []) as unknown[];
  return entity as {
    readonly staffing: Record<string, unknown> | null;
    readonly posts: { readonly totalCount: number; readonly edges: { readonly node: { readonly id: string } }[] };
    readonly registrationsExpiring: readonly object[];
  };
}

test('staff and posts of a practice on a day are told by role and terms', async () => {
  const { staffing } = await asked(manager);
  expect(staffing).toMatchObject({
    headcount: 6,
    fullTimeEquivalent: 4.6,
    establishedFullTimeEquivalent: 2.5,
    vacantFullTimeEquivalent: 0.9,
    agencyCoverFullTimeEquivalent: 0.4,
    students: 1,
    support: { administratorFullTimeEquivalent: 0.5, frontLineFullTimeEquivalent: 2.1, frontLinePerAdministrator: 4.2 },
  });
  expect(staffing?.['engagements']).toEqual([
    { engagement: 'EMPLOYEE', headcount: 3, fullTimeEquivalent: 2.1 },
    { engagement: 'PARTNER', headcount: 1, fullTimeEquivalent: 1 },
    { engagement: 'AGENCY', headcount: 1, fullTimeEquivalent: 0.5 },
    { engagement: 'STUDENT', headcount: 1, fullTimeEquivalent: 1 },
  ]);
  expect(staffing?.['roles']).toContainEqual({
    role: 'SOCIAL_WORKER',
    headcount: 3,
    fullTimeEquivalent: 2.1,
    agencyHeadcount: 1,
    posts: 3,
    vacantFullTimeEquivalent: 0.9,
  });
});

test('posts come with who holds them, what is vacant first; those that are over are not there', async () => {
  const { posts } = await asked(manager);
  expect(posts.totalCount).toBe(3);
  expect(
    posts.edges
      .map(({ node }) => node.id)
      .slice(0, 2)
      .toSorted(),
  ).toEqual([idOf('never'), idOf('shared')]);
  expect(posts.edges.map(({ node }) => node)).toContainEqual({
    id: idOf('shared'),
    heldFullTimeEquivalent: 0.6,
    vacantFullTimeEquivalent: 0.4,
    agencyCoverFullTimeEquivalent: 0.4,
    holders: [
      { worker: { name: 'Hugo' }, engagement: 'EMPLOYEE' },
      { worker: { name: 'Eve' }, engagement: 'AGENCY' },
    ],
  });
  expect((await asked(manager, { on: '2025-03-31' })).posts.totalCount).toBe(4);
});

test('they are told to those who know the staff, and to nobody else', async () => {
  for (const viewer of [birmingham, machineFor('workforce'), inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22')]) {
    expect((await asked(viewer)).staffing).toMatchObject({ headcount: 6 });
  }
  for (const viewer of [harbourWorker, iro, oak, machineFor('children')]) {
    const { staffing, posts } = await asked(viewer);
    expect([staffing, posts.totalCount]).toEqual([null, 0]);
  }
  // Sandwell may ask of any practice, and nobody there serves it.
  expect((await asked(sandwell)).staffing).toMatchObject({ headcount: 0 });
});

test('the number of statements is the same for 1 practice and for 40', async () => {
  const counted = async (ids: readonly string[]): Promise<number> => {
    statements.length = 0;
    const answer = await ask(birmingham, QUERY, { of: ids.map((id) => ({ __typename: 'Practice', id })) });
    expect(answer.errors).toBeUndefined();
    return statements.length;
  };
  expect(await counted(['harbour', ...many])).toBe(await counted(['harbour']));
});

test('a post is recorded by the practice’s manager, and not with what does not fit', async () => {
  const POST = `mutation ($input: RecordPostInput!) { recordPost(input: $input) { __typename ... on RecordInputError { field }
    ... on RecordPostSuccess { post { vacantFullTimeEquivalent recorded { version } } } } }`;
  const input = (parts: object = {}) => ({
    employer: { la: BIRMINGHAM, practice: 'harbour' },
    key: 'a post',
    role: 'PERSONAL_ADVISER',
    fullTimeEquivalent: 0.5,
    isCaseHolding: true,
    from: '2026-12-01',
    recruitment: 'OFFERED',
    ...parts,
  });
  const send = async (parts?: object) => (await ask(manager, POST, { input: input(parts) })).data?.['recordPost'];
  expect(await send()).toEqual({
    __typename: 'RecordPostSuccess',
    post: { vacantFullTimeEquivalent: 0, recorded: { version: 1 } },
  });
  expect(await send({ role: 'STUDENT', key: 'b' })).toMatchObject({ field: 'role' });
  expect(await send({ role: 'ADMINISTRATOR', key: 'c' })).toMatchObject({ field: 'isCaseHolding' });
  expect(await send({ fullTimeEquivalent: 0, key: 'd' })).toMatchObject({ field: 'fullTimeEquivalent' });
  expect(await send({ until: '2026-11-30', key: 'e' })).toMatchObject({ field: 'until' });
});

test('one person is the officer for professional development at a time, and works there', async () => {
  const NAME = `mutation ($input: RecordDesignationInput!) { recordDesignation(input: $input) { __typename
    ... on RecordInputError { field } } }`;
  const send = async (key: string, parts: object) => {
    const employer = { la: BIRMINGHAM, practice: 'harbour' };
    const purpose = 'PROFESSIONAL_DEVELOPMENT';
    const input = { employer, key, purpose, workerId: 'SW000101', from: '2025-01-01', ...parts };
    return (await ask(manager, NAME, { input })).data?.['recordDesignation'];
  };
  const success = { __typename: 'RecordDesignationSuccess' };
  expect(await send('first', { until: '2025-12-31' })).toEqual(success);
  expect(await send('first', { until: '2025-12-31' })).toEqual(success);
  expect(await send('second', { workerId: 'SW000100', from: '2025-12-31' })).toMatchObject({ field: 'from' });
  expect(await send('third', { workerId: 'SW000001', from: '2026-01-01' })).toMatchObject({ field: 'workerId' });
  expect(await send('fourth', { workerId: 'SW000100', from: '2026-01-01' })).toEqual(success);
});
