import type { TagColour } from '../../components/notices.tsx';
import type { CaseloadFiguresFragment, CaseloadState, NeedsGroup } from '../../generated/operations.ts';

/** Groups of children by need, the lightest first. */
export const needsGroups: readonly { readonly group: NeedsGroup; readonly text: string }[] = [
  { group: 'NO_ADDITIONAL', text: 'No additional needs' },
  { group: 'ADDITIONAL', text: 'Additional needs' },
  { group: 'COMPLEX', text: 'Complex needs' },
];

/** What a group is called. */
export function needsInWords(group: NeedsGroup): string {
  return needsGroups.find((one) => one.group === group)?.text ?? group;
}

const states: Readonly<Record<CaseloadState, { readonly text: string; readonly colour: TagColour }>> = {
  WITHIN: { text: 'Within the limit', colour: 'green' },
  NEAR: { text: 'Near the limit', colour: 'orange' },
  CROSSED: { text: 'Over the limit', colour: 'red' },
};

/** Where a number stands against its limit, in words, and the colour of its tag. */
export function stateInWords(state: CaseloadState): { readonly text: string; readonly colour: TagColour } {
  return states[state];
}

/** What the limit is and what it rests on. */
export function limitInWords(limit: CaseloadFiguresFragment['limit']): string {
  if (!limit) return 'No contract says how many children may be led at most.';
  const most = formatLoad(limit.children);
  return limit.basis === 'CONTRACT'
    ? `At most ${most} children: what the contract agreed, and its tolerance above that.`
    : `At most ${most} children: no contract says how many one worker may lead, so this is a share of the practice’s number by hours.`;
}

/** What the limits of several workers rest on. */
export function limitsInWords(limits: readonly CaseloadFiguresFragment['limit'][]): string {
  const known = limits.filter((limit) => limit !== null);
  if (known.length === 0) return limitInWords(null);
  return known.some(({ basis }) => basis === 'SHARE_OF_CONTRACT')
    ? 'No contract says how many one worker may lead: each limit is a share, by hours, of the number the practice may look after.'
    : 'The limits are those of the contract: what was agreed, and its tolerance above that.';
}

/** A load or limit as people write it: `14`, `14.5`. */
export function formatLoad(load: number): string {
  return load.toLocaleString('en-GB', { maximumFractionDigits: 1 });
}

/** How many children of a caseload are in a group by need. */
export function childrenOf({ byNeed }: Pick<CaseloadFiguresFragment, 'byNeed'>, group: NeedsGroup): number {
  return byNeed.find((one) => one.group === group)?.children ?? 0;
}
