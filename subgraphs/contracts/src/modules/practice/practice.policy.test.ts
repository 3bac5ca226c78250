import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  child,
  harbour,
  inspectorOf,
  iroOf,
  machineFor,
  moment,
  oak,
  sandwell,
  stranger,
  underGlass,
} from '../../testing/contracts-world.ts';
import { canReadPractice } from './practice.policy.ts';

const OVER = '2026-11-22T12:00:00.000Z';
const one = child(BIRMINGHAM, 1);

describe('who may know of a practice', () => {
  test.each([
    ['a host', birmingham, ['E08000001', BIRMINGHAM], true],
    ['an authority that is no host', sandwell, [BIRMINGHAM], false],
    ['an authority, of a practice without contracts', birmingham, [], false],
    ['a reviewing officer of a host', iroOf(), [BIRMINGHAM], true],
    ['a machine of a host for contracts', machineFor('contracts'), [BIRMINGHAM], true],
    ['a machine of a host for other things', machineFor('children', 'workforce', 'figures'), [BIRMINGHAM], false],
    ['a host under a glass', underGlass(birmingham, one), [BIRMINGHAM], true],
    ['a host under a glass that is over', underGlass(birmingham, one, OVER), [BIRMINGHAM], false],
    ['the practice under a glass', underGlass(harbour, one), [BIRMINGHAM], true],
    ['the practice under a glass that is over', underGlass(harbour, one, OVER), [BIRMINGHAM], false],
    ['the practice', harbour, [BIRMINGHAM], true],
    ['the practice without contracts', harbour, [], true],
    ['another practice of the same host', { ...oak, laCodes: [BIRMINGHAM] }, [BIRMINGHAM], false],
    ['a practice without contracts', stranger, [BIRMINGHAM], false],
    ['an inspector of a host', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), [BIRMINGHAM], true],
    ['an inspector of a host, too late', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), [BIRMINGHAM], false],
    ['an inspector of a host, too early', inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30'), [BIRMINGHAM], false],
    ['an inspector of another authority', inspectorOf('E08000001', '2026-11-01', '2026-11-30'), [BIRMINGHAM], false],
  ])('%s: %s %s', (_, viewer, hostLaCodes, expected) => {
    expect(canReadPractice(viewer, { id: 'harbour', hostLaCodes }, moment)).toBe(expected);
  });
});
