import { addDays, type Clock } from '@mainstay/primitives';
import type { Database, Db } from '@mainstay/subgraph-kit';
import { SIGHT_MS } from './modules/break-glass/break-glass.policy.ts';
import { insertAppointment } from './modules/independent-reviewing-officer/independent-reviewing-officer.repository.ts';
import { insertSample } from './modules/inspection-sample/inspection-sample.repository.ts';
import { insertRestriction } from './modules/restriction/restriction.repository.ts';

/** Where the demonstration shows who may see a child. */
export interface DemonstrationSafeguards {
  /** The authorities of the demonstration: their children are given names. */
  readonly laCodes: readonly string[];
  /** The authority with a reviewing officer, a sample, restricted records and a broken glass. */
  readonly laCode: string;
  /** The inspection that the sample is of. */
  readonly inspectionId: string;
}

// The accounts of the demonstration, as sign-in names them.
const MANAGER = 'demo:la-manager';
const OFFICER = 'demo:la-iro';
const WORKER = 'demo:swp-worker';

const REVIEWED_CHILDREN = 30;
const SAMPLED_CHILDREN = 12;
const RESTRICTED_CHILDREN = 2;
const DAY_MS = 24 * 60 * 60_000;

/** Words for names, so that nobody takes them for a child’s. */
const GIVEN =
  'Alder Amber Aspen Basil Birch Briar Bryony Cedar Clover Coral Damson Elder Fern Flax Gorse Hazel Heather Holly Iris Ivy Jasmine Juniper Larch Laurel Linden Maple Myrtle Oakley Olive Pearl Poppy Quince River Robin Rowan Ruby Saffron Sage Sorrel Tansy Thyme Violet Willow Wren Yarrow'.split(
    ' ',
  );
const FAMILY =
  'Demowell Dummersby Examplar Exampleton Fauxley Fictley Inventham Makebelieve Mockridge Nonsuch Patternby Phantomley Placeholder Pretendham Proxyworth Sampleby Samplewick Specimenson Standinger Testerley Testwick Trialwood Unrealby Whatnot'.split(
    ' ',
  );

/**
 * Adds to a demonstration, once, what shows who may see a child: names that are plainly made up, a reviewing officer, the
 * sample of an inspection, restricted records, and a broken glass that awaits its review. Where any child has a name,
 * nothing is added.
 *
 * @returns whether it was added.
 */
export async function loadDemonstrationSafeguards(
  { database, clock }: { readonly database: Database; readonly clock: Clock },
  safeguards: DemonstrationSafeguards,
): Promise<boolean> {
  return database.owner(async (db) => {
    await db.query(`SELECT pg_advisory_xact_lock(hashtextextended('demonstration-safeguards', 0))`);
    const [named] = await db.query('SELECT FROM child_name LIMIT 1');
    if (named) return false;
    await nameChildren(db, safeguards.laCodes, clock);
    await safeguard(db, safeguards, clock);
    return true;
  });
}

/** Names are combined by the children's places in the list, so that they are the same each time. */
async function nameChildren(db: Db, laCodes: readonly string[], clock: Clock): Promise<void> {
  await db.query(
    `INSERT INTO child_name (la_code, child_id, id, given_names, family_name, recorded_by, recorded_at)
     SELECT la_code, id, 'demonstration', ($2::text[])[1 + (place * 7) % cardinality($2::text[])],
       ($3::text[])[1 + (place * 5 + place / cardinality($2::text[])) % cardinality($3::text[])], 'demonstration', $4
     FROM (SELECT la_code, id, (row_number() OVER (ORDER BY la_code, local_id))::int AS place FROM child
       WHERE la_code = ANY ($1::text[])) listed`,
    [laCodes, GIVEN, FAMILY, clock.now()],
  );
}

async function safeguard(db: Db, { laCode, inspectionId }: DemonstrationSafeguards, clock: Clock): Promise<void> {
  const inCare = await childrenInCare(db, laCode);
  const ofAuthority = inCare.filter(({ practiceId }) => practiceId === null).toReversed();
  const idsOf = (children: readonly ChildInCare[]) => children.map(({ id }) => id);
  const made = { laCode, by: MANAGER, at: clock.now() };

  const from = addDays(clock.today(), -REVIEWED_CHILDREN);
  const reviewed = idsOf(inCare.slice(0, REVIEWED_CHILDREN));
  await insertAppointment(db, { ...made, childIds: reviewed, officerId: OFFICER, from });

  const step = Math.max(1, Math.floor(inCare.length / (2 * SAMPLED_CHILDREN)));
  const sampled = inCare.filter((_, index) => index % step === 0).slice(0, SAMPLED_CHILDREN);
  await insertSample(db, { ...made, inspectionId, childIds: idsOf(sampled) });

  const kept = ofAuthority.filter((child) => !sampled.includes(child) && !reviewed.includes(child.id));
  for (const [index, child] of kept.slice(0, RESTRICTED_CHILDREN).entries()) {
    await insertRestriction(db, {
      laCode,
      id: `${laCode}.demonstration-${index + 1}`,
      childId: child.id,
      reason: REASONS[index] ?? '',
      placedAt: clock.now(),
      placedBy: MANAGER,
      liftedAt: null,
      named: [MANAGER],
    });
  }
  const [broken] = kept.slice(RESTRICTED_CHILDREN);
  if (broken) await breakGlass(db, broken, clock);
}

const REASONS = [
  'The mother works in the authority’s own referral team.',
  'The family has been named in the newspapers; the court has ordered that nobody may learn where the children live.',
];

interface ChildInCare {
  readonly laCode: string;
  readonly id: string;
  readonly localId: string;
  /** The practice the child is with; null for a child with the authority's own teams. */
  readonly practiceId: string | null;
}

function childrenInCare(db: Db, laCode: string): Promise<ChildInCare[]> {
  return db.query<ChildInCare>(
    `SELECT la_code AS "laCode", id, local_id AS "localId", access_practice_id AS "practiceId" FROM child
     WHERE la_code = $1 AND EXISTS (SELECT FROM episode WHERE episode.la_code = child.la_code
       AND episode.child_id = child.id AND episode.superseded_at IS NULL AND episode.ended_on IS NULL)
     ORDER BY local_id`,
    [laCode],
  );
}

/** A week ago a practice's worker looked at a child of the authority's own teams. */
async function breakGlass(db: Db, child: ChildInCare, clock: Clock): Promise<void> {
  const brokenAt = new Date(clock.now().getTime() - 7 * DAY_MS);
  await db.query(
    `INSERT INTO break_glass (la_code, id, child_id, child_local_id, reason, broken_by, broken_by_role, practice_id,
       broken_at, ends_at)
     SELECT $1, $1 || '.demonstration', $2, $3, $4, $5, 'swp-worker', practice_id, $6, $7 FROM allocation
     WHERE la_code = $1 GROUP BY practice_id ORDER BY count(*) DESC LIMIT 1`,
    [
      child.laCode,
      child.id,
      child.localId,
      'Called out at night: the child had come to a friend’s placement and the carers needed to know whom to ring.',
      WORKER,
      brokenAt,
      new Date(brokenAt.getTime() + SIGHT_MS),
    ],
  );
}
