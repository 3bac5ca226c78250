import { addDays, formsOfNumber, plainNumber, type PlainDate } from '@mainstay/primitives';
import type { Db } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import type { Request } from '../../context.ts';
import { mayJoinStaffAndChildren } from '../caseload/caseload.policy.ts';
import { isWithheld } from '../child/child.parts-policy.ts';
import { childScope, isInScope } from '../child/child.policy.ts';
import { findChildren } from '../child/child.repository.ts';
import type { ContinuityFacts } from '../continuity/continuity.of-child.ts';
import { findContinuityFacts } from '../continuity/continuity.repository.ts';
import { effectOfLeaving, LEAVING_DAYS, type LeaverEffect, type Leaving } from './leaver-effect.of-leaver.ts';

export type LeaverEffectLoader = DataLoader<Leaving, LeaverEffect | null, string>;

/** What leavings did to children: three statements, however many leavings are asked about. Null to those who may not know. */
export function leaverEffectLoader({ db, viewer, clock, touched }: Request): LeaverEffectLoader {
  const load = async (asked: readonly Leaving[]): Promise<(LeaverEffect | null)[]> => {
    const scope = childScope(viewer, clock);
    if (!mayJoinStaffAndChildren(viewer) || scope.laCodes.length === 0) return asked.map(() => null);
    const led = await findLedBeforeLeaving(db, scope.laCodes, asked);
    const children = await findChildren(db, scope, [...new Set(led.map(({ childId }) => childId))]);
    const told = children.filter(
      (child) =>
        isInScope(scope, child) &&
        !isWithheld(viewer, child, 'SOCIAL_WORKERS') &&
        !isWithheld(viewer, child, 'EPISODES'),
    );
    const ids = told.map(({ id }) => id);
    touched.list('effects on children', [], ids.length);
    const period = { from: earliestOf(asked), to: clock.today() };
    const facts = ids.length > 0 ? await findContinuityFacts(db, ids, period) : [];
    const byChild = new Map(facts.map((one) => [one.childId, inPlainNumbers(one)]));
    return asked.map((leaving, index) => {
      const own = led.filter(({ place }) => place === index + 1).flatMap(({ childId }) => byChild.get(childId) ?? []);
      return effectOfLeaving({ ...leaving, workerId: plainNumber(leaving.workerId) }, own, clock.today());
    });
  };
  return new DataLoader<Leaving, LeaverEffect | null, string>(load, {
    cacheKeyFn: ({ workerId, endedOn }) => `${workerId} ${endedOn}`,
  });
}

/** The children whom each worker had in the days up to each leaving, by the place of the leaving in the question. */
function findLedBeforeLeaving(
  db: Db,
  laCodes: readonly string[],
  asked: readonly Leaving[],
): Promise<{ place: number; childId: string }[]> {
  const forms = asked.flatMap(({ workerId, endedOn }, index) =>
    formsOfNumber(workerId).map((form) => ({ form, endedOn, place: index + 1 })),
  );
  return db.query(
    `SELECT DISTINCT asked.place, held.child_id AS "childId"
     FROM unnest($2::text[], $3::date[], $4::int[]) AS asked (worker_id, ended_on, place)
     JOIN social_worker_episode AS held ON held.la_code = ANY ($1::text[]) AND held.worker_id = asked.worker_id
       AND held.started_on <= asked.ended_on
       AND (held.ended_on IS NULL OR held.ended_on > asked.ended_on - ${LEAVING_DAYS})`,
    [laCodes, forms.map(({ form }) => form), forms.map(({ endedOn }) => endedOn), forms.map(({ place }) => place)],
  );
}

/** A post and the return may write one person's number each in its way. */
function inPlainNumbers(facts: ContinuityFacts): ContinuityFacts {
  return { ...facts, workers: facts.workers.map((time) => ({ ...time, workerId: plainNumber(time.workerId) })) };
}

function earliestOf(asked: readonly Leaving[]): PlainDate {
  const [first] = asked.map(({ endedOn }) => addDays(endedOn, -LEAVING_DAYS)).toSorted();
  if (!first) throw new Error('A loader was asked about nothing.');
  return first;
}
