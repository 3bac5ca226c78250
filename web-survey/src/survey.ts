/** A question of a survey: one of a few choices, or a number. */
export interface SurveyQuestion {
  readonly code: string;
  readonly text: string;
  readonly hint?: string;
  readonly choices?: readonly { readonly value: string; readonly text: string }[];
  readonly number?: { readonly least: number; readonly most: number; readonly unit: string };
}

/** Questions about one thing: a page of the survey. */
export interface SurveyTheme {
  readonly code: string;
  readonly title: string;
  readonly introduction?: string;
  readonly questions: readonly SurveyQuestion[];
}

/** A survey as somebody invited is told it. */
export interface Survey {
  readonly id: string;
  readonly title: string;
  /** Who asks, e.g. the name of an authority. */
  readonly organiser: string;
  /** The last day on which answers are taken. */
  readonly closesOn: string;
  /** Fewer answers than this in a group are not shown to anybody. */
  readonly fewestShown: number;
  readonly themes: readonly SurveyTheme[];
  /** The key that signs credentials of this survey: SPKI, base64url. */
  readonly publicKey: string;
}
