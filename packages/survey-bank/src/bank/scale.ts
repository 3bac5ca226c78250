/** Which way a scale's score is good news. */
export type ScaleDirection = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'MIDDLE_IS_BEST' | 'NEITHER';

/** A theme of the evaluation of social work practices. */
export interface SurveyTheme {
  readonly id: string;
  readonly name: string;
  /** What the evaluation wanted to know. */
  readonly about: string;
}

/** One answer that can be chosen. */
export interface AnswerOption {
  readonly value: number;
  readonly label: string;
}

/** An item in Mainstay's own words. */
export interface BankItem {
  readonly id: string;
  readonly text: string;
  /** True when agreeing means less of what the scale measures. */
  readonly isReversed?: true;
}

/** A range of scores that was published with a name. */
export interface Band {
  readonly name: string;
  /** The lowest score of the band. */
  readonly from: number;
  /** The highest score of the band. */
  readonly to: number;
}

/** How one item of a licensed instrument counts, in the order of the published key. */
export interface KeyItem {
  readonly weight: number;
  readonly isReversed?: true;
}

interface AnyScale {
  readonly id: string;
  /** The theme it belongs to. */
  readonly theme: string;
  readonly name: string;
  /** What it measures, and what a high score means. */
  readonly about: string;
  readonly direction: ScaleDirection;
  /** Lowest and highest possible score. */
  readonly range: { readonly from: number; readonly to: number };
  /** Published ranges; empty when none are. */
  readonly bands: readonly Band[];
  /** Where items, key and ranges come from. */
  readonly source: string;
  readonly options: readonly AnswerOption[];
}

/** A scale in Mainstay's own words: its score is the mean of its items. */
export interface OwnScale extends AnyScale {
  readonly kind: 'own';
  readonly items: readonly BankItem[];
}

/**
 * A scale of an instrument under copyright: its key and no words of it. Whoever is asked enters the score, or an
 * organisation with a licence gives the words of the items in its design.
 */
export interface LicensedScale extends AnyScale {
  readonly kind: 'licensed';
  /** The items by the published key; its score is their weighted sum. */
  readonly key: readonly KeyItem[];
}

/** A scale of the bank. */
export type Scale = OwnScale | LicensedScale;

/** Agreement in five steps. */
export const agreement: readonly AnswerOption[] = [
  { value: 1, label: 'Strongly disagree' },
  { value: 2, label: 'Disagree' },
  { value: 3, label: 'Neither agree nor disagree' },
  { value: 4, label: 'Agree' },
  { value: 5, label: 'Strongly agree' },
];

/** Amounts of time in five steps around the right one. */
export const amountOfTime: readonly AnswerOption[] = [
  { value: 1, label: 'Not nearly enough' },
  { value: 2, label: 'Not enough' },
  { value: 3, label: 'The right amount' },
  { value: 4, label: 'Too much' },
  { value: 5, label: 'Much too much' },
];

/** A change in five steps. */
export const change: readonly AnswerOption[] = [
  { value: 1, label: 'Much less' },
  { value: 2, label: 'Less' },
  { value: 3, label: 'The same' },
  { value: 4, label: 'More' },
  { value: 5, label: 'Much more' },
];
