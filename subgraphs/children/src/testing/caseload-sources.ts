import type {
  AgreedCapacity,
  CaseloadSources,
  StaffInPost,
  RegistrationKnown,
  TimeInPost,
} from '../modules/caseload/caseload.sources.ts';

/** What the workforce and contracts say in a test; nothing, unless the test says so. */
export function sourcesOf(
  told: {
    readonly staff?: readonly StaffInPost[];
    readonly capacities?: readonly AgreedCapacity[];
    readonly times?: readonly TimeInPost[];
    readonly registrations?: readonly RegistrationKnown[];
  } = {},
): CaseloadSources {
  return {
    findStaff: async () => told.staff ?? [],
    findCapacities: async (_viewer, { practiceIds }) =>
      (told.capacities ?? []).filter(({ practiceId }) => practiceIds.includes(practiceId)),
    findTimesInPost: async () => told.times ?? [],
    findRegistrations: async ({ workerIds }) =>
      (told.registrations ?? []).filter(({ workerId }) => workerIds.includes(workerId)),
  };
}
