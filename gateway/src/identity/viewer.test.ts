import { fixedClock, plainDate } from '@mainstay/primitives';
import { NotFoundError, UnavailableError, type MainstayError } from '@mainstay/subgraph-kit';
import { describe, expect, it } from 'vitest';
import type { SubgraphClient } from '../subgraphs/subgraph-client.ts';
import type { IdentityClaims } from './claims.ts';
import { Relationships } from './relationships.ts';
import { Viewers } from './viewer.ts';

type Answers = Record<string, (params: Record<string, string>) => unknown>;

const open = { id: 'E08000025.1', laCode: 'E08000025', from: '2026-11-15', to: '2026-12-13' };

/** Viewers over parts that answer out of hand, at noon on 22 November 2026 unless moved. */
function viewers(answers: Answers = {}) {
  const asked: { route: string; params: Record<string, string> }[] = [];
  const seen: { sub: string; laCodes: readonly string[] }[] = [];
  let at = new Date('2026-11-22T12:00:00Z');
  const clock = { now: () => at, today: () => fixedClock(at).today() };
  const all: Answers = {
    'authority-context': ({ laCode }) => ({ laCode, name: 'Birmingham' }),
    'viewer-context': () => ({ laCodes: ['E08000025', 'E08000028'], name: 'Harbour Practice' }),
    'inspection-context': () => open,
    'viewer-relationships': () => ({ hidden: [], named: [], breakGlass: null }),
    ...answers,
  };
  const part = {
    internal: {
      call: async (route: string, { params }: { params: Record<string, string> }) => {
        asked.push({ route, params });
        return all[route]?.(params);
      },
    },
  } as unknown as SubgraphClient;
  const relationships = new Relationships({ contracts: part, children: part, clock });
  const attendance = {
    seen: async ({ sub }: IdentityClaims, laCodes: readonly string[]) => void seen.push({ sub, laCodes }),
  };
  const made = new Viewers({ relationships, attendance, clock });
  const viewerOf = async (claims: IdentityClaims, headers: Record<string, string> = {}) =>
    made.viewerOf({ by: 'bearer', claims, scopes: null, purpose: null }, { id: 'r1', headers });
  const routes = () => asked.map(({ route }) => route);
  return { viewerOf, relationships, asked, routes, seen, move: (ms: number) => (at = new Date(at.getTime() + ms)) };
}

const analyst: IdentityClaims = { sub: 'p1', role: 'la-analyst', la: 'E08000025' };
const inspector: IdentityClaims = { sub: 'i1', role: 'ofsted-inspector', la: 'E08000025' };
const iro: IdentityClaims = { sub: 'q1', role: 'la-iro', la: 'E08000025' };

describe('the viewer of a request', () => {
  it('is the organisation’s, with the children named to and hidden from the person', async () => {
    const { viewerOf, asked } = viewers({
      'viewer-relationships': () => ({ hidden: ['E08000025.h'], named: ['E08000025.n'], breakGlass: null }),
    });
    expect(await viewerOf(iro)).toMatchObject({
      subject: 'q1',
      audience: 'la',
      laCodes: ['E08000025'],
      namedChildIds: ['E08000025.n'],
      hiddenChildIds: ['E08000025.h'],
      breakGlass: null,
    });
    expect(asked.at(-1)).toEqual({
      route: 'viewer-relationships',
      params: { laCodes: 'E08000025', subject: 'q1', role: 'la-iro' },
    });
  });

  it('is nobody’s for operators of the platform: they are refused before anything is asked', async () => {
    const { viewerOf, routes } = viewers();
    await expect(viewerOf({ sub: 'o1', role: 'platform-operator' })).rejects.toMatchObject({ status: 403 });
    expect(routes()).toEqual([]);
  });

  it('is remembered for a second, and forgotten at once when something was changed', async () => {
    const { viewerOf, relationships, routes, move } = viewers();
    await viewerOf(analyst);
    await viewerOf(analyst);
    expect(routes()).toHaveLength(2);
    relationships.forget();
    await viewerOf(analyst);
    expect(routes()).toHaveLength(4);
    move(1_001);
    await viewerOf(analyst);
    expect(routes()).toHaveLength(6);
  });

  it('is not to be had when a part does not answer, and the next request asks again', async () => {
    let error: MainstayError | null = new UnavailableError('no');
    const { viewerOf } = viewers({
      'viewer-relationships': () => {
        if (error) throw error;
        return { hidden: [], named: [], breakGlass: null };
      },
    });
    await expect(viewerOf(analyst)).rejects.toMatchObject({ status: 503, code: 'SUBGRAPH_UNAVAILABLE' });
    error = new NotFoundError('There is no such route.');
    await expect(viewerOf(analyst)).rejects.toMatchObject({ status: 503 });
    error = null;
    expect(await viewerOf(analyst)).toMatchObject({ subject: 'p1' });
  });

  it('is told to the register: inspectors with the authority they came for, open or not', async () => {
    const { viewerOf, seen } = viewers({ 'inspection-context': () => null });
    await viewerOf(inspector);
    await viewerOf({ sub: 'w1', role: 'swp-worker', practice: 'harbour-practice' });
    expect(seen).toEqual([
      { sub: 'i1', laCodes: ['E08000025'] },
      { sub: 'w1', laCodes: ['E08000025', 'E08000028'] },
    ]);
  });
});

describe('an inspector', () => {
  const days = (from: string, to: string): IdentityClaims => ({
    sub: 'i1',
    role: 'ofsted-inspector',
    inspection: { id: 'theirs', la: 'E08000025', from: plainDate(from), to: plainDate(to) },
  });

  it('reads in the inspection that is open, whatever the claims call it', async () => {
    expect((await viewers().viewerOf(inspector)).inspection).toEqual(open);
    expect((await viewers().viewerOf(days('2020-01-01', '2030-01-01'))).inspection).toEqual(open);
  });

  it('is held to the claims’ own days where they are fewer', async () => {
    expect((await viewers().viewerOf(days('2026-11-22', '2026-11-22'))).inspection).toEqual({
      ...open,
      from: '2026-11-22',
      to: '2026-11-22',
    });
    expect(await viewers().viewerOf(days('2026-11-23', '2026-12-01'))).toMatchObject({ inspection: null, laCodes: [] });
  });

  it('sees nothing where none is open', async () => {
    const { viewerOf } = viewers({ 'inspection-context': () => null });
    expect(await viewerOf(inspector)).toMatchObject({ inspection: null, laCodes: [], namedChildIds: [] });
  });
});

describe('a request under a broken glass', () => {
  const glass = { id: 'g1', childId: 'E08000025.c', until: '2026-11-22T12:30:00.000Z' };
  const broken: Answers = {
    'viewer-relationships': ({ breakGlassId }) => ({
      hidden: ['E08000025.c', 'E08000025.h'],
      named: ['E08000025.n'],
      breakGlass: breakGlassId === 'g1' ? glass : null,
    }),
  };
  const header = { 'x-mainstay-break-glass': 'g1' };

  it('sees that child and no other', async () => {
    expect(await viewers(broken).viewerOf(iro, header)).toMatchObject({
      breakGlass: glass,
      namedChildIds: ['E08000025.c'],
      hiddenChildIds: ['E08000025.h'],
    });
  });

  it.each([
    ['one that is unknown, or somebody else’s', { 'x-mainstay-break-glass': 'g2' }],
    ['what cannot be one', { 'x-mainstay-break-glass': '../x?y' }],
    ['an empty one', { 'x-mainstay-break-glass': '' }],
  ])('is refused under %s', async (_what, headers) => {
    await expect(viewers(broken).viewerOf(iro, headers)).rejects.toMatchObject({
      status: 403,
      code: 'BREAK_GLASS_OVER',
    });
  });

  it('is over to the minute, even while it is remembered', async () => {
    const { viewerOf, move } = viewers(broken);
    move(30 * 60_000 - 500);
    expect(await viewerOf(analyst, header)).toMatchObject({ breakGlass: glass });
    move(500);
    await expect(viewerOf(analyst, header)).rejects.toMatchObject({ code: 'BREAK_GLASS_OVER' });
  });

  it('is refused to inspectors and machines', async () => {
    const machine: IdentityClaims = { sub: 'm1', role: 'integrator', la: 'E08000025' };
    await expect(viewers(broken).viewerOf(inspector, header)).rejects.toMatchObject({ code: 'BREAK_GLASS_OVER' });
    await expect(viewers(broken).viewerOf(machine, header)).rejects.toMatchObject({ code: 'BREAK_GLASS_OVER' });
  });
});
