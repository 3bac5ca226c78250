import type { FastifyReply } from 'fastify';
import { describe, expect, it } from 'vitest';
import { CostBudget } from './budget.ts';

function budget(pointsPerMinute = 600) {
  let at = 1_000;
  const made = new CostBudget({ pointsPerMinute, now: () => at });
  const spend = (client: string, cost: number) => {
    const headers: Record<string, unknown> = {};
    const reply = { header: (name: string, value: unknown) => (headers[name] = value) } as unknown as FastifyReply;
    try {
      made.spend(client, cost, reply);
      return { headers, status: 200 };
    } catch (error) {
      return { headers, status: (error as { status: number }).status };
    }
  };
  return { spend, move: (seconds: number) => (at += seconds * 1000) };
}

describe('cost budget', () => {
  it('tells its size and what is left: ten points a request, and the cost', () => {
    expect(budget().spend('a', 90)).toEqual({
      status: 200,
      headers: { 'ratelimit-policy': '"cost";q=600;w=60', ratelimit: '"cost";r=500;t=10' },
    });
  });

  it('refuses what it does not suffice for, says when to come back, and lets the client in then', () => {
    const { spend, move } = budget();
    expect(spend('a', 590).status).toBe(200);
    expect(spend('a', 90)).toMatchObject({ status: 429, headers: { 'retry-after': 10, ratelimit: '"cost";r=0;t=60' } });
    move(9);
    expect(spend('a', 90).status).toBe(429);
    move(1);
    expect(spend('a', 90).status).toBe(200);
  });

  it('is each client’s own', () => {
    const { spend } = budget();
    expect(spend('a', 590).status).toBe(200);
    expect(spend('b', 590).status).toBe(200);
  });

  it('is never more than full', () => {
    const { spend, move } = budget();
    spend('a', 0);
    move(3600);
    expect(spend('a', 591).status).toBe(429);
    expect(spend('a', 590).status).toBe(200);
  });

  it('is bounded in memory: whoever was not heard of for longest is forgotten', () => {
    const { spend } = budget();
    spend('first', 590);
    for (let index = 0; index < 20_000; index += 1) spend(`client ${index}`, 0);
    expect(spend('first', 590).status).toBe(200);
  });

  it('can be without end, for measurements', () => {
    expect(budget(Infinity).spend('a', 1_000_000)).toEqual({ status: 200, headers: {} });
  });
});
