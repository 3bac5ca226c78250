import { versionStore } from '@mainstay/subgraph-kit/record';
import { RegistrationEntity, type RegistrationRow } from './registration.entity.ts';

/** Registrations on record. */
export const registrationStore = versionStore<RegistrationRow>(RegistrationEntity, (id) => ({
  laCode: id.split('.', 1)[0] ?? '',
}));

/** The id of the registration of a worker in an authority's record: there is one. */
export function registrationId(laCode: string, workerId: string): string {
  return `${laCode}.registration-${workerId}`;
}
