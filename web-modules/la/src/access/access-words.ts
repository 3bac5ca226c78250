import { addDays, type PlainDate } from '@mainstay/primitives';
import { formatCount, formatDate } from '@mainstay/web-kit';
import type { CredentialStatus, InspectionStatus } from '../generated/operations.ts';

/** Days before its end from which a machine's credential is said to end soon. */
const SOON = 30;

/** `2 concerns to look at`; `None to look at`. */
export function waitingInWords(count: number, singular: string, what: string, plural?: string): string {
  return count === 0 ? `None ${what}` : `${formatCount(count, singular, plural)} ${what}`;
}

/** Which inspection is open, until when; else that none is. */
export function inspectionsInWords(
  inspections: readonly { readonly status: InspectionStatus; readonly to: PlainDate }[],
): string {
  const open = inspections.filter(({ status }) => status === 'OPEN');
  const [first] = open;
  if (!first) return 'None open';
  return open.length === 1 ? `1 open, until ${formatDate(first.to)}` : `${open.length} open`;
}

/** How many machines read, and how many of these end soon. */
export function credentialsInWords(
  credentials: readonly { readonly status: CredentialStatus; readonly expiresOn: PlainDate }[],
  today: PlainDate,
): string {
  const inUse = credentials.filter(({ status }) => status === 'ACTIVE');
  const ending = inUse.filter(({ expiresOn }) => expiresOn <= addDays(today, SOON)).length;
  const words = waitingInWords(inUse.length, 'machine', 'in use');
  return ending > 0 ? `${words}, ${ending} for ${SOON} days at most` : words;
}
