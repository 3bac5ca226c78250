import type { PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import type { RecordStore } from '../../record/record-store.ts';
import type { RecordedRow } from '../../record/recorded-row.ts';
import { adoptionDecisionStore } from '../adoption-decision/adoption-decision.store.ts';
import { healthEventStore } from '../health-event/health-event.store.ts';
import { leavingCareStore } from '../leaving-care/leaving-care.store.ts';
import { offendingOutcomeStore } from '../offending-outcome/offending-outcome.store.ts';
import type { OutcomeFacts } from './recorded-outcome.rows.ts';

/** Whose outcomes are asked for; what is hidden from the viewer is left out by row-level security. */
export interface OutcomesWanted {
  readonly laCode: string;
  /** The authority's own numbers of the children; all when left out. */
  readonly localIds?: readonly string[];
}

interface Child {
  readonly id: string;
  readonly localId: string;
  readonly dateOfBirth: PlainDate;
  readonly care: OutcomeFacts['care'];
  readonly adoptedOn: PlainDate | null;
}

const stores = [healthEventStore, offendingOutcomeStore, leavingCareStore, adoptionDecisionStore] as const;

/** Only children of whom something is on record in one of these tables. */
const CHILDREN = `
  SELECT c.id, c.local_id AS "localId", c.date_of_birth AS "dateOfBirth",
    coalesce((SELECT json_agg(json_build_object('startedOn', p.started_on, 'endedOn', p.ended_on))
      FROM period_of_care p WHERE p.la_code = c.la_code AND p.child_id = c.id), '[]'::json) AS care,
    (SELECT max(e.ended_on) FROM episode e WHERE e.la_code = c.la_code AND e.child_id = c.id
      AND e.reason_ended IN ('E11', 'E12')) AS "adoptedOn"
  FROM child c
  WHERE c.la_code = $1 AND ($2::text[] IS NULL OR c.local_id = ANY ($2))
    AND (${stores
      .map(({ kind }) => `EXISTS (SELECT FROM ${tableOf(kind)} t WHERE t.la_code = c.la_code AND t.child_id = c.id)`)
      .join(' OR ')})`;

/** What is on record for the once-a-year tables of the return, by the authority's own number for the child: five statements. */
export async function findOutcomeFacts(
  db: Db,
  { laCode, localIds }: OutcomesWanted,
): Promise<Map<string, OutcomeFacts>> {
  const children = await db.query<Child>(CHILDREN, [laCode, localIds ?? null]);
  const ids = children.map(({ id }) => id);
  const present = async <Row extends RecordedRow>(store: RecordStore<Row>): Promise<Map<string, Row[]>> => {
    const rows = await db.query<Row>(
      `${store.select} WHERE la_code = $1 AND child_id = ANY ($2::text[]) AND superseded_at IS NULL AND NOT is_withdrawn
       ORDER BY child_id, id`,
      [laCode, ids],
    );
    return Map.groupBy(rows, ({ childId }) => childId);
  };
  const healthEvents = await present(healthEventStore);
  const offendingOutcomes = await present(offendingOutcomeStore);
  const updates = await present(leavingCareStore);
  const decisions = await present(adoptionDecisionStore);
  return new Map(
    children.map(({ id, localId, dateOfBirth, care, adoptedOn }) => [
      localId,
      {
        dateOfBirth,
        care,
        adoptedOn,
        healthEvents: healthEvents.get(id) ?? [],
        offendingOutcomes: offendingOutcomes.get(id) ?? [],
        updates: updates.get(id) ?? [],
        decisions: decisions.get(id) ?? [],
      },
    ]),
  );
}

function tableOf(kind: string): string {
  return kind.replaceAll('-', '_');
}
