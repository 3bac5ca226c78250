import { describe, expect, test } from 'vitest';
import { DEMONSTRATION_LA, demonstrationAuthorities } from './authorities.ts';
import { buildWorld } from './world.ts';

const authorities = demonstrationAuthorities.filter(({ name }) => ['Hillingdon', 'Sandwell'].includes(name));
const world = buildWorld({ authorities });

function rows(laCode: string, year: number, name: string): string[][] {
  const files = world.children.returns.find((files) => files.laCode === laCode && files.year === year)?.files ?? [];
  const text = files.find((file) => file.name === name)?.text ?? '';
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
}

describe('the demonstration world', () => {
  test('is the same for the same seed and another for another', () => {
    expect(buildWorld({ authorities })).toEqual(world);
    expect(buildWorld({ authorities, seed: 1 })).not.toEqual(world);
  });

  test('has about as many children in care as the authority is meant to have', () => {
    for (const { code, children } of authorities) {
      const open = rows(code, 2026, 'episodes.csv').filter((cells) => cells[7] === '').length;
      expect(open).toBeGreaterThan(children * 0.8);
      expect(open).toBeLessThan(children * 1.25);
    }
  });

  test('chains episodes: each begins on the day the one before ended', () => {
    const byChild = Map.groupBy(rows('E08000028', 2026, 'episodes.csv'), ([child]) => child);
    const joints = [...byChild.values()].flatMap((episodes) =>
      episodes.flatMap((episode, index) => {
        const next = episodes[index + 1];
        return next && episode[8] === 'X1' ? [[episode[7], next[1]]] : [];
      }),
    );
    expect(joints.length).toBeGreaterThan(100);
    for (const [ended, began] of joints) expect(began).toBe(ended);
  });

  test('reports social workers since the return of 2024 only', () => {
    expect(rows('E08000028', 2023, 'sw_episodes.csv')).toEqual([]);
    expect(rows('E08000028', 2024, 'sw_episodes.csv').length).toBeGreaterThan(300);
  });

  test('allocates to a practice no more children than the contract is for', () => {
    const [contract] = world.contracts.contracts;
    const open = world.contracts.allocations.filter(({ endedOn }) => endedOn === null);
    expect(open.length).toBeGreaterThan(60);
    expect(open.length).toBeLessThanOrEqual(contract?.agreedChildren ?? 0);
  });

  test('delegates every function, but to one practice the preparation of reviews', () => {
    expect(world.contracts.contracts.map(({ delegatedFunctions }) => delegatedFunctions.length)).toEqual([7]);
    const others = demonstrationAuthorities.filter(({ practice }) => practice && !practice.delegatedFunctions);
    expect(others.map(({ code }) => code)).toContain(DEMONSTRATION_LA);
  });

  test('has posts nobody holds, agency workers, partners, students, leavers with reasons, and a move of staff', () => {
    const { employments, posts, designations, transfers, registrations } = world.workforce;
    const held = new Set(employments.filter(({ endedOn }) => endedOn === null).map(({ postId }) => postId));
    expect(
      posts.filter(({ id, recruitment }) => !held.has(id) && recruitment !== 'NOT_RECRUITING').length,
    ).toBeGreaterThan(0);
    expect(new Set(employments.map(({ engagement }) => engagement)).size).toBeGreaterThanOrEqual(3);
    const leavers = employments.filter(({ engagement, endedOn }) => engagement === 'EMPLOYEE' && endedOn !== null);
    expect(leavers.every(({ reasonForLeaving }) => reasonForLeaving)).toBe(true);
    expect(designations.length).toBeGreaterThanOrEqual(2);
    const [transfer] = transfers;
    const moved = employments.filter(({ beganByTransfer }) => beganByTransfer === transfer?.id);
    expect(moved.map(({ workerId }) => workerId)).toEqual(transfer?.workerIds);
    expect(new Set(registrations.map(({ expiresOn }) => expiresOn)).has('2025-11-30' as never)).toBe(true);
  });

  test('gives every registration number to one worker', () => {
    const ids = world.workforce.workers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
