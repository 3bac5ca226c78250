import { plainDate } from '@mainstay/primitives';
import { describe, expect, test } from 'vitest';
import {
  birmingham,
  BIRMINGHAM,
  harbour,
  harbourWithoutContract,
  harbourWorker,
  inspectorOf,
  iro,
  machineFor,
  oak,
  oakOfBoth,
  sandwell,
  SANDWELL,
  underGlass,
} from '../../testing/workforce-world.ts';
import type { EmployerKey } from './employment.entity.ts';
import { canReadEmployment, canReadStaffOf, readableLaCodes } from './employment.policy.ts';

const today = plainDate('2026-11-22');
const authority: EmployerKey = { employerKind: 'local-authority', employerId: BIRMINGHAM };
const practice: EmployerKey = { employerKind: 'practice', employerId: 'harbour' };
const inWindow = inspectorOf(BIRMINGHAM, '2026-11-22', '2026-11-22');
const tooLate = inspectorOf(BIRMINGHAM, '2026-11-01', '2026-11-21');
const tooEarly = inspectorOf(BIRMINGHAM, '2026-11-23', '2026-11-30');
const elsewhere = inspectorOf(SANDWELL, '2026-11-01', '2026-11-30');

describe('who may read a post that serves Birmingham, with the authority or with Harbour', () => {
  test.each([
    ['Birmingham', birmingham, true, true],
    ['another authority', sandwell, false, false],
    ['Harbour', harbour, false, true],
    ['Harbour without a contract', harbourWithoutContract, false, true],
    ['a worker of Harbour', harbourWorker, false, false],
    ['a reviewing officer', iro, false, false],
    ['a machine for staff', machineFor('workforce'), true, true],
    ['a machine for other things', machineFor('children', 'contracts', 'figures'), false, false],
    ['Birmingham under a glass', underGlass(birmingham), false, false],
    ['Harbour under a glass', underGlass(harbour), false, false],
    ['another practice', oak, false, false],
    ['another practice of the same authority', oakOfBoth, false, false],
    ['an inspector in the window', inWindow, true, true],
    ['an inspector after it', tooLate, false, false],
    ['an inspector before it', tooEarly, false, false],
    ['an inspector of another authority', elsewhere, false, false],
  ])('%s: %s, %s', (_, viewer, ofAuthority, ofPractice) => {
    expect(canReadEmployment(viewer, { laCode: BIRMINGHAM, ...authority }, today)).toBe(ofAuthority);
    expect(canReadEmployment(viewer, { laCode: BIRMINGHAM, ...practice }, today)).toBe(ofPractice);
  });

  test('a practice whose id is an authority’s code is not that authority', () => {
    const confusing = { ...harbour, practiceId: BIRMINGHAM };
    expect(canReadEmployment(confusing, { laCode: BIRMINGHAM, ...authority }, today)).toBe(false);
  });
});

describe('who may read about the staff of Birmingham, and of Harbour', () => {
  test.each([
    ['Birmingham', birmingham, true, true, [BIRMINGHAM]],
    ['another authority', sandwell, false, true, [SANDWELL]],
    ['Harbour', harbour, false, true, null],
    ['a worker of Harbour', harbourWorker, false, false, null],
    ['a reviewing officer', iro, false, false, []],
    ['a machine for staff', machineFor('workforce'), true, true, [BIRMINGHAM]],
    ['a machine for other things', machineFor('figures'), false, false, []],
    ['Birmingham under a glass', underGlass(birmingham), false, false, []],
    ['another practice', oak, false, false, null],
    ['an inspector in the window', inWindow, true, true, [BIRMINGHAM]],
    ['an inspector after it', tooLate, false, false, []],
    ['an inspector before it', tooEarly, false, false, []],
    ['an inspector of another authority', elsewhere, false, true, [SANDWELL]],
  ])('%s', (...row) => {
    const [, viewer, ofAuthority, ofPractice, laCodes] = row;
    expect(canReadStaffOf(viewer, authority, today)).toBe(ofAuthority);
    expect(canReadStaffOf(viewer, practice, today)).toBe(ofPractice);
    expect(readableLaCodes(viewer, today)).toEqual(laCodes);
  });
});
