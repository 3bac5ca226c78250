import { childId, type Db } from '@mainstay/subgraph-kit';
import { distanceMilesSql } from '../modules/postcode/postcode.distance.ts';
import type { ChildHistory } from './derive-child-history.ts';
import { supersedeEpisodes } from './episode-versions.repository.ts';
import { insertRows, type InsertColumn, type InsertSource } from './insert-rows.ts';
import { idOnDay, type KnownChild } from './known-child.ts';

/** A child's history as it is to be from now on; null when no return names the child any more. */
export interface HistoryOfChild {
  readonly localId: string;
  readonly history: ChildHistory | null;
  /** When the newest row of a return behind it was loaded. */
  readonly recordedAt: Date;
}

/**
 * Replaces the histories of an authority's children, in the transaction of `db`. Episodes keep their earlier versions;
 * everything else is derived again and holds what is believed now.
 *
 * @param at the instant from which the new histories are believed.
 */
export async function replaceHistories(
  db: Db,
  { laCode, histories, at }: { laCode: string; histories: readonly HistoryOfChild[]; at: Date },
): Promise<void> {
  const ids = histories.map(({ localId }) => childId(laCode, localId));
  const known = histories.flatMap(({ localId, history, recordedAt }, index) =>
    history ? [{ laCode, id: ids[index] ?? '', localId, history, recordedAt }] : [],
  );
  const heldIds = await findIdsOfHeld(db, laCode, ids);
  await removeDerived(db, { laCode, ids: heldIds, gone: ids.filter((_, index) => !histories[index]?.history) });
  await writeChildren(db, known, at);
  await supersedeEpisodes(db, { laCode, ids: heldIds, children: known, at });
  await insertPeriodsOfCare(db, known);
  await insertPlacements(db, known);
  await insertLegalStatuses(db, known);
  await insertSocialWorkerEpisodes(db, known);
  await insertReviews(db, known);
  await insertCareLeavers(db, known);
  await insertMissingIncidents(db, known);
  await insertYearOutcomes(db, known);
}

/** Those of the children of whom something is held: what is derived stands beside a row of the child itself. */
async function findIdsOfHeld(db: Db, laCode: string, ids: readonly string[]): Promise<string[]> {
  const rows = await db.query<{ id: string }>('SELECT id FROM child WHERE la_code = $1 AND id = ANY ($2)', [
    laCode,
    ids,
  ]);
  return rows.map(({ id }) => id);
}

const DERIVED_TABLES = [
  'period_of_care',
  'placement',
  'legal_status_period',
  'social_worker_episode',
  'review',
  'care_leaver',
  'missing_incident',
  'year_outcome',
];

async function removeDerived(
  db: Db,
  { laCode, ids, gone }: { laCode: string; ids: readonly string[]; gone: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  for (const table of DERIVED_TABLES) {
    await db.query(`DELETE FROM ${table} WHERE la_code = $1 AND child_id = ANY ($2)`, [laCode, ids]);
  }
  if (gone.length > 0) await db.query('DELETE FROM child WHERE la_code = $1 AND id = ANY ($2)', [laCode, gone]);
}

async function writeChildren(db: Db, children: readonly KnownChild[], at: Date): Promise<void> {
  await db.query(
    `INSERT INTO child (la_code, id, local_id, date_of_birth, sex, ethnicity, upn, is_uasc, recorded_at, history_version)
     SELECT known.*, $10::bigint FROM unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::text[], $6::text[], $7::text[],
       $8::boolean[], $9::timestamptz[]) AS known
     ON CONFLICT (la_code, id) DO UPDATE SET date_of_birth = EXCLUDED.date_of_birth, sex = EXCLUDED.sex,
       ethnicity = EXCLUDED.ethnicity, upn = EXCLUDED.upn, is_uasc = EXCLUDED.is_uasc,
       recorded_at = EXCLUDED.recorded_at, history_version = EXCLUDED.history_version`,
    [
      children.map(({ laCode }) => laCode),
      children.map(({ id }) => id),
      children.map(({ localId }) => localId),
      children.map(({ history }) => history.child.dateOfBirth),
      children.map(({ history }) => history.child.sex),
      children.map(({ history }) => history.child.ethnicity),
      children.map(({ history }) => history.child.upn),
      children.map(({ history }) => history.child.isUasc),
      children.map(({ recordedAt }) => recordedAt),
      at.getTime(),
    ],
  );
}

/** Something derived about a child, with the child. */
interface Of<T> {
  readonly child: KnownChild;
  readonly it: T;
}

/** Adds what `each` picks of the history of every child of an authority, with the columns that say whose it is. */
async function insertOfChildren<T>(
  db: Db,
  table: string,
  of: { children: readonly KnownChild[]; each: (history: ChildHistory) => readonly T[]; from?: InsertSource },
  columns: readonly InsertColumn<Of<NoInfer<T>>>[],
): Promise<void> {
  const { children, each, from } = of;
  const [first] = children;
  if (!first) return;
  await insertRows<Of<T>>(db, table, {
    rows: children.flatMap((child) => each(child.history).map((it) => ({ child, it }))),
    columns: [
      { name: 'la_code', type: 'text', all: first.laCode },
      { name: 'child_id', type: 'text', value: ({ child }) => child.id },
      ...columns,
    ],
    ...(from ? { from } : {}),
  });
}

async function insertPeriodsOfCare(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'period_of_care', { children, each: (history) => history.periodsOfCare }, [
    { name: 'started_on', type: 'date', value: ({ it }) => it.startedOn },
    { name: 'is_start_known', type: 'boolean', value: ({ it }) => it.isStartKnown },
    { name: 'ended_on', type: 'date', value: ({ it }) => it.endedOn },
  ]);
}

const WHERE_IT_LIES = {
  columns: `la_code, child_id, id, started_on, is_start_known, ended_on, type, provider, urn, placement_postcode,
    home_postcode, is_temporary, is_short_break, is_same_carer, carer_since, is_carer_since_known, reason_ended,
    distance_from_home_miles, is_inside_authority`,
  select: `row.*, ${distanceMilesSql('home', 'place')}, place.la_code = row.la_code`,
  join: `LEFT JOIN postcode home ON home.postcode = row.home_postcode
    LEFT JOIN postcode place ON place.postcode = row.placement_postcode`,
};

async function insertPlacements(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'placement', { children, each: (history) => history.placements, from: WHERE_IT_LIES }, [
    { name: 'id', type: 'text', value: ({ child, it }) => idOnDay(child.id, it.startedOn) },
    { name: 'started_on', type: 'date', value: ({ it }) => it.startedOn },
    { name: 'is_start_known', type: 'boolean', value: ({ it }) => it.isStartKnown },
    { name: 'ended_on', type: 'date', value: ({ it }) => it.endedOn },
    { name: 'type', type: 'text', value: ({ it }) => it.type },
    { name: 'provider', type: 'text', value: ({ it }) => it.provider },
    { name: 'urn', type: 'text', value: ({ it }) => it.urn },
    { name: 'placement_postcode', type: 'text', value: ({ it }) => it.placementPostcode },
    { name: 'home_postcode', type: 'text', value: ({ it }) => it.homePostcode },
    { name: 'is_temporary', type: 'boolean', value: ({ it }) => it.isTemporary },
    { name: 'is_short_break', type: 'boolean', value: ({ it }) => it.isShortBreak },
    { name: 'is_same_carer', type: 'boolean', value: ({ it }) => it.isSameCarer },
    { name: 'carer_since', type: 'date', value: ({ it }) => it.carerSince },
    { name: 'is_carer_since_known', type: 'boolean', value: ({ it }) => it.isCarerSinceKnown },
    { name: 'reason_ended', type: 'text', value: ({ it }) => it.reasonEnded },
  ]);
}

async function insertLegalStatuses(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'legal_status_period', { children, each: (history) => history.legalStatuses }, [
    { name: 'started_on', type: 'date', value: ({ it }) => it.startedOn },
    { name: 'ended_on', type: 'date', value: ({ it }) => it.endedOn },
    { name: 'legal_status', type: 'text', value: ({ it }) => it.legalStatus },
  ]);
}

async function insertSocialWorkerEpisodes(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'social_worker_episode', { children, each: (history) => history.socialWorkerEpisodes }, [
    { name: 'id', type: 'text', value: ({ child, it }) => `${idOnDay(child.id, it.startedOn)}.${it.workerId}` },
    { name: 'worker_id', type: 'text', value: ({ it }) => it.workerId },
    { name: 'started_on', type: 'date', value: ({ it }) => it.startedOn },
    { name: 'ended_on', type: 'date', value: ({ it }) => it.endedOn },
    { name: 'reason', type: 'text', value: ({ it }) => it.reason },
    { name: 'is_end_inferred', type: 'boolean', value: ({ it }) => it.isEndInferred },
  ]);
}

async function insertReviews(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'review', { children, each: (history) => history.reviews }, [
    { name: 'id', type: 'text', value: ({ child, it }) => idOnDay(child.id, it.heldOn) },
    { name: 'held_on', type: 'date', value: ({ it }) => it.heldOn },
    { name: 'participation', type: 'text', value: ({ it }) => it.participation },
  ]);
}

async function insertCareLeavers(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'care_leaver', { children, each: (history) => history.careLeavers }, [
    { name: 'collection_year', type: 'integer', value: ({ it }) => it.collectionYear },
    { name: 'in_touch', type: 'text', value: ({ it }) => it.inTouch },
    { name: 'activity', type: 'text', value: ({ it }) => it.activity },
    { name: 'accommodation', type: 'text', value: ({ it }) => it.accommodation },
  ]);
}

async function insertMissingIncidents(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'missing_incident', { children, each: (history) => history.missingIncidents }, [
    { name: 'id', type: 'text', value: ({ child, it }) => idOnDay(child.id, it.startedOn) },
    { name: 'kind', type: 'text', value: ({ it }) => it.kind },
    { name: 'started_on', type: 'date', value: ({ it }) => it.startedOn },
    { name: 'ended_on', type: 'date', value: ({ it }) => it.endedOn },
  ]);
}

async function insertYearOutcomes(db: Db, children: readonly KnownChild[]): Promise<void> {
  await insertOfChildren(db, 'year_outcome', { children, each: (history) => history.yearOutcomes }, [
    { name: 'collection_year', type: 'integer', value: ({ it }) => it.collectionYear },
    { name: 'sdq_score', type: 'integer', value: ({ it }) => it.sdqScore },
    { name: 'is_convicted', type: 'boolean', value: ({ it }) => it.isConvicted },
    { name: 'is_development_checked', type: 'boolean', value: ({ it }) => it.isDevelopmentChecked },
    { name: 'is_immunised', type: 'boolean', value: ({ it }) => it.isImmunised },
    { name: 'is_teeth_checked', type: 'boolean', value: ({ it }) => it.isTeethChecked },
    { name: 'is_health_assessed', type: 'boolean', value: ({ it }) => it.isHealthAssessed },
    { name: 'is_misusing_substances', type: 'boolean', value: ({ it }) => it.isMisusingSubstances },
  ]);
}
