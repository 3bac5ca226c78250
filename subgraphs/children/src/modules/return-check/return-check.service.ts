import { collectionYearOf, type PlainDate } from '@mainstay/primitives';
import { writeFaultList } from '@mainstay/ssda903';
import { ForbiddenError } from '@mainstay/subgraph-kit';
import { LONGEST, RecordFault, textOf } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { holdReturnsOf } from '../../history/hold-returns.ts';
import { canImport } from '../import-903/import-903.policy.ts';
import { ruleCalled } from '../import-903/import-903.resolvers.ts';
import { findPostcodeDirectory } from '../postcode/postcode.repository.ts';
import { findProviders } from '../provider-list/provider-list.repository.ts';
import type { ReturnCheckEntity } from './return-check.entity.ts';
import {
  findFaultsGone,
  findFaultsThere,
  insertAcceptances,
  withdrawAcceptances,
  type FaultRow,
  type FaultsInSight,
} from './return-check.fault-repository.ts';
import { findChangedChildren } from './return-check.repository.ts';
import { findTablesHeld } from './return-check.rows.ts';
import { checkHeldReturn, isOnOtherBasis } from './return-check.run.ts';

/** The first collection year whose rules are known. */
export const FIRST_YEAR_CHECKED = 2023;

/** How many faults a check names of those that are gone or new. */
const MOST_NAMED = 50;
/** How many faults are accepted at a time. */
const MOST_ACCEPTED = 500;

/** Which return, as a mutation names it. */
export interface ReturnNamed {
  readonly la: string;
  readonly year: number;
}

/** What to tell one who asks for a year whose rules are not known. */
export function yearNotChecked(lastYear: number): string {
  return `Returns are checked for the collection years ${FIRST_YEAR_CHECKED} to ${lastYear}.`;
}

/** What came of checking a return. */
export type CheckReturnOutcome =
  | {
      readonly kind: 'checked';
      readonly check: ReturnCheckEntity;
      readonly childrenChecked: number;
      readonly fixedCount: number;
      readonly appearedCount: number;
      readonly fixed: readonly FaultRow[];
      readonly appeared: readonly FaultRow[];
    }
  | { readonly kind: 'year-out-of-range'; readonly lastYear: number };

/** True for the collection years whose rules are known. */
export function canBeChecked(year: number, today: PlainDate): boolean {
  return year >= FIRST_YEAR_CHECKED && year <= collectionYearOf(today);
}

/**
 * Checks what is held of a year's return.
 *
 * @throws ForbiddenError for everybody but analysts and managers of the authority; UnavailableError while a large return
 * is being loaded.
 */
export async function checkReturn903(
  { la, year, isWhole }: ReturnNamed & { readonly isWhole?: boolean | null },
  context: Context,
): Promise<CheckReturnOutcome> {
  const { db, viewer, clock, touched } = context;
  refuseOthers(context, la);
  if (!canBeChecked(year, clock.today())) {
    return { kind: 'year-out-of-range', lastYear: collectionYearOf(clock.today()) };
  }
  await holdReturnsOf(db, la, { waitingAs: 'person' });
  const order = { laCode: la, year, by: viewer.subject, at: clock.now(), isWhole: isWhole === true };
  // A return is judged whole; of children hidden from the viewer nothing is answered.
  const outcome = await db.asPlatform((platform) => checkHeldReturn(platform, order));
  touched.change({ what: 'return checked', laCode: la, ids: [`${la}.${year}`], childIds: [] });
  const sight = inSight({ laCode: la, year }, context);
  const hidden = new Set(viewer.hiddenChildIds);
  const fixed = await findFaultsGone(db, sight, {
    ids: outcome.gone.map(({ id }) => id).slice(0, MOST_NAMED),
    at: order.at,
  });
  const appeared = await findFaultsThere(db, sight, outcome.appeared.map(({ id }) => id).slice(0, MOST_NAMED));
  named([...fixed, ...appeared], context);
  return {
    kind: 'checked',
    check: outcome.check,
    childrenChecked: outcome.childrenChecked,
    fixedCount: hidden.size > 0 ? fixed.length : outcome.gone.length,
    appearedCount: hidden.size > 0 ? appeared.length : outcome.appeared.length,
    fixed,
    appeared,
  };
}

/** How far a check is behind what is held now. */
export async function behindNow(
  check: ReturnCheckEntity,
  { db }: Context,
): Promise<{ childrenChanged: number; isOutdated: boolean }> {
  const { laCode, collectionYear: year } = check;
  const held = await findTablesHeld(db, { laCode, year });
  const providers = await findProviders(db, laCode, { urns: [], postcodes: [] });
  const hasPostcodes = (await findPostcodeDirectory(db, [])) !== undefined;
  const changed = await findChangedChildren(db, { laCode, year }, check.historyVersion);
  return {
    childrenChanged: changed.length,
    isOutdated: isOnOtherBasis(check, { ...held, providerListId: providers?.id ?? null, hasPostcodes }, year),
  };
}

/** Faults that are gone, or that never were. Becomes `FaultsGoneError`. */
export interface FaultsGone {
  readonly kind: 'gone';
  readonly faultIds: readonly string[];
}

/**
 * Accepts faults, with the reason; without one, withdraws what was said of them.
 *
 * @throws RecordFault for what cannot be recorded; ForbiddenError for everybody but analysts and managers.
 */
export async function acceptFaults(
  {
    la,
    year,
    faultIds,
    reason,
  }: ReturnNamed & { readonly faultIds: readonly string[]; readonly reason: string | null },
  context: Context,
): Promise<FaultsGone | { readonly kind: 'done'; readonly faults: readonly FaultRow[] }> {
  const { db, viewer, clock, touched } = context;
  refuseOthers(context, la);
  const said = reason === null ? null : textOf('reason', reason, { shortest: 3, longest: LONGEST.sentences });
  const ids = [...new Set(faultIds)];
  if (ids.length === 0 || ids.length > MOST_ACCEPTED) {
    throw new RecordFault('faultIds', `Name 1 to ${MOST_ACCEPTED} faults.`);
  }
  const sight = inSight({ laCode: la, year }, context);
  const faults = await findFaultsThere(db, sight, ids);
  const there = new Set(faults.map(({ id }) => id));
  const gone = ids.filter((id) => !there.has(id));
  if (gone.length > 0) return { kind: 'gone', faultIds: gone };
  const how = { at: clock.now(), by: viewer.subject };
  if (said === null) await withdrawAcceptances(db, sight, { ids, ...how });
  else await insertAcceptances(db, sight, { faults, reason: said, ...how });
  const what = said === null ? 'acceptance of faults withdrawn' : 'faults accepted';
  touched.change({ what, laCode: la, ids, childIds: [...new Set(faults.map(({ childId }) => childId))] });
  return { kind: 'done', faults: await findFaultsThere(db, sight, ids) };
}

/** Every fault of a return as the text of a CSV file. */
export async function faultsCsv({ laCode, collectionYear }: ReturnCheckEntity, context: Context): Promise<string> {
  const faults = await findFaultsThere(context.db, inSight({ laCode, year: collectionYear }, context));
  named(faults, context, 'ReturnCheck.faultsCsv');
  return writeFaultList(
    faults.map((fault) => ({
      childLocalId: fault.childLocalId,
      ruleCode: fault.ruleCode,
      table: fault.tableName,
      fields: fault.fields,
      message: ruleCalled(fault.ruleCode).message,
      whatToDo: fault.whatToDo,
      state: fault.reason === null ? 'open' : 'accepted',
      reason: fault.reason ?? '',
    })),
  );
}

/** A return's faults, as far as the viewer learns of them. */
export function inSight({ laCode, year }: { laCode: string; year: number }, { viewer }: Context): FaultsInSight {
  return { laCode, year, hidden: viewer.hiddenChildIds };
}

/** Takes down for the audit which children faults that are read name. */
export function named(
  faults: readonly { readonly childId: string }[],
  { touched }: Context,
  list = 'ReturnCheck.faults',
): void {
  touched.list(list, [...new Set(faults.map(({ childId }) => childId))], faults.length);
}

function refuseOthers({ viewer }: Context, la: string): void {
  if (!canImport(viewer, la)) {
    throw new ForbiddenError('Only analysts and managers of a local authority check its returns.');
  }
}
