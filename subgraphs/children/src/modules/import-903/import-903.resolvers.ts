import { rules, rulesFor, writeFaults, type Rule } from '@mainstay/ssda903';
import {
  keyOfCursor,
  cursorOf,
  offsetOf,
  pageOf,
  pageSize,
  type Connection,
  type Viewer,
} from '@mainstay/subgraph-kit';
import { assertUnreachable } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import type { Import903Entity, ReturnFaultEntity } from './import-903.entity.ts';
import { canImport, importingAuthority } from './import-903.policy.ts';
import { findImport, findImports } from './import-903.repository.ts';
import {
  startImport903,
  yearOutOfRange,
  type StartImport903Input,
  type StartImport903Outcome,
} from './import-903.service.ts';
import { filesOf, tablesOf } from './import-903.tally.ts';
import type { ImportContext } from './import-903.context.ts';
import {
  countFaultsByChild,
  countFaultsByRule,
  findEveryFault,
  findFaults,
  type FaultsInSight,
  type FaultsOfRule,
} from './import-903.fault-repository.ts';

interface Page {
  readonly first: number;
  readonly after?: string | null;
}

/** Imports of returns, between the graph and the domain. */
export const import903Resolvers = {
  Query: {
    import903: async (_: unknown, { id }: { id: string }, { db, viewer }: Context) => {
      const found = importingAuthority(viewer) ? await findImport(db, id, viewer.hiddenChildIds) : null;
      return found && canImport(viewer, found.laCode) ? found : null;
    },
    imports903: async (_: unknown, { first, after }: Page, { db, viewer, touched }: Context) => {
      const [laCode, offset] = [importingAuthority(viewer), offsetOf(after)];
      const page = { first: pageSize(first), offset, hidden: viewer.hiddenChildIds };
      const found = laCode ? await findImports(db, laCode, page) : { rows: [], totalCount: 0 };
      const imports = pageOf({ ...found, ...page, after });
      touched.list('imports903', [], imports.edges.length);
      return imports;
    },
    rules903: (_: unknown, { year }: { year: number }) => rulesFor(year).map(ruleOf),
  },
  Mutation: {
    startImport903: async (_: unknown, { input }: { input: StartImport903Input }, context: ImportContext) =>
      startImport903Result(await startImport903(input, context)),
  },
  Import903: {
    localAuthority: ({ laCode }: Import903Entity) => ({ id: laCode }),
    files: async (parent: Import903Entity, _: unknown, { loaders }: Context) => {
      const tally = await loaders.importTallies.load(parent.id);
      return tally ? filesOf(parent, tally) : parent.files;
    },
    tables: async (parent: Import903Entity, _: unknown, { loaders }: Context) => {
      const tally = await loaders.importTallies.load(parent.id);
      return tally ? tablesOf(parent, tally) : parent.tables;
    },
    rulesNotRun: ({ rulesNotRun }: Import903Entity) =>
      rulesNotRun.map(({ rule, reason }) => ({ rule: ruleCalled(rule), reason })),
    faultsByRule: async (parent: Import903Entity, _: unknown, { db, viewer }: Context) =>
      (await countFaultsByRule(db, inSight(parent, viewer))).map(faultsOfRule),
    faultsByChild: async (parent: Import903Entity, { first, after }: Page, context: Context) => {
      const page = { first: pageSize(first), offset: offsetOf(after) };
      const found = await countFaultsByChild(context.db, inSight(parent, context.viewer), page);
      return told('faultsByChild', pageOf({ ...found, ...page, after }), context);
    },
    faultsCsv: async (parent: Import903Entity, _: unknown, context: Context) => {
      const rows = await findEveryFault(context.db, inSight(parent, context.viewer));
      context.touched.list('Import903.faultsCsv', childrenIn(rows), rows.length);
      return writeFaults(rows);
    },
    faults: async (parent: Import903Entity, wanted: Page & FaultFilter, context: Context) => {
      const after = keyOfCursor(wanted.after)?.[0];
      const found = await findFaults(context.db, inSight(parent, context.viewer), {
        rule: wanted.rule ?? null,
        childLocalId: wanted.childLocalId ?? null,
        first: pageSize(wanted.first),
        after: typeof after === 'number' ? after : -1,
      });
      const { first } = wanted;
      const cursor = ({ ordinal }: ReturnFaultEntity): string => cursorOf(ordinal);
      return told('faults', pageOf({ ...found, first, after: wanted.after, cursorOf: cursor }), context);
    },
  },
  ReturnFault: {
    file: ({ fileName }: ReturnFaultEntity) => fileName,
    row: ({ rowNumber }: ReturnFaultEntity) => rowNumber,
    table: ({ tableName }: ReturnFaultEntity) => tableName,
    rule: ({ ruleCode, message }: ReturnFaultEntity) => ruleCalled(ruleCode, message),
  },
};

/** An import's faults, as far as the viewer learns of them. */
function inSight({ laCode, id }: Import903Entity, { hiddenChildIds }: Viewer): FaultsInSight {
  return { laCode, id, hidden: hiddenChildIds };
}

/** A page of faults, taken down for the audit with the children it names. */
function told<T extends NamesChild>(name: string, page: Connection<T>, { touched }: Context): Connection<T> {
  const rows = page.edges.map(({ node }) => node);
  touched.list(`Import903.${name}`, childrenIn(rows), rows.length);
  return page;
}

interface NamesChild {
  /** Empty text where no child is named. */
  readonly childId: string;
}

function childrenIn(rows: readonly NamesChild[]): string[] {
  return [...new Set(rows.flatMap(({ childId }) => childId || []))];
}

interface FaultFilter {
  readonly rule?: string | null;
  readonly childLocalId?: string | null;
}

/** A rule as the graph answers it. */
interface Rule903 {
  readonly code: string;
  readonly message: string;
  readonly tables: readonly string[];
  readonly fields: readonly string[];
}

const ruleByCode = new Map(rules.map((rule) => [rule.code, rule]));

function ruleOf({ code, message, tables, fields }: Rule): Rule903 {
  return { code, message, tables, fields };
}

/** The rule; what is on record of it when a later release no longer knows it. */
export function ruleCalled(code: string, message = ''): Rule903 {
  const rule = ruleByCode.get(code);
  return rule ? ruleOf(rule) : { code, message, tables: [], fields: [] };
}

function faultsOfRule({ ruleCode, message, ...counts }: FaultsOfRule): object {
  return { rule: ruleCalled(ruleCode, message), ...counts };
}

function startImport903Result(outcome: StartImport903Outcome): object {
  switch (outcome.kind) {
    case 'started':
      return { __typename: 'StartImport903Success', import: outcome.started };
    case 'upload-not-found':
      return {
        __typename: 'UploadNotFoundError',
        message: 'Some of the files are not here any more. Send them again.',
        uploadIds: outcome.uploadIds,
      };
    case 'year-out-of-range':
      return { __typename: 'CollectionYearError', message: yearOutOfRange(outcome.lastYear) };
    default:
      return assertUnreachable(outcome);
  }
}
