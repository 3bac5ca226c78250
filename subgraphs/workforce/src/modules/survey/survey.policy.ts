import type { Viewer } from '@mainstay/subgraph-kit';
import type { SurveyGroup } from '@mainstay/survey-bank';

/** Who designs an authority's surveys and invites to them: its managers and analysts. */
export function canOrganiseSurveys(viewer: Viewer, laCode: string): boolean {
  return isStaff(viewer, laCode) && (viewer.role === 'la-manager' || viewer.role === 'la-analyst');
}

/** Who reads them: its managers, analysts and commissioners, and managers of practices that serve it now. */
export function canReadSurveys(viewer: Viewer, laCode: string): boolean {
  if (canOrganiseSurveys(viewer, laCode)) return true;
  if (isStaff(viewer, laCode)) return viewer.role === 'la-commissioner';
  return isManagerOfPractice(viewer, laCode);
}

/** The groups whose figures the viewer reads, of a survey that the viewer may read: a practice its own alone. */
export function readableGroups(viewer: Viewer, groups: readonly SurveyGroup[]): SurveyGroup[] {
  return groups.filter((group) => viewer.audience === 'la' || group === 'PRACTICE');
}

/** Who invites to a group: who organises the survey, to any; a practice's manager to that of the practices. */
export function canInvite(viewer: Viewer, laCode: string, group: SurveyGroup): boolean {
  return canOrganiseSurveys(viewer, laCode) || (group === 'PRACTICE' && isManagerOfPractice(viewer, laCode));
}

function isStaff({ audience, breakGlass, laCodes }: Viewer, laCode: string): boolean {
  return audience === 'la' && breakGlass === null && laCodes.includes(laCode);
}

function isManagerOfPractice(viewer: Viewer, laCode: string): boolean {
  const { audience, role, breakGlass, laCodes, practiceId } = viewer;
  const isManager = audience === 'practice' && role === 'swp-manager' && practiceId !== null;
  return isManager && breakGlass === null && laCodes.includes(laCode);
}
