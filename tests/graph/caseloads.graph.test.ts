import { afterAll, beforeAll, expect, test } from 'vitest';
import { places } from '../testkit/small-world.ts';
import { startTestPlatform, type TestPlatform } from '../testkit/test-platform.ts';

const OF_PRACTICE = `query Caseloads($id: ID!) { practice(id: $id) {
  caseloads { children fullTimeEquivalent limit { children basis share state }
    byWorker { worker { id name } count weightedLoad fullTimeEquivalent limit { children basis } } } } }`;
const FORECAST = `query Forecast($id: ID!) { practice(id: $id) { workers(first: 100) { edges { node { id
  leavingForecast(on: "2026-12-31") { children { child { id } } reallocation { moves { child { id } to { id name } reasons }
    notPlaced { child { id } reason } candidates { worker { id } childrenBefore childrenAfter } } } } } } } }`;
const LEAVERS = `query Leavers($id: ID!) { localAuthority(id: $id) {
  workerChanges(from: "2023-04-01", to: "2026-03-31") { changes perChildYear byCause { cause changes } }
  leavers(from: "2025-04-01", to: "2026-03-31") { id endedOn effectOnChildren { children changed kept } }
  workers(first: 3) { edges { node { currentEmployment { effectOnChildren { children } } } } } } }`;

interface Caseloads {
  readonly children: number;
  readonly fullTimeEquivalent: number;
  readonly limit: { readonly children: number; readonly basis: string };
  readonly byWorker: readonly {
    readonly worker: { readonly id: string; readonly name: string | null };
    readonly count: number;
    readonly weightedLoad: number;
    readonly fullTimeEquivalent: number | null;
    readonly limit: { readonly children: number } | null;
  }[];
}
interface Forecast {
  readonly children: readonly object[];
  readonly reallocation: {
    readonly moves: readonly { readonly to: { readonly id: string; readonly name: string | null } }[];
    readonly notPlaced: readonly object[];
    readonly candidates: readonly { childrenBefore: number; childrenAfter: number }[];
  } | null;
}

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startTestPlatform();
});
afterAll(() => platform?.stop());

const id = places.homePractice;

test('caseloads join children, posts and the contract across the subgraphs', async () => {
  const token = await platform.token('swp-manager');
  const { data } = await platform.ask<{ practice: { caseloads: Caseloads } }>(token, OF_PRACTICE, { id });
  const caseloads = data?.practice.caseloads;
  expect(caseloads?.children).toBeGreaterThan(0);
  expect(caseloads?.limit).toMatchObject({ basis: 'CONTRACT' });
  const led = caseloads?.byWorker ?? [];
  expect(led.length).toBeGreaterThan(0);
  for (const { worker, count, weightedLoad, fullTimeEquivalent, limit } of led) {
    expect(worker.name).not.toBeNull();
    expect(weightedLoad).toBeGreaterThanOrEqual(count);
    expect(fullTimeEquivalent).toBeGreaterThan(0);
    expect(limit?.children).toBeGreaterThan(0);
  }
  expect(led.reduce((sum, { fullTimeEquivalent }) => sum + (fullTimeEquivalent ?? 0), 0)).toBeCloseTo(
    caseloads?.fullTimeEquivalent ?? 0,
  );
});

test('every child of a worker who leaves goes to a colleague, or is named with the reason', async () => {
  const token = await platform.token('swp-manager');
  const { data } = await platform.ask<{
    practice: { workers: { edges: { node: { id: string; leavingForecast: Forecast } }[] } };
  }>(token, FORECAST, { id });
  const forecasts = (data?.practice.workers.edges ?? []).map(({ node }) => node);
  const told = forecasts.filter(({ leavingForecast }) => leavingForecast.children.length > 0);
  expect(told.length).toBeGreaterThan(0);
  for (const { id: workerId, leavingForecast } of told) {
    const { moves = [], notPlaced = [], candidates = [] } = leavingForecast.reallocation ?? {};
    expect(moves.length + notPlaced.length).toBe(leavingForecast.children.length);
    expect(moves.every(({ to }) => to.id !== workerId && to.name !== null)).toBe(true);
    const taken = candidates.reduce((sum, one) => sum + one.childrenAfter - one.childrenBefore, 0);
    expect(taken).toBe(moves.length);
  }
});

test('what leavings did is told beside how often workers changed, and why', async () => {
  const token = await platform.token('la-manager');
  const { data } = await platform.ask<{
    localAuthority: {
      workerChanges: { changes: number; byCause: { cause: string; changes: number }[] };
      leavers: { effectOnChildren: { children: number; changed: number; kept: number } | null }[];
      workers: { edges: { node: { currentEmployment: { effectOnChildren: object | null } } }[] };
    };
  }>(token, LEAVERS, { id: places.home });
  const { workerChanges, leavers = [], workers } = data?.localAuthority ?? {};
  const ofCauses = (workerChanges?.byCause ?? []).reduce((sum, { changes }) => sum + changes, 0);
  expect(ofCauses).toBe(workerChanges?.changes);
  expect(workerChanges?.byCause.map(({ cause }) => cause)).toContain('WORKER_LEFT');
  const effects = leavers.map(({ effectOnChildren }) => effectOnChildren);
  expect(effects.length).toBeGreaterThan(0);
  for (const effect of effects)
    expect((effect?.changed ?? 1) + (effect?.kept ?? 0)).toBeLessThanOrEqual(effect?.children ?? 0);
  expect(effects.some((effect) => (effect?.changed ?? 0) > 0)).toBe(true);
  expect(workers?.edges.map(({ node }) => node.currentEmployment.effectOnChildren)).toEqual([null, null, null]);
});
