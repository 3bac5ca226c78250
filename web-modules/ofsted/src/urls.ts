/** Every path of the module, below the one the shell mounts it at. */
export const homePath = '/ofsted';
export const childrenPath = '/ofsted/children';
export const practicesPath = '/ofsted/practices';
export const logPath = '/ofsted/log';

export const childPath = (childId: string) => `${childrenPath}/${encodeURIComponent(childId)}`;
export const practicePath = (practiceId: string) => `${practicesPath}/${encodeURIComponent(practiceId)}`;
