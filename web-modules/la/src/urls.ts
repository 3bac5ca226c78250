/** Every path of the module, below the one the shell mounts it at. */
export const homePath = '/la';
export const childrenPath = '/la/children';
export const newChildPath = '/la/children/new';
export const decisionsPath = '/la/decisions';
export const decisionRulesPath = '/la/decisions/rules';
export const practicesPath = '/la/practices';
export const returnsPath = '/la/returns';
export const annexAPath = '/la/returns/lists';
export const accessPath = '/la/access';
export const auditPath = '/la/audit';
export const concernsPath = '/la/audit/concerns';
export const breakGlassPath = '/la/break-glass';
export const inspectionsPath = '/la/inspections';
export const credentialsPath = '/la/credentials';
export const restrictedPath = '/la/restricted';
export const reviewingOfficersPath = '/la/reviewing-officers';
export const peoplePath = '/la/people';

export const childPath = (childId: string) => `${childrenPath}/${encodeURIComponent(childId)}`;
export const childAccessPath = (childId: string) => `${childPath(childId)}/access`;
export const practicePath = (practiceId: string) => `${practicesPath}/${encodeURIComponent(practiceId)}`;
export const importPath = (importId: string) => `${returnsPath}/${encodeURIComponent(importId)}`;
export const returnCheckPath = (year: number) => `${returnsPath}/check/${year}`;
export const checkFilesPath = `${returnsPath}/check-files`;
export const inspectionPath = (inspectionId: string) => `${inspectionsPath}/${encodeURIComponent(inspectionId)}`;

export const workforcePath = '/la/workforce';
/** The pages about the workforce, in the order of their navigation; an empty path is the first. */
export const workforceSections = [
  { path: '', text: 'Rates' },
  { path: 'leavers', text: 'Leavers and moves' },
  { path: 'staying', text: 'Who stays' },
  { path: 'posts', text: 'Posts and registrations' },
  { path: 'support', text: 'Supervision and time' },
  { path: 'team', text: 'People' },
  { path: 'census', text: 'Census' },
] as const;
export const movesPath = `${workforcePath}/leavers`;
export const newMovePath = `${workforcePath}/moves/new`;
export const workforceTeamPath = `${workforcePath}/team`;
export const workforceCensusPath = `${workforcePath}/census`;
export const surveysPath = '/la/surveys';
export const diaryPath = '/la/diary';
