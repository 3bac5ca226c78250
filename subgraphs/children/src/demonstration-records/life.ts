import { ageOn, type PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import { birthday } from '../duties/due-dates.ts';
import type { CareOfChild, DutyFacts, TimeOfChild } from '../duties/duty-facts.ts';
import { findDutyFacts } from '../modules/duty/duty.facts.ts';
import type { Book } from './book.ts';
import { drawFor, type Draw } from './draw.ts';

/** A child of the demonstration, as far as records are made up of it. */
export interface Life {
  readonly childId: string;
  /** Its place among the children of the demonstration, from 0. */
  readonly place: number;
  readonly facts: DutyFacts;
  /** The period of care that lasts; null for one who has left. */
  readonly care: CareOfChild | null;
  readonly workers: readonly (TimeOfChild & { readonly id: string })[];
  /** Times missing that ended. */
  readonly missing: readonly { readonly from: PlainDate; readonly to: PlainDate }[];
  readonly draw: Draw;
}

/** What is needed to write of a child. */
export interface Writing {
  readonly book: Book;
  readonly life: Life;
  readonly today: PlainDate;
  /** The day from which everyday things are told. */
  readonly since: PlainDate;
}

const OLDEST_AFTER_CARE = 21;
const YOUNGEST_AFTER_CARE = 16;

/** The children of an authority who are in care, or left it at 16 or later and are not yet 21, by their number. */
export async function findLives(db: Db, laCode: string, today: PlainDate): Promise<Life[]> {
  const listed = await db.query<{ id: string; localId: string } & Pick<Life, 'workers' | 'missing'>>(
    `SELECT child.id, child.local_id AS "localId", coalesce((
         SELECT jsonb_agg(jsonb_build_object('id', w.worker_id, 'from', w.started_on, 'to', w.ended_on)
           ORDER BY w.started_on, w.id)
         FROM social_worker_episode w WHERE w.la_code = child.la_code AND w.child_id = child.id
       ), '[]') AS workers, coalesce((
         SELECT jsonb_agg(jsonb_build_object('from', m.started_on, 'to', m.ended_on) ORDER BY m.started_on)
         FROM missing_incident m
         WHERE m.la_code = child.la_code AND m.child_id = child.id AND m.ended_on IS NOT NULL
       ), '[]') AS missing
     FROM child
     WHERE la_code = $1 AND EXISTS (
       SELECT FROM period_of_care p WHERE p.la_code = child.la_code AND p.child_id = child.id
         AND (p.ended_on IS NULL OR child.date_of_birth > $2::date)
     )
     ORDER BY local_id`,
    [laCode, birthday(today, -OLDEST_AFTER_CARE)],
  );
  const facts = await findDutyFacts(db, { laCodes: [laCode], childIds: listed.map(({ id }) => id) });
  const byChild = new Map(facts.map((one) => [one.childId, one]));
  return listed
    .flatMap(({ id, localId, workers, missing }) => {
      const found = byChild.get(id);
      return found && isTold(found, today) ? [{ localId, workers, missing, facts: found }] : [];
    })
    .map(({ localId, workers, missing, facts: found }, place) => ({
      childId: found.childId,
      place,
      facts: found,
      care: found.care.find(({ to }) => to === null) ?? null,
      workers,
      missing,
      draw: drawFor(`${laCode} ${localId}`),
    }));
}

function isTold({ care, dateOfBirth }: DutyFacts, today: PlainDate): boolean {
  const last = care.at(-1);
  if (!last) return false;
  if (last.to === null) return true;
  return last.to >= birthday(dateOfBirth, YOUNGEST_AFTER_CARE) && today < birthday(dateOfBirth, OLDEST_AFTER_CARE);
}

/** The child's age on a day, in years. */
export function ageOf({ facts }: Life, day: PlainDate): number {
  return ageOn(facts.dateOfBirth, day);
}

/** The child's social worker on a day; null when there was none. */
export function workerOn({ workers }: Life, day: PlainDate): string | null {
  return workers.findLast(({ from, to }) => from <= day && (to === null || to >= day))?.id ?? null;
}

/** True when the child was with a practice on a day. */
export function isWithPractice({ facts }: Life, day: PlainDate): boolean {
  return facts.allocations.some(({ from, to }) => from <= day && (to === null || to >= day));
}

/** The account of the demonstration that recorded what happened on a day: of the practice, or of the authority. */
export function recorderOn(life: Life, day: PlainDate, role: 'worker' | 'manager' = 'worker'): string {
  return `demo:${isWithPractice(life, day) ? 'swp' : 'la'}-${role}`;
}
