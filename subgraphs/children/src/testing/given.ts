import { plainDate, delegatedFunctions } from '@mainstay/primitives';
import { tables as returnTables } from '@mainstay/ssda903';
import { childId, type Database, type Db } from '@mainstay/subgraph-kit';
import type { ChildRow } from '../modules/child/child.repository.ts';
import type { ChildOfTest, Span } from './a-child.ts';

/** Rows of one table, by column. */
type Rows = readonly Record<string, unknown>[];

const recordedAt = '2026-05-01T09:00:00Z';
const rowsPerStatement = 5_000;

/** Puts these children and all that hangs on them into the database, as its owner. */
export async function givenChildren(database: Database, children: readonly ChildOfTest[]): Promise<void> {
  await database.owner(async (db) => {
    await insert(db, 'child', children.map(childRow));
    await insert(db, 'episode', children.flatMap(episodeRows));
    await insert(db, 'period_of_care', children.flatMap(careRows));
    await insert(db, 'legal_status_period', children.flatMap(legalStatusRows));
    await insert(db, 'placement', children.flatMap(placementRows));
    await insert(db, 'social_worker_episode', children.flatMap(workerRows));
    await insert(db, 'review', children.flatMap(reviewRows));
    await insert(db, 'care_leaver', children.flatMap(leaverRows));
    await insert(db, 'year_outcome', children.flatMap(outcomeRows));
    await insert(db, 'missing_incident', children.flatMap(missingRows));
    await insert(db, 'allocation', children.flatMap(allocationRows));
  });
}

/** Makes the authority's returns of these years held, all tables unless some are named. */
export async function givenReturns(
  database: Database,
  la: string,
  years: readonly number[],
  tables: readonly string[] = returnTables.map(({ name }) => name),
): Promise<void> {
  const rows = years.flatMap((year) =>
    tables.map((table) => ({
      la_code: la,
      collection_year: year,
      table_name: table,
      row_count: 1,
      loaded_at: `${year}-05-01T09:00:00Z`,
      changed_at: `${year}-05-01T09:00:00Z`,
    })),
  );
  await database.owner((db) => insert(db, 'return_table', rows));
}

/** A child of a test as lists and references answer it, with nobody's access. */
export function childRowOf(child: ChildOfTest): ChildRow {
  return {
    laCode: child.la,
    id: idOf(child),
    localId: child.localId,
    dateOfBirth: plainDate(child.born),
    sex: 'F',
    ethnicity: 'WBRI',
    isUasc: child.isUasc,
    historyVersion: '0',
    accessPracticeId: null,
    accessFrom: null,
    accessUntil: null,
    accessFunctions: null,
  };
}

/** The id of a child of a test. */
export function idOf(child: ChildOfTest): string {
  return childId(child.la, child.localId);
}

async function insert(db: Db, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {}).join(', ');
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    await db.query(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows.slice(start, start + rowsPerStatement))],
    );
  }
}

function childRow(child: ChildOfTest): Record<string, unknown> {
  return {
    la_code: child.la,
    id: idOf(child),
    local_id: child.localId,
    date_of_birth: child.born,
    sex: 'F',
    ethnicity: 'WBRI',
    is_uasc: child.isUasc,
    recorded_at: recordedAt,
  };
}

function episodeRows(child: ChildOfTest): Rows {
  const spans = [
    ...child.care.map((span) => ({ ...span, span, legalStatus: 'C2', isEndInferred: span.isEndInferred ?? false })),
    ...child.breaks.map((span) => ({ span, legalStatus: 'V4', isEndInferred: false, place: 'U4', reasonEnded: 'E4A' })),
  ];
  return spans.map(({ span, legalStatus, isEndInferred, place, reasonEnded }, index) => ({
    ...of(child),
    id: `${idOf(child)}.e${index}`,
    ...days(span),
    reason_started: 'S',
    reason_ended: span.to && !isEndInferred ? (reasonEnded ?? 'E4A') : null,
    legal_status: legalStatus,
    category_of_need: 'N1',
    placement_type: place ?? 'U4',
    placement_provider: 'PR1',
    collection_year: 2026,
    is_end_inferred: isEndInferred,
    recorded_at: recordedAt,
  }));
}

function careRows(child: ChildOfTest): Rows {
  return child.care.map((span) => ({ ...of(child), ...days(span), is_start_known: span.isStartKnown ?? true }));
}

function legalStatusRows(child: ChildOfTest): Rows {
  return [
    ...child.care.map((span) => ({ ...of(child), ...days(span), legal_status: 'C2' })),
    ...child.breaks.map((span) => ({ ...of(child), ...days(span), legal_status: 'V4' })),
  ];
}

function placementRows(child: ChildOfTest): Rows {
  return child.placements.map((placement, index) => ({
    ...of(child),
    id: `${idOf(child)}.p${index}`,
    ...days(placement),
    is_start_known: true,
    type: placement.type ?? 'U4',
    provider: 'PR1',
    is_temporary: /^[TZ]/.test(placement.type ?? 'U4'),
    is_short_break: placement.isShortBreak ?? false,
    is_same_carer: placement.carerSince !== undefined && placement.carerSince !== placement.from,
    carer_since: placement.carerSince ?? placement.from,
    is_carer_since_known: placement.isCarerSinceKnown ?? true,
    distance_from_home_miles: placement.miles === undefined ? 5 : placement.miles,
    is_inside_authority: placement.isInside === undefined ? true : placement.isInside,
  }));
}

function workerRows(child: ChildOfTest): Rows {
  return child.workers.map((worker, index) => ({
    ...of(child),
    id: `${idOf(child)}.w${index}`,
    ...days(worker),
    worker_id: worker.id,
    reason: 'MANAGE',
    is_end_inferred: false,
  }));
}

function reviewRows(child: ChildOfTest): Rows {
  return child.reviews.map(({ on, code }, index) => ({
    ...of(child),
    id: `${idOf(child)}.r${index}`,
    held_on: on,
    participation: code,
  }));
}

function leaverRows(child: ChildOfTest): Rows {
  return child.leaver.map(({ year, inTouch, activity, accommodation }) => ({
    ...of(child),
    collection_year: year,
    in_touch: inTouch ?? 'YES',
    activity,
    accommodation: accommodation ?? null,
  }));
}

function outcomeRows(child: ChildOfTest): Rows {
  return child.outcomes.map((said) => ({
    ...of(child),
    collection_year: said.year,
    sdq_score: said.sdq ?? null,
    is_convicted: said.convicted ?? null,
    is_development_checked: said.developmentChecked ?? null,
    is_immunised: said.immunised ?? null,
    is_teeth_checked: said.teethChecked ?? null,
    is_health_assessed: said.healthAssessed ?? null,
    is_misusing_substances: said.misuse ?? null,
  }));
}

function missingRows(child: ChildOfTest): Rows {
  return child.missing.map((incident, index) => ({
    ...of(child),
    id: `${idOf(child)}.m${index}`,
    kind: incident.kind,
    ...days(incident),
  }));
}

function allocationRows(child: ChildOfTest): Rows {
  return child.allocations.map((allocation, index) => ({
    ...of(child),
    id: `${idOf(child)}.a${index}`,
    ...days(allocation),
    practice_id: allocation.practice,
    contract_id: allocation.contract ?? `${allocation.practice}-2023`,
    ends_at: allocation.endsAt ?? null,
    functions: allocation.functions ?? delegatedFunctions,
  }));
}

function of(child: ChildOfTest): { la_code: string; child_id: string } {
  return { la_code: child.la, child_id: idOf(child) };
}

function days({ from, to }: Span): { started_on: string; ended_on: string | null } {
  return { started_on: from, ended_on: to ?? null };
}
