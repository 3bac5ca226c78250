import type { MisuseDetector, MisuseSignalStatus } from '../generated/operations.ts';

const detectors: Readonly<Record<MisuseDetector, string>> = {
  UNALLOCATED_ACCESS: 'A record opened by a social worker whose child it is not',
  SAME_SURNAME: 'A record of a child with the same surname as the person who opened it',
  SAME_ADDRESS: 'A record of a child whose home has the postcode of the person who opened it',
  COLLEAGUES_CHILD: 'A record of a child who seems to be of a colleague’s family',
  OUT_OF_HOURS_BURST: 'Many records opened outside working hours',
  LEAVER_STILL_ACTIVE: 'An account used after its owner’s last post ended',
  DORMANT_ACCOUNT: 'An account not used for 90 days, or used again after that',
};

/** What was noticed, in neutral words: a signal says that something is worth a look, and nothing about a person. */
export function detectorInWords(detector: MisuseDetector): string {
  return detectors[detector];
}

/** The states of a concern in the order offered: where it is in an address, and its words. */
export const concernStates: readonly {
  readonly status: MisuseSignalStatus;
  readonly view: string;
  readonly words: string;
}[] = [
  { status: 'OPEN', view: 'open', words: 'To look at' },
  { status: 'DISMISSED', view: 'dismissed', words: 'Explained' },
  { status: 'CONFIRMED', view: 'confirmed', words: 'Followed up' },
];

/** Where a concern stands, in words. */
export function stateInWords(asked: MisuseSignalStatus): string {
  return concernStates.find(({ status }) => status === asked)?.words ?? asked;
}
