import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  inspectorOf,
  oak,
  sandwell,
  stranger,
} from '../../testing/contracts-world.ts';
import { canReadPractice } from './practice.policy.ts';

const today = plainDate('2026-11-22');

describe('who may know of a practice', () => {
  test.each([
    ['a host', birmingham, ['E08000001', BIRMINGHAM], true],
    ['an authority that is no host', sandwell, [BIRMINGHAM], false],
    ['an authority, of a practice without contracts', birmingham, [], false],
    ['the practice', harbour, [BIRMINGHAM], true],
    ['the practice without contracts', harbour, [], true],
    ['another practice of the same host', { ...oak, laCodes: [BIRMINGHAM] }, [BIRMINGHAM], false],
    ['a practice without contracts', stranger, [BIRMINGHAM], false],
    ['an inspector of a host', inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22'), [BIRMINGHAM], true],
    ['an inspector of a host, too late', inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21'), [BIRMINGHAM], false],
    ['an inspector of a host, too early', inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30'), [BIRMINGHAM], false],
    ['an inspector of another authority', inspectorOf('E08000001', '2026-11-01', '2026-11-30'), [BIRMINGHAM], false],
  ])('%s: %s %s', (_, viewer, hostLaCodes, expected) => {
    expect(canReadPractice(viewer, { id: 'harbour', hostLaCodes }, today)).toBe(expected);
  });
});
