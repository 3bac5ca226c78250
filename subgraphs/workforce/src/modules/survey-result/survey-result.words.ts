import type { Scale, SurveyGroup } from '@mainstay/survey-bank';
import type { Comparison } from '../../survey-statistics/comparison.ts';
import type { Compared } from './survey-result.comparisons.ts';

const names: Readonly<Record<SurveyGroup, string>> = {
  PRACTICE: 'staff of practices',
  HOST_LA: 'staff of the authority',
  COMPARISON: 'staff of the comparison group',
};

const LEVEL = 0.05;
/** How effects are called, by their size at least (Cohen, 1988). */
const sizes = [
  { least: 0.8, name: 'large' },
  { least: 0.5, name: 'medium' },
  { least: 0.2, name: 'small' },
  { least: 0, name: 'very small' },
] as const;

interface Found {
  readonly scale: Scale;
  readonly compared: Compared;
  readonly comparison: Comparison | null;
  readonly pCorrected: number | null;
}

/** The finding in a sentence. It says what goes together and never what made it so. */
export function statementOf({ scale, compared, comparison, pCorrected }: Found): string {
  const { name } = scale;
  if (comparison === null) return `${name}: not compared, for too few answered, or all answered alike.`;
  const { difference, low, high, effectSize } = comparison;
  const amount = `${signed(difference)} points (95 % interval ${signed(low)} to ${signed(high)})`;
  const size = sizes.find(({ least }) => Math.abs(effectSize) >= least)?.name ?? 'very small';
  const isClear = pCorrected !== null && pCorrected < LEVEL;
  const verdict = isClear
    ? `more than chance would explain, a ${size} difference.`
    : 'no more than chance could explain.';
  return `${name}: ${whatOf(compared)} differed by ${amount}, ${verdict}`;
}

/** What every reader of results must know. */
export function notesOf(leastRespondents: number): string[] {
  return [
    `Groups with fewer than ${leastRespondents} answers are kept back, and totals that would give them away.`,
    'Answers are never linked to a person, so those of the two waves are compared as if different people had answered. Where the same people did, the intervals are wider than they need be.',
    'The tests compare means by Welch’s method; p is corrected by Holm’s method for the number of scales. Intervals are 95 % intervals and are not corrected.',
    'Those who answer differ from those who do not. Differences show what goes together, not what causes it.',
    'Free text is not asked for: it would tell who wrote it.',
  ];
}

function whatOf({ kind, wave, group, otherGroup }: Compared): string {
  const [own, other] = [names[group], otherGroup === null ? '' : names[otherGroup]];
  switch (kind) {
    case 'CHANGE':
      return `the second wave and the first of ${own}`;
    case 'DIFFERENCE':
      return `${own} and ${other} at wave ${wave}`;
    case 'CHANGES_COMPARED':
      return `the changes of ${own} and of ${other}`;
  }
}

function signed(value: number): string {
  const rounded = Math.abs(value).toFixed(2);
  return value < 0 && Number(rounded) !== 0 ? `−${rounded}` : rounded;
}
