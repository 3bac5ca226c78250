import { describe, expect, test } from 'vitest';
import { detectors } from './detectors/index.ts';
import type { DetectorName, MisuseFacts, PersonFacts } from './facts.ts';
import { qualityOver } from './testing/precision-and-recall.ts';
import { seededAudit } from './testing/seeded-audit.ts';

const audits = Array.from({ length: 5 }, (_, seed) => seededAudit(seed + 1));
const quality = new Map(qualityOver(audits).map((of) => [of.detector, of]));

/** What docs/misuse-detectors.md promises: precision and recall over seeded seasons. */
const floors: readonly [DetectorName, number, number][] = [
  ['UNALLOCATED_ACCESS', 0.95, 0.95],
  ['SAME_SURNAME', 0.9, 0.7],
  ['SAME_ADDRESS', 0.8, 0.95],
  ['COLLEAGUES_CHILD', 0.9, 0.9],
  ['OUT_OF_HOURS_BURST', 0.95, 0.95],
  ['LEAVER_STILL_ACTIVE', 0.95, 0.95],
  ['DORMANT_ACCOUNT', 0.95, 0.95],
];

test.each(floors)(
  '%s has a precision of %d and a recall of %d at least on seeded audits',
  (detector, precision, recall) => {
    const found = quality.get(detector);
    expect(found?.planted).toBeGreaterThan(10);
    expect(found?.precision).toBeGreaterThanOrEqual(precision);
    expect(found?.recall).toBeGreaterThanOrEqual(recall);
  },
);

const at = (text: string) => new Date(text);
const person = (parts: Partial<PersonFacts> = {}): PersonFacts => ({
  subject: 'p',
  role: 'swp-worker',
  organisation: 'harbour',
  workerId: 'SW1',
  familyNameCode: 'n1',
  postcodeCode: 'h1',
  firstSeenAt: at('2026-01-01T09:00:00Z'),
  lastSeenAt: at('2026-11-01T09:00:00Z'),
  ...parts,
});
const nothing: MisuseFacts = {
  now: at('2026-11-22T12:00:00Z'),
  looks: [],
  uses: [],
  people: new Map([['p', person()]]),
  children: new Map(),
  posts: new Map(),
};
const look = (childId: string, when: string) => ({
  eventId: `${childId} ${when}`,
  subject: 'p',
  childId,
  at: at(when),
});
const child = (childId: string, parts: object = {}) =>
  [childId, { childId, familyNameCode: null, postcodeCode: null, workers: [], ...parts }] as const;

describe('what is let be', () => {
  test('one day for a colleague is standing in; two are a signal', () => {
    const children = new Map([child('c', { workers: [{ workerId: 'SW2', from: '2020-01-01', until: null }] })]);
    const once = {
      ...nothing,
      children,
      looks: [look('c', '2026-11-02T10:00:00Z'), look('c', '2026-11-02T15:00:00Z')],
    };
    expect(detectors.UNALLOCATED_ACCESS(once)).toEqual([]);
    const twice = { ...once, looks: [...once.looks, look('c', '2026-11-04T10:00:00Z')] };
    expect(detectors.UNALLOCATED_ACCESS(twice)).toMatchObject([
      { subject: 'p', childId: 'c', eventIds: { length: 3 } },
    ]);
  });

  test('a hand-over begins four weeks before the allocation', () => {
    const workers = [{ workerId: 'SW1', from: '2026-11-29', until: null }];
    const children = new Map([child('c', { workers })]);
    const looks = [look('c', '2026-11-01T10:00:00Z'), look('c', '2026-11-04T10:00:00Z')];
    expect(detectors.UNALLOCATED_ACCESS({ ...nothing, children, looks })).toEqual([]);
    const early = [look('c', '2026-10-20T10:00:00Z'), look('c', '2026-10-27T10:00:00Z')];
    expect(detectors.UNALLOCATED_ACCESS({ ...nothing, children, looks: early })).toHaveLength(1);
  });

  test('hours are England’s: seven in the morning of summer is six by UTC', () => {
    const looks = Array.from({ length: 10 }, (_, index) => look(`c${index}`, '2026-07-01T06:10:00Z'));
    expect(detectors.OUT_OF_HOURS_BURST({ ...nothing, looks })).toEqual([]);
    const winter = looks.map((one) => ({ ...one, at: at('2026-12-01T06:10:00Z') }));
    expect(detectors.OUT_OF_HOURS_BURST({ ...nothing, looks: winter })).toMatchObject([{ childId: null }]);
  });

  test('a leaver’s last day is not late', () => {
    const posts = new Map([['SW1', [{ from: '2020-01-01', until: '2026-11-01' }]]]);
    const use = (when: string) => ({ eventId: when, subject: 'p', at: at(when) });
    expect(detectors.LEAVER_STILL_ACTIVE({ ...nothing, posts, uses: [use('2026-11-01T23:30:00Z')] })).toEqual([]);
    expect(detectors.LEAVER_STILL_ACTIVE({ ...nothing, posts, uses: [use('2026-11-02T00:10:00Z')] })).toHaveLength(1);
  });

  test('an account of somebody new is not dormant', () => {
    const people = new Map([['p', person({ lastSeenAt: at('2026-08-25T12:00:00Z') })]]);
    expect(detectors.DORMANT_ACCOUNT({ ...nothing, people })).toEqual([]);
    const long = new Map([['p', person({ lastSeenAt: at('2026-08-24T12:00:00Z') })]]);
    expect(detectors.DORMANT_ACCOUNT({ ...nothing, people: long })).toHaveLength(1);
  });
});
