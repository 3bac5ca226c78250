import { aboutHealthAndSchool, aboutSafetyAndAfter } from './chronology.life-sources.ts';
import { aboutPeople, aboutPlans } from './chronology.people-sources.ts';
import type { ChronologySource } from './chronology.source.ts';

/** What people recorded, as known now or at an instant. */
export const recordedSources: readonly ChronologySource[] = [
  ...aboutPeople,
  ...aboutPlans,
  ...aboutHealthAndSchool,
  ...aboutSafetyAndAfter,
];
