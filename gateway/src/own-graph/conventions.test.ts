import { moduleFaults } from '@mainstay/subgraph-kit/testing';
import { expect, test } from 'vitest';
import { modules } from './modules/index.ts';

test('every concept is found by its name and described', () => {
  expect(moduleFaults(modules, new URL('modules/', import.meta.url))).toEqual([]);
});
