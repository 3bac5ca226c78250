import { listed } from '../reading/refusals.ts';
import type { Rule, RuleNeed } from '../rules/rule.ts';
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
export function reasonNotRun(rule: Rule, input: ReturnToCheck): string | null {
  const { year, tables, previous } = input;
  if (rule.cannotRun && !(rule.readsUascFlag && hasUascFlag(input))) return rule.cannotRun;
  const absent = [...rule.tables, ...(rule.alsoNeeds ?? [])].filter((table) => !tables.has(table));
  if (absent.length > 0) return `${listed(absent)} ${absent.length === 1 ? 'is' : 'are'} not loaded for ${year}.`;
  const absentBefore = [rule.needsPrevious ?? []].flat().filter((table) => !previous?.has(table));
  if (absentBefore.length > 0) {
    const are = absentBefore.length === 1 ? 'is' : 'are';
    return `${listed(absentBefore)} of last year's return (${year - 1}) ${are} not loaded.`;
  }
  const lacking = (rule.needs ?? []).filter((need) => !has[need](input)).map((need) => notLoaded[need]);
  return lacking.length > 0 ? lacking.join(' ') : null;
}

function hasUascFlag({ tables }: ReturnToCheck): boolean {
  return (tables.get('Header') ?? []).some(({ uasc }) => uasc !== undefined);
}

const has: Readonly<Record<RuleNeed, (input: ReturnToCheck) => boolean>> = {
  providers: ({ providers }) => providers !== undefined,
  postcodes: ({ postcodes }) => postcodes !== undefined,
  authority: ({ laCode }) => laCode !== undefined,
};

const notLoaded: Readonly<Record<RuleNeed, string>> = {
  providers: 'The list of Ofsted providers is not loaded.',
  postcodes: 'The directory of postcodes is not loaded.',
  authority: 'Whose return it is, is not known.',
};
