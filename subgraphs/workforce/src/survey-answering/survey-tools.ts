import { sealBy, type Seal } from './seal.ts';

/** What surveys work with beside the database. */
export interface SurveyTools {
  readonly seal: Seal;
  /** Derives codes of recipients. */
  readonly secret: string;
  /** True when the platform can send e-mails: links of addresses need not be handed to the organiser. */
  readonly sendsMail: boolean;
}

/** The tools of a platform with this secret. */
export function surveyTools({ secret, sendsMail }: { secret: string; sendsMail: boolean }): SurveyTools {
  return { seal: sealBy(secret), secret, sendsMail };
}
