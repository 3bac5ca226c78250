import { createContext, use } from 'react';
import type { Viewer } from '../session/session.tsx';

/** Where the pages about surveys stand, and whose surveys they are. */
export interface SurveyPlace {
  /** Such as `/la/surveys`. */
  readonly surveysPath: string;
  /** ONS code of the authority that organises them; null for a practice, which invites its own staff. */
  readonly la: string | null;
  /** The practice; null for an authority. */
  readonly practice: string | null;
}

export const SurveyPlaceContext = createContext<SurveyPlace | null>(null);

/**
 * Where the pages around stand.
 *
 * @throws Error outside the pages about surveys.
 */
export function useSurveyPlace(): SurveyPlace {
  const place = use(SurveyPlaceContext);
  if (!place) throw new Error('This is not a page about surveys.');
  return place;
}

/** The address of a survey. */
export function surveyPath({ surveysPath }: SurveyPlace, surveyId: string): string {
  return `${surveysPath}/${encodeURIComponent(surveyId)}`;
}

/** Whether the viewer designs surveys, sets their days and sees every group. The platform decides again on sending. */
export function mayDesign({ role, laCode }: Viewer, { la }: SurveyPlace): boolean {
  return la !== null && laCode === la && (role === 'la-manager' || role === 'la-analyst');
}

/** Whether the viewer may still change what a survey asks: before its first day. The platform decides again on sending. */
export function mayChangeDesign(
  viewer: Viewer,
  place: SurveyPlace,
  { waves }: { readonly waves: readonly { readonly state: string }[] },
): boolean {
  return mayDesign(viewer, place) && waves.every(({ state }) => state === 'PLANNED');
}

/** Whether the viewer invites: a practice's manager the staff of the practice. */
export function mayInvite(viewer: Viewer, place: SurveyPlace): boolean {
  return mayDesign(viewer, place) || (place.practice !== null && viewer.role === 'swp-manager');
}
