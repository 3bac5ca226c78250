import { expect, test } from 'vitest';
import { currentLink } from './navigation.tsx';

const links = [
  { label: 'Stability', path: '/la' },
  { label: 'Children', path: '/la/children' },
];

test('a page belongs to the section with the longest path that it begins with', () => {
  expect(currentLink(links, '/la/children/E08.abc')?.label).toBe('Children');
  expect(currentLink(links, '/la/returns')?.label).toBe('Stability');
  expect(currentLink(links, '/lancashire')).toBeUndefined();
});

test('a section has the pages of the paths it covers too', () => {
  const access = { label: 'Access', path: '/la/access', covers: ['/la/audit'] };
  expect(currentLink([...links, access], '/la/audit/concerns')).toBe(access);
  expect(currentLink([...links, access], '/la/auditors')?.label).toBe('Stability');
});
