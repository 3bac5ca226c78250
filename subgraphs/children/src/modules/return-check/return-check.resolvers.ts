import { assertUnreachable } from '@mainstay/primitives';
import { cursorOf, keyOfCursor, offsetOf, pageOf, pageSize } from '@mainstay/subgraph-kit';
import { orFailure } from '@mainstay/subgraph-kit/record';
import type { Context } from '../../context.ts';
import { canImport } from '../import-903/import-903.policy.ts';
import { ruleCalled } from '../import-903/import-903.resolvers.ts';
import type { ReturnCheckEntity } from './return-check.entity.ts';
import {
  countByChild,
  countByRule,
  countFaults,
  findFaultPage,
  type FaultCounts,
  type FaultRow,
  type FaultsOfChild,
  type FaultsOfRule,
  type FaultState,
} from './return-check.fault-repository.ts';
import { figuresOf } from './return-check.figures.ts';
import { returnCheckOfChild, type ReturnOfChildShown, type ShownFault } from './return-check.of-child.ts';
import { findReturnCheck } from './return-check.repository.ts';
import {
  acceptFaults,
  behindNow,
  checkReturn903,
  faultsCsv,
  inSight,
  named,
  yearNotChecked,
  type CheckReturnOutcome,
  type ReturnNamed,
} from './return-check.service.ts';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

interface FaultsAsked extends Page {
  readonly rule?: string | null;
  readonly childLocalId?: string | null;
  readonly state?: FaultState | null;
}

/** What is read of a check once for all of its fields. */
type CheckShown = ReturnCheckEntity & {
  counts?: Promise<FaultCounts>;
  behind?: ReturnType<typeof behindNow>;
};

/** Checks of what is held of returns, between the graph and the domain. */
export const returnCheckResolvers = {
  LocalAuthority: {
    returnCheck: ({ id }: { id: string }, { year }: { year: number }, { db, viewer }: Context) =>
      canImport(viewer, id) ? findReturnCheck(db, { laCode: id, year }) : null,
    returnCheckOfChild: (
      { id }: { id: string },
      { year, childLocalId }: { year: number; childLocalId: string },
      context: Context,
    ) => (canImport(context.viewer, id) ? returnCheckOfChild({ la: id, year, childLocalId }, context) : null),
  },
  ReturnCheck: {
    id: ({ laCode, collectionYear }: ReturnCheckEntity) => `${laCode}.${collectionYear}`,
    childrenChanged: async (check: CheckShown, _: unknown, context: Context) =>
      (await behindOf(check, context)).childrenChanged,
    isOutdated: async (check: CheckShown, _: unknown, context: Context) => (await behindOf(check, context)).isOutdated,
    isBuiltFromRecords: ({ basis }: ReturnCheckEntity) => basis.isBuilt,
    tables: ({ basis }: ReturnCheckEntity) => basis.tables,
    faultCount: async (check: CheckShown, _: unknown, context: Context) => (await countsOf(check, context)).faults,
    acceptedCount: async (check: CheckShown, _: unknown, context: Context) => (await countsOf(check, context)).accepted,
    rowsWithFault: async (check: CheckShown, _: unknown, context: Context) => (await countsOf(check, context)).rows,
    childrenWithFault: async (check: CheckShown, _: unknown, context: Context) =>
      (await countsOf(check, context)).children,
    faultsByRule: async (check: CheckShown, { childLocalId }: FaultsAsked, context: Context) =>
      countByRule(context.db, sightOf(check, context), childLocalId ?? null),
    faultsByChild: async (
      check: CheckShown,
      { rule, search, first, after }: Page & { rule?: string | null; search?: string | null },
      context: Context,
    ) => {
      const page = { first: pageSize(first), offset: offsetOf(after) };
      const wanted = { rule: rule ?? null, search: search?.trim() || null, ...page };
      const found = await countByChild(context.db, sightOf(check, context), wanted);
      named(found.rows, context, 'ReturnCheck.faultsByChild');
      return pageOf({ ...found, ...page, after });
    },
    faults: async (check: CheckShown, asked: FaultsAsked, context: Context) => {
      const [localId, id] = keyOfCursor(asked.after, 2) ?? ['', ''];
      const found = await findFaultPage(context.db, sightOf(check, context), {
        rule: asked.rule ?? null,
        childLocalId: asked.childLocalId ?? null,
        state: asked.state ?? null,
        first: pageSize(asked.first),
        after: [String(localId), String(id)],
      });
      named(found.rows, context);
      const cursor = (fault: FaultRow): string => cursorOf([fault.childLocalId, fault.id]);
      return pageOf({ ...found, first: asked.first, after: asked.after, cursorOf: cursor });
    },
    faultsCsv: (check: ReturnCheckEntity, _: unknown, context: Context) => faultsCsv(check, context),
    rulesNotRun: ({ rulesNotRun }: ReturnCheckEntity) =>
      rulesNotRun.map(({ rule, reason }) => ({ rule: ruleCalled(rule), reason })),
  },
  ReturnCheckRule: {
    rule: ({ ruleCode }: FaultsOfRule) => ruleCalled(ruleCode),
    figures: ({ ruleCode }: FaultsOfRule) => figuresOf(ruleCode),
  },
  ReturnCheckChild: {
    child: ({ childId }: FaultsOfChild, _: unknown, { loaders }: Context) => loaders.children.load(childId),
  },
  ReturnCheckFault: {
    rule: ({ ruleCode }: FaultRow) => ruleCalled(ruleCode),
    table: ({ tableName }: FaultRow) => tableName,
    state: ({ goneAt, reason }: FaultRow) => stateOf(goneAt, reason),
    fixedAt: ({ goneAt }: FaultRow) => goneAt,
    fixedBy: ({ goneBy }: FaultRow) => (goneBy === null ? null : { id: goneBy }),
    acceptance: acceptanceOf,
  },
  ReturnCheckOfChild: {
    child: ({ childId }: ReturnOfChildShown, _: unknown, { loaders }: Context) => loaders.children.load(childId),
    historyVersion: async ({ childId }: ReturnOfChildShown, _: unknown, { loaders }: Context) =>
      (await loaders.children.load(childId))?.historyVersion ?? null,
  },
  FaultInContext: {
    rule: ({ ruleCode }: ShownFault) => ruleCalled(ruleCode),
    acceptance: ({ said }: ShownFault) => (said ? acceptanceOf(said) : null),
    suggestions: ({ suggestions }: ShownFault) =>
      suggestions.map(({ patch, source, fixes, brings }) => ({
        cells: Object.entries(patch).map(([column, value]) => ({ column, value })),
        source,
        fixes: [...new Set(fixes.map((fault) => fault.ruleCode))],
        brings: [...new Set(brings.map((fault) => fault.ruleCode))],
      })),
  },
  Mutation: {
    checkReturn903: async (
      _: unknown,
      { input }: { input: ReturnNamed & { isWhole?: boolean | null } },
      context: Context,
    ) => checkReturn903Result(await checkReturn903(input, context)),
    acceptFaults: (
      _: unknown,
      { input }: { input: ReturnNamed & { faultIds: readonly string[]; reason: string } },
      context: Context,
    ) => orFailure(async () => acceptFaultsResult(await acceptFaults(input, context))),
    withdrawFaultAcceptances: (
      _: unknown,
      { input }: { input: ReturnNamed & { faultIds: readonly string[] } },
      context: Context,
    ) => orFailure(async () => acceptFaultsResult(await acceptFaults({ ...input, reason: null }, context))),
  },
};

function countsOf(check: CheckShown, context: Context): Promise<FaultCounts> {
  check.counts ??= countFaults(context.db, sightOf(check, context));
  return check.counts;
}

function behindOf(check: CheckShown, context: Context): ReturnType<typeof behindNow> {
  check.behind ??= behindNow(check, context);
  return check.behind;
}

function sightOf({ laCode, collectionYear }: ReturnCheckEntity, context: Context): ReturnType<typeof inSight> {
  return inSight({ laCode, year: collectionYear }, context);
}

function stateOf(goneAt: Date | null, reason: string | null): FaultState {
  if (goneAt !== null) return 'FIXED';
  return reason === null ? 'OPEN' : 'ACCEPTED';
}

function acceptanceOf({ reason, acceptedAt, acceptedBy }: FaultRow): object | null {
  return reason === null ? null : { reason, acceptedAt, acceptedBy: { id: acceptedBy } };
}

function checkReturn903Result(outcome: CheckReturnOutcome): object {
  switch (outcome.kind) {
    case 'checked':
      return { __typename: 'CheckReturn903Success', ...outcome };
    case 'year-out-of-range':
      return { __typename: 'CollectionYearError', message: yearNotChecked(outcome.lastYear) };
    default:
      return assertUnreachable(outcome);
  }
}

function acceptFaultsResult(outcome: Awaited<ReturnType<typeof acceptFaults>>): object {
  if (outcome.kind === 'done') return { __typename: 'AcceptFaultsSuccess', faults: outcome.faults };
  return {
    __typename: 'FaultsGoneError',
    message: 'Some of these faults are gone, or their rows have changed. Look at the faults as they are now.',
    faultIds: outcome.faultIds,
  };
}
