/** Every path of the module, below the one the shell mounts it at. */
export const homePath = '/la';
export const childrenPath = '/la/children';
export const practicesPath = '/la/practices';
export const returnsPath = '/la/returns';

export const childPath = (childId: string) => `${childrenPath}/${encodeURIComponent(childId)}`;
export const practicePath = (practiceId: string) => `${practicesPath}/${encodeURIComponent(practiceId)}`;
export const importPath = (importId: string) => `${returnsPath}/${encodeURIComponent(importId)}`;
