import { headerKeptOut } from '../rules/structural/header.rules.ts';
import { longestId } from '../rules/structural/reading.rules.ts';
import type { CheckContext, Finding, Rule } from '../rules/rule.ts';
import { ChildRows, type RowsOfChild } from './child-rows.ts';
import type { Fault } from './fault.ts';
import type { ReturnRow } from './return-row.ts';
import type { RulesOfChild } from './rules-of-child.ts';

/** The rules that will be judged, in the order in which they set rows aside for one another. */
export interface RunningRules {
  readonly unusable: readonly Rule[];
  readonly duplicate: readonly Rule[];
  readonly ordinary: RulesOfChild;
  /** The ordinary ones that compare with last year's return: all there is to judge of a child who is only in that. */
  readonly comparing: readonly Rule[];
}

/** One child's rows, and the rules to judge them by. */
export interface ChildToCheck {
  readonly localId: string;
  readonly rows: RowsOfChild;
  readonly running: RunningRules;
  readonly context: CheckContext;
}

const noneOut: ReadonlySet<ReturnRow> = new Set();

/**
 * All faults of one child.
 *
 * Rows that cannot be used, and repetitions, are set aside first so that they cause no faults in others; rows with
 * unknown codes stay in view, because leaving them out would look like gaps in the child's history.
 */
export function checkChild({ localId, rows, running, context }: ChildToCheck): Fault[] {
  const faults: Fault[] = [];
  const out = new Set<ReturnRow>();
  const judge = (rules: readonly Rule[], left: ReadonlySet<ReturnRow>) => {
    const child = new ChildRows(localId, rows, left);
    for (const rule of rules) {
      const found = rule.check(child, context);
      if (Array.isArray(found) && found.length === 0) continue;
      for (const finding of found) {
        const fault = faultOf(rule, finding, localId);
        if (fault.keepsRowOut) out.add(finding.row);
        faults.push(fault);
      }
    }
  };

  const outSoFar = () => (out.size === 0 ? noneOut : new Set(out));

  const { all, previous } = rows;
  if (all.size === 0) {
    judge(running.comparing, out);
    return faults;
  }
  judge(running.unusable, noneOut);
  if (localId === '') return faults;
  judge(running.duplicate, outSoFar());
  judge(running.ordinary.for(all, previous), outSoFar());

  const headers = all.get('Header') ?? [];
  if (headers.length > 0 && headers.every((row) => out.has(row))) judge([headerKeptOut], outSoFar());
  return faults;
}

function faultOf(rule: Rule, finding: Finding, childLocalId: string): Fault {
  const { table, source, isPreviousYear } = finding.row;
  const isContext = isPreviousYear || (source.isContext ?? false);
  const isBlocking = finding.keepsRowOut ?? (rule.group === 'structural' || rule.group === 'reading');
  return {
    table,
    rowRef: source.ref,
    file: source.file,
    line: source.line,
    fields: finding.fields ?? rule.fields,
    ruleCode: rule.code,
    message: rule.message,
    whatToDo: finding.whatToDo ?? rule.whatToDo,
    childLocalId: childLocalId.slice(0, longestId),
    keepsRowOut: isBlocking && !isContext,
    isContext,
    isPreviousYear,
  };
}
