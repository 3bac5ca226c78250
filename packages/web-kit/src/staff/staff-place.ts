import { createContext, use } from 'react';
import type { Viewer } from '../session/session.tsx';

/** Where pages about an employer's staff stand, and whose staff they are about. */
export interface StaffPlace {
  /** ONS code of the authority whose own staff they are; null for a practice's. */
  readonly la: string | null;
  /** The practice whose staff they are; null for the authority's own. */
  readonly practice: string | null;
  /** The address of the team's page, such as `/swp/team`; a worker's page is below it. */
  readonly staffPath: string;
  /** What the team's page is called where pages lead back to it: `Our team`. */
  readonly title: string;
  /** The list of children, such as `/swp/children`. */
  readonly childrenPath: string;
}

export const StaffPlaceContext = createContext<StaffPlace | null>(null);

/**
 * Whose staff the pages around are about.
 *
 * @throws Error outside a team's pages.
 */
export function useStaffPlace(): StaffPlace {
  const place = use(StaffPlaceContext);
  if (!place) throw new Error('This is not a page about an employer’s staff.');
  return place;
}

/** Whether the viewer records about this staff: the employer's own managers. The platform decides again on sending. */
export function mayRecordStaff({ role, practiceId, laCode }: Viewer, { la, practice }: StaffPlace): boolean {
  if (practice !== null) return role === 'swp-manager' && practiceId === practice;
  return role === 'la-manager' && laCode === la;
}

/** The address of a worker's page. */
export function workerPath({ staffPath }: Pick<StaffPlace, 'staffPath'>, workerId: string): string {
  return `${staffPath}/${encodeURIComponent(workerId)}`;
}
