import { describe, expect, test } from 'vitest';
import { matchRoute } from './match-route.ts';

const routes = [
  { path: '*', name: 'anything' },
  { path: 'children/:childId', name: 'child' },
  { path: 'children/new', name: 'new child' },
  { path: 'children', name: 'children' },
  { index: true, name: 'first' },
];

function nameAt(pathname: string): string | undefined {
  return matchRoute(routes, pathname, '/la')?.route.name;
}

describe('the route of an address', () => {
  test.each([
    ['/la', 'first'],
    ['/la/', 'first'],
    ['/la/children', 'children'],
    ['/la/children/E08.abc', 'child'],
    ['/la/children/new', 'new child'],
    ['/la/returns/1', 'anything'],
  ])('%s is that of “%s”', (pathname, name) => {
    expect(nameAt(pathname)).toBe(name);
  });

  test('a path that begins with the same letters is another path', () => {
    expect(nameAt('/lancashire')).toBeUndefined();
  });

  test('parameters come as they were before they were put into the address', () => {
    expect(matchRoute(routes, '/la/children/a%2Fb%20c', '/la')?.params).toEqual({ childId: 'a/b c' });
  });

  test('a parameter that cannot be read back stays as it is', () => {
    expect(matchRoute(routes, '/la/children/%E0%A4%A', '/la')?.params).toEqual({ childId: '%E0%A4%A' });
  });

  test('an open route leaves the rest to the routes inside it', () => {
    const outer = matchRoute([{ path: '/la/*' }], '/la/children/1', '/');
    expect(outer?.base).toBe('/la');
    expect(matchRoute(routes, '/la/children/1', outer?.base ?? '')?.route.name).toBe('child');
  });
});
