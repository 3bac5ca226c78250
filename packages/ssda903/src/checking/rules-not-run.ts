import { listed } from '../reading/refusals.ts';
import type { Rule } from '../rules/rule.ts';
import { rulesFor } from '../rules/rules.ts';
import type { RuleNotRun } from './fault.ts';
import type { ReturnToCheck } from './return-to-check.ts';

/** The published rules of the year that cannot be judged on what is loaded, and why. */
export function rulesNotRun(input: ReturnToCheck): RuleNotRun[] {
  const left: RuleNotRun[] = [];
  for (const rule of rulesFor(input.year)) {
    const reason = rule.isOwn ? null : reasonNotRun(rule, input);
    if (reason !== null) left.push({ rule: rule.code, reason });
  }
  return left;
}

/** Why a rule cannot be judged on what is loaded; null when it can. */
export function reasonNotRun(rule: Rule, { year, tables, previous }: ReturnToCheck): string | null {
  if (rule.cannotRun) return rule.cannotRun;
  const absent = [...rule.tables, ...(rule.alsoNeeds ?? [])].filter((table) => !tables.has(table));
  if (absent.length > 0) return `${listed(absent)} ${absent.length === 1 ? 'is' : 'are'} not loaded for ${year}.`;
  if (rule.needsPrevious && !previous?.has(rule.needsPrevious)) {
    return `${rule.needsPrevious} of last year's return (${year - 1}) is not loaded.`;
  }
  return null;
}
