/** Every path of the module, below the one the shell mounts it at. */
export const homePath = '/swp';
export const childrenPath = '/swp/children';
export const surveysPath = '/swp/surveys';
export const teamPath = '/swp/team';
export const diaryPath = '/swp/diary';

export const childPath = (childId: string) => `${childrenPath}/${encodeURIComponent(childId)}`;
