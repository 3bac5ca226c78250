import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { places } from '../../testkit/small-world.ts';
import { answered, type Subject } from '../matrix/matrix-world.ts';
import { day, madeBy, startAttackWorld, type AttackWorld } from './attack-world.ts';

/**
 * A child of whom everything is known: with a practice, reviewed, sampled, named, in returns and their faults, under a
 * broken glass, in the audit. Then the record is restricted to one manager. For everybody else the child is in none of the
 * answers they can get, by id or by number, and every total that they could count for themselves comes out.
 */

let world: AttackWorld;
let child: Subject;
let manager: string;
const viewers = new Map<string, string>();

const TABLES = [
  'Header',
  'Episodes',
  'Reviews',
  'SWEpisodes',
  'OC2',
  'OC3',
  'UASC',
  'AD1',
  'PlacedAdoption',
  'PrevPerm',
  'Missing',
];

beforeAll(async () => {
  world = await startAttackWorld();
  const { platform, subjects } = world;
  child = subjects['with the practice'];
  manager = await platform.token('la-manager');
  const officer = await platform.token('la-iro');
  await world.change(officer, 'breakGlass', {
    localId: child.localId,
    reason: 'Before it was restricted, for a test.',
  });
  await world.change(manager, 'appointIndependentReviewingOfficer', {
    childIds: [child.id],
    officerId: 'demo:la-iro',
    from: day(),
  });
  await world.change(manager, 'sampleChildren', { inspectionId: world.inspectionId, childIds: [child.id] });
  const upload = await platform.upload(
    await platform.token('la-analyst'),
    'header.csv',
    `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${child.localId},7,01/01/2012,XXXX,UN1,,\n999999,7,01/01/2012,XXXX,UN1,,\n`,
  );
  await world.change(await platform.token('la-analyst'), 'startImport903', {
    la: places.home,
    year: 2025,
    uploadIds: [upload],
    isDryRun: true,
  });
  await platform.subgraphs?.subgraphs.children.importsDone();
  await world.change(manager, 'restrictRecord', {
    childId: child.id,
    reason: 'The child of somebody who works here.',
    namedPersonIds: [],
  });
  await world.change(world.somebody('second-iro', 'la-iro'), 'breakGlass', {
    localId: child.localId,
    reason: 'After it was restricted, for a test.',
  });
  viewers.set('a manager who is not named', world.somebody('colleague', 'la-manager'));
  for (const account of [
    'la-analyst',
    'la-commissioner',
    'la-iro',
    'swp-worker',
    'swp-manager',
    'ofsted-inspector',
    'integrator',
  ]) {
    viewers.set(account, await platform.token(account));
  }
});
afterAll(() => world?.stop());

const page = '{ totalCount edges { node { id localId } } }';
const measures =
  '{ indicator { code } exclusions { reason count } result { __typename ... on Known { numerator denominator } } }';
/** Every way to a child that there is, each by itself: one that is refused takes no other along. */
const ways = (): Readonly<Record<string, string>> => ({
  lists: `{ children(first: 100) ${page} }`,
  'lists of the authority': `{ children(la: "${places.home}", first: 100) ${page} }`,
  'lists of the practice': `{ children(practice: "${places.homePractice}", first: 100) ${page} }`,
  'lists of another day': `{ children(lookedAfterOn: "2026-01-10", first: 100) ${page} }`,
  'the start of its number': `{ children(localIdStartsWith: "${child.localId}") ${page} }`,
  'what is behind figures': `{ ${['NUMERATOR', 'DENOMINATOR', 'REMAINDER', 'NOT_KNOWN'].map((part) => `${part}: children(la: "${places.home}", first: 100, behind: { indicator: "reviews-took-part", from: "2025-04-01", to: "2026-03-31", part: ${part} }) ${page}`).join(' ')} }`,
  contracts: `{ contract(id: "${world.contractId}") { children(first: 100) ${page} past: children(first: 100, on: "${day(-20)}") ${page} } practice(id: "${places.homePractice}") { contracts { children(first: 100) ${page} } } }`,
  'allocations of others': `{ contract(id: "${world.contractId}") { children(first: 20) { edges { node { allocations { id child { id localId } contract { children(first: 5) { edges { node { id } } } } } } } } } }`,
  'returns written out': `{ localAuthority(id: "${places.home}") { ${TABLES.slice(0, 6)
    .map(
      (table, index) =>
        `t${index}: return903Csv(year: 2026, table: "${table}") u${index}: return903Csv(year: 2025, table: "${table}")`,
    )
    .join(' ')} } }`,
  imports:
    '{ imports903 { edges { node { id faultCount faultsCsv faultsByRule { count children } faultsByChild(first: 100) { totalCount edges { node { childLocalId } } } faults(first: 100) { totalCount edges { node { row childLocalId message whatToDo } } } tables { table rowsRead rowsKeptOut rowsWithFault } files { rows notes refusal } } } } }',
  'faults of its number': `{ imports903 { edges { node { faults(childLocalId: "${child.localId}") { totalCount edges { node { message } } } } } } }`,
  samples: `{ inspection(id: "${world.inspectionId}") { sample { id localId } } localAuthority(id: "${places.home}") { inspections { sample { id localId } } } }`,
  'logs of inspections': `{ inspection(id: "${world.inspectionId}") { log(first: 100) { edges { node { records { id localId } changes { ids } } } } } }`,
  restrictions: `{ localAuthority(id: "${places.home}") { restrictions { id child { id localId } } } }`,
  'broken glasses': `{ localAuthority(id: "${places.home}") { brokenGlasses { id childLocalId child { id } } } }`,
  'the audit': `{ localAuthority(id: "${places.home}") { auditEvents(first: 100) { totalCount edges { node { records { id localId } changes { ids } } } } } }`,
  'the audit of it alone': `{ localAuthority(id: "${places.home}") { auditEvents(first: 100, filter: { childId: "${child.id}" }) { totalCount edges { node { id } } } } }`,
  signals: `{ localAuthority(id: "${places.home}") { misuseSignals(first: 100) { edges { node { child { id } explanation evidence { id } } } } } }`,
  people: `{ localAuthority(id: "${places.home}") { people { id name } } }`,
  figures: `{ localAuthority(id: "${places.home}") { childMeasures(from: "2025-04-01", to: "2026-03-31") ${measures} } practice(id: "${places.homePractice}") { childMeasures(from: "2025-04-01", to: "2026-03-31") ${measures} } }`,
});

/** The child's own number, and not the same digits within another. */
function holdsChild(text: string): boolean {
  const lines = text.replaceAll(String.raw`\n`, ' ').replaceAll(String.raw`\r`, ' ');
  return lines.includes(child.id) || new RegExp(`(?<![\\w.])${child.localId}(?![\\w.])`).test(lines);
}

const names = [
  'a manager who is not named',
  'la-analyst',
  'la-commissioner',
  'la-iro',
  'swp-worker',
  'swp-manager',
  'ofsted-inspector',
  'integrator',
];

describe.each(names)('to %s, the child is in nothing of', (name) => {
  const all = [
    'lists',
    'lists of the authority',
    'lists of the practice',
    'lists of another day',
    'the start of its number',
    'what is behind figures',
    'contracts',
    'allocations of others',
    'returns written out',
    'imports',
    'faults of its number',
    'samples',
    'logs of inspections',
    'restrictions',
    'broken glasses',
    'the audit',
    'the audit of it alone',
    'signals',
    'people',
    'figures',
  ];
  test.each(all)('%s', async (way) => {
    const token = viewers.get(name) ?? '';
    const { data, errors } = await world.ask(token, ways()[way] ?? '');
    expect(holdsChild(JSON.stringify(data))).toBe(false);
    // A fault would hide what is shown, and show that there is something to hide.
    expect(errors.map(({ extensions }) => extensions?.code).filter((code) => code !== 'FORBIDDEN')).toEqual([]);
  });
});

test('to the manager who is named, the child is in most of them', async () => {
  const found: string[] = [];
  for (const [way, query] of Object.entries(ways())) {
    const { data } = await world.ask(manager, query);
    if (holdsChild(JSON.stringify(data))) found.push(way);
  }
  expect(found).toEqual(
    expect.arrayContaining([
      'the start of its number',
      'contracts',
      'returns written out',
      'imports',
      'samples',
      'restrictions',
      'broken glasses',
      'the audit',
    ]),
  );
});

test('totals are those of the children who are there, for whoever can count them', async () => {
  for (const name of [
    'a manager who is not named',
    'la-analyst',
    'la-commissioner',
    'ofsted-inspector',
    'swp-manager',
  ]) {
    const token = viewers.get(name) ?? '';
    const ids = new Set<string>();
    let total = -1;
    for (let after = ''; ;) {
      const query = `{ children(first: 100${after === '' ? '' : `, after: "${after}"`}) { totalCount pageInfo { hasNextPage endCursor } edges { node { id } } } }`;
      const { children } = answered(
        await world.ask<{
          children: {
            totalCount: number;
            pageInfo: { hasNextPage: boolean; endCursor: string };
            edges: { node: { id: string } }[];
          };
        }>(token, query),
      );
      total = children.totalCount;
      for (const { node } of children.edges) ids.add(node.id);
      if (!children.pageInfo.hasNextPage) break;
      after = children.pageInfo.endCursor;
    }
    expect({ name, total }).toEqual({ name, total: ids.size });
    expect(ids.has(child.id)).toBe(false);
  }
});

test('lists of the audit count for a manager who is not named what that manager could have counted', async () => {
  const { data } = await world.ask<{
    localAuthority: {
      auditEvents: {
        edges: { node: { listedCount: number; recordCount: number; lists: { name: string; size: number }[] } }[];
      };
    };
  }>(
    viewers.get('a manager who is not named') ?? '',
    `{ localAuthority(id: "${places.home}") { auditEvents(first: 100) { edges { node { listedCount recordCount lists { name size } } } } } }`,
  );
  const events = data?.localAuthority.auditEvents.edges.map(({ node }) => node) ?? [];
  expect(events.length).toBeGreaterThan(5);
  for (const { lists, listedCount, recordCount } of events) {
    for (const { size } of lists.filter(({ name }) => name === 'children'))
      expect(size).toBeLessThanOrEqual(listedCount + recordCount);
  }
});

test('an import of somebody who is not named that brings the child again tells nothing of it', async () => {
  const { platform } = world;
  const colleague = viewers.get('a manager who is not named') ?? '';
  const told = async (localId: string): Promise<unknown> => {
    const upload = await platform.upload(
      colleague,
      'header.csv',
      `CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n${localId},7,01/01/2012,XXXX,UN1,,\n`,
    );
    const started = await world.change(
      colleague,
      'startImport903',
      { la: places.home, year: 2025, uploadIds: [upload], isDryRun: true },
      '{ ... on StartImport903Success { import { id } } }',
    );
    await platform.subgraphs?.subgraphs.children.importsDone();
    const { data } = await world.ask(
      colleague,
      `{ import903(id: "${madeBy(started, 'startImport903', 'import')}") { status faultCount faults { totalCount } faultsCsv tables { rowsRead rowsAdded rowsRemoved rowsUnchanged rowsKeptOut rowsWithFault } } }`,
    );
    return JSON.stringify(data).replaceAll(localId, 'N');
  };
  const restricted = await told(child.localId);
  expect(holdsChild(String(restricted))).toBe(false);
});
