import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshStaleDuties } from '../modules/duty/duty.refresh.ts';
import { aChild } from '../testing/a-child.ts';
import { givenChildren, idOf } from '../testing/given.ts';
import { startSafeguards, type SafeguardsWorld } from '../testing/safeguards.ts';
import { manager } from '../testing/staff.ts';
import { visitsOnTimeMembership } from './visits-on-time.ts';

let world: SafeguardsWorld;
// The platform knew of these children from 1 May 2026 on; today is 22 November 2026.
const visited = aChild({ care: [{ from: '2026-06-01' }] });
const never = aChild({ care: [{ from: '2026-06-01' }] });
const before = aChild({ care: [{ from: '2025-06-01' }] });
const left = aChild({ care: [{ from: '2026-08-01', to: '2026-08-04' }] });

beforeAll(async () => {
  world = await startSafeguards();
  await givenChildren(world.database, [visited, never, before, left]);
  await world.database.owner((db) =>
    db.query(
      `INSERT INTO visit (la_code, child_id, id, version, recorded_by, recorded_at, is_withdrawn, visited_on, purpose,
         is_seen, is_at_placement, note)
       SELECT 'E08000025', $1, $1 || '.visit-' || day, 1, 'worker', now(), false, day, 'STATUTORY', true, true, 'Seen.'
       FROM unnest(ARRAY['2026-06-05', '2026-07-20', '2026-08-20', '2026-11-01']::date[]) AS day`,
      [idOf(visited)],
    ),
  );
  await refreshStaleDuties(world, { laCodes: ['E08000025'] });
});
afterAll(() => world.close());

const members = (child: typeof visited, from: string, to: string) =>
  world.database.figures(manager, (db) =>
    db.query(
      `WITH cohort AS (
         SELECT 1 AS ord, $2::date AS from_on, $3::date AS to_on, la_code, id AS child_id, date_of_birth, true AS is_visible
         FROM child WHERE id = $1
       ), members AS (${visitsOnTimeMembership})
       SELECT count(*) FILTER (WHERE left_out IS NULL)::int AS due,
         count(*) FILTER (WHERE left_out IS NULL AND is_counted)::int AS "onTime",
         count(*) FILTER (WHERE is_not_known)::int AS "notKnown", max(left_out) AS "leftOut"
       FROM members`,
      [idOf(child), from, to],
    ),
  );

test.each([
  // Due 8 June (made in time), 17 July (made on 20 July), 31 August (in time), 1 October (on 1 November), 13 December.
  ['a quarter in which one of two visits was late', visited, ['2026-06-01', '2026-07-31'], { due: 2, onTime: 1 }],
  ['the month in which a late visit was made at last', visited, ['2026-11-01', '2026-11-22'], { due: 1, onTime: 0 }],
  ['the month after it', visited, ['2026-11-02', '2026-11-22'], { due: 0, onTime: 0 }],
  ['a visit that may still be made', visited, ['2026-12-01', '2026-12-31'], { due: 0, leftOut: 'not-yet-due' }],
  [
    'a child whom nobody visits, each month anew',
    never,
    ['2026-10-01', '2026-10-31'],
    { due: 1, onTime: 0, notKnown: 0 },
  ],
  ['a child known too late to say', before, ['2026-10-01', '2026-10-31'], { due: 1, onTime: 0, notKnown: 1 }],
  ['care that ended before the visit was due', left, ['2026-08-01', '2026-08-31'], { due: 0, leftOut: 'ended' }],
] as const)('%s', async (_, child, [from, to], expected) => {
  expect(await members(child, from, to)).toMatchObject([expected]);
});
