import { setImmediate as giveWay } from 'node:timers/promises';
import {
  checkReturnInSteps,
  returnFacts,
  rulesFor,
  rulesNotRun,
  type Fault,
  type ReturnToCheck,
} from '@mainstay/ssda903';
import type { Db } from '@mainstay/subgraph-kit';
import type { CheckBasis, ReturnCheckEntity } from './return-check.entity.ts';
import { checkedFault, withRows, type CheckedFault } from './return-check.fault.ts';
import { withdrawAcceptances } from './return-check.fault-repository.ts';
import { findEarlierEpisodes, findReference } from './return-check.reference.ts';
import {
  findChangedChildren,
  deleteReplaced,
  findFaultsBefore,
  findHolders,
  findNewestVersion,
  findReturnCheck,
  findSharingFault,
  insertFound,
  markGone,
  upsertReturnCheck,
  type CheckKey,
  type FaultBefore,
} from './return-check.repository.ts';
import {
  findRowsOfSome,
  findTablesHeld,
  findWholeReturn,
  type RowsToJudge,
  type TablesHeld,
} from './return-check.rows.ts';

/** The most children who are checked one by one; of more, the whole return is. */
const MOST_CHILDREN = 500;

/** The rule that lies between children. */
const SHARED_PUPIL_NUMBER = '444';

/** A check to make, by whom and when. */
export interface CheckOrder extends CheckKey {
  readonly by: string;
  readonly at: Date;
  /** True to check all children, whether they have changed or not. */
  readonly isWhole: boolean;
}

/** What a check came to. */
export interface CheckOutcome {
  readonly check: ReturnCheckEntity;
  readonly childrenChecked: number;
  readonly gone: readonly FaultBefore[];
  readonly appeared: readonly CheckedFault[];
}

/** A return that was judged. */
interface Judged {
  /** The children judged; null for all. */
  readonly localIds: readonly string[] | null;
  readonly childrenChecked: number;
  readonly found: readonly CheckedFault[];
  readonly basis: CheckBasis;
  readonly rulesNotRun: ReturnCheckEntity['rulesNotRun'];
}

/**
 * Checks what is held of a return and puts on record what was found and what is no longer. Only children whose history
 * has changed since the last check are judged, and those who share a pupil number with one; all when the return was
 * judged on something else then. Whoever calls it holds the authority's returns, and has the rights of the platform.
 */
export async function checkHeldReturn(db: Db, order: CheckOrder): Promise<CheckOutcome> {
  const { laCode, year, at, by } = order;
  const last = await findReturnCheck(db, order);
  const version = await findNewestVersion(db, laCode);
  const held = await findTablesHeld(db, order);
  const changed = last && !order.isWhole ? await findChangedChildren(db, order, last.historyVersion) : null;
  const some =
    last && changed && changed.length <= MOST_CHILDREN ? await judgeSome(db, order, { held, last, changed }) : null;
  const judged = some ?? (await judgeAll(db, order, held));

  const before = await findFaultsBefore(db, order, judged.localIds);
  const { gone, replaced, appeared, instead } = differenceOf(before, judged.found);
  await deleteReplaced(db, order, replaced);
  await markGone(db, order, { gone, at, by, since: last?.checkedAt ?? null });
  // What was said of a fault was said of the row as it was.
  await withdrawAcceptances(db, order, { ids: [...gone, ...replaced].map(({ id }) => id), at, by });
  await insertFound(db, order, [...appeared.map((fault) => ({ ...fault, foundAt: at })), ...instead]);
  const check: ReturnCheckEntity = {
    laCode,
    collectionYear: year,
    checkedAt: at,
    checkedBy: by,
    historyVersion: version,
    basis: judged.basis,
    rulesNotRun: judged.rulesNotRun,
  };
  await upsertReturnCheck(db, check);
  return { check, childrenChecked: judged.childrenChecked, gone, appeared };
}

/** What has become of faults since the last check. */
interface FaultDifference {
  readonly gone: readonly FaultBefore[];
  readonly appeared: readonly CheckedFault[];
  /** Faults of rows that have changed, and the same faults of the rows as they are now. */
  readonly replaced: readonly FaultBefore[];
  readonly instead: readonly (CheckedFault & { readonly foundAt: Date })[];
}

function differenceOf(before: readonly FaultBefore[], judged: readonly CheckedFault[]): FaultDifference {
  const found = new Map(judged.map((fault) => [fault.id, fault]));
  const known = new Set(before.map(({ id }) => id));
  const lost = Map.groupBy(
    before.filter(({ id }) => !found.has(id)),
    nameOf,
  );
  const appeared: CheckedFault[] = [];
  const replaced: FaultBefore[] = [];
  const instead: (CheckedFault & { foundAt: Date })[] = [];
  for (const fault of found.values()) {
    if (known.has(fault.id)) continue;
    const old = lost.get(nameOf(fault))?.pop();
    if (!old) {
      appeared.push(fault);
      continue;
    }
    replaced.push(old);
    instead.push({ ...fault, foundAt: old.foundAt });
  }
  return { gone: [...lost.values()].flat(), appeared, replaced, instead };
}

function nameOf({ childLocalId, ruleCode, table, fields }: FaultBefore | CheckedFault): string {
  return [childLocalId, ruleCode, table, ...fields].join('\u001f');
}

/** The rules of this release, so that a release that judges otherwise judges all of it again. */
export function rulesOfRelease(year: number): string {
  return String(rulesFor(year).length);
}

/** True when a return was judged on something else than there is now. */
export function isOnOtherBasis(
  { basis }: Pick<ReturnCheckEntity, 'basis'>,
  now: Omit<CheckBasis, 'rules'>,
  year: number,
): boolean {
  const tables = now.isBuilt ? '' : now.tables.join();
  return (
    basis.rules !== rulesOfRelease(year) ||
    basis.isBuilt !== now.isBuilt ||
    (now.isBuilt ? '' : basis.tables.join()) !== tables ||
    basis.previous.join() !== now.previous.join() ||
    basis.providerListId !== now.providerListId ||
    basis.hasPostcodes !== now.hasPostcodes
  );
}

async function judgeAll(db: Db, { laCode, year }: CheckOrder, held: TablesHeld): Promise<Judged> {
  const rows = await findWholeReturn(db, { laCode, year }, held);
  const { providerListId, ...reference } = await findReference(db, laCode, [rows.tables, rows.previous]);
  const earlierEpisodes = await findEarlierEpisodes(db, { laCode, year });
  const input = toCheck(year, { ...rows, ...reference, earlierEpisodes });
  const { faults, childrenChecked } = await judge(input);
  return {
    localIds: null,
    childrenChecked,
    found: withRows(faults, rows).map((fault) => checkedFault({ laCode, year }, fault)),
    basis: {
      tables: [...rows.tables.keys()],
      previous: held.previous,
      isBuilt: held.isBuilt,
      providerListId,
      hasPostcodes: reference.postcodes !== undefined,
      rules: rulesOfRelease(year),
    },
    rulesNotRun: rulesNotRun(input).map(({ rule, reason }) => ({ rule, reason })),
  };
}

/** Judges the children who have changed; null when the return is to be judged whole because its basis has changed. */
async function judgeSome(
  db: Db,
  { laCode, year }: CheckOrder,
  { held, last, changed }: { held: TablesHeld; last: ReturnCheckEntity; changed: readonly string[] },
): Promise<Judged | null> {
  const judgedTables = held.isBuilt ? { ...held, tables: last.basis.tables } : held;
  const sharing = await findSharingFault(db, { laCode, year }, { ruleCode: SHARED_PUPIL_NUMBER, localIds: changed });
  const some = await childrenToJudge(db, { laCode, year, localIds: [...changed, ...sharing] }, judgedTables);
  const { providerListId, ...reference } = await findReference(db, laCode, [some.tables, some.previous]);
  const hasPostcodes = reference.postcodes !== undefined;
  if (isOnOtherBasis(last, { ...held, providerListId, hasPostcodes }, year)) return null;
  const input = toCheck(year, { ...some, ...reference });
  const { faults } = await judge(input);
  return {
    localIds: some.localIds,
    childrenChecked: some.localIds.length,
    found: withRows(faults, some).map((fault) => checkedFault({ laCode, year }, fault)),
    basis: last.basis,
    rulesNotRun: last.rulesNotRun,
  };
}

/** The rows of some children and of those who share a pupil number with one, and what lies between all of them. */
export async function childrenToJudge(
  db: Db,
  { laCode, year, localIds }: CheckKey & { readonly localIds: readonly string[] },
  held: TablesHeld,
): Promise<Awaited<ReturnType<typeof findRowsOfSome>> & Pick<ReturnToCheck, 'facts'> & { localIds: string[] }> {
  const key = { laCode, year };
  const rows = await findRowsOfSome(db, { ...key, localIds: [...new Set(localIds)] }, held);
  const upns = [...returnFacts(rows.tables).upnHolders.keys()];
  const upnHolders =
    upns.length > 0 ? await findHolders(db, key, { upns, isBuilt: held.isBuilt }) : new Map<string, string[]>();
  const all = new Set([...localIds, ...[...upnHolders.values()].filter(({ length }) => length > 1).flat()]);
  const wider =
    all.size > new Set(localIds).size ? await findRowsOfSome(db, { ...key, localIds: [...all] }, held) : rows;
  return { ...wider, facts: { upnHolders }, localIds: [...all] };
}

/** What is checked, of what was found. */
export function toCheck(
  year: number,
  { tables, previous, ...rest }: RowsToJudge & Omit<ReturnToCheck, 'year' | 'tables' | 'previous'>,
): ReturnToCheck {
  const { earlierEpisodes, laCode, providers, postcodes, facts } = rest;
  return {
    year,
    tables,
    ...(previous ? { previous } : {}),
    ...(earlierEpisodes ? { earlierEpisodes } : {}),
    ...(laCode ? { laCode } : {}),
    ...(providers ? { providers } : {}),
    ...(postcodes ? { postcodes } : {}),
    ...(facts ? { facts } : {}),
  };
}

async function judge(input: ReturnToCheck): Promise<{ faults: Fault[]; childrenChecked: number }> {
  const faults: Fault[] = [];
  let childrenChecked = 0;
  for (const step of checkReturnInSteps(input)) {
    for (const fault of step.faults) faults.push(fault);
    ({ childrenChecked } = step);
    await giveWay();
  }
  return { faults, childrenChecked };
}
