import { deriveKey } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import { createHmac } from 'node:crypto';
import type { StaffMember } from './survey-invitation.repository.ts';

/** Somebody to invite: by an e-mail address, or by a post. */
export type Recipient =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'staff'; readonly workerId: string; readonly name: string };

const MOST_ADDRESSES = 3_000;
/** One @ between parts without space; what else is wrong with an address, its post office says. */
const ADDRESS = /^[^\s@<>",;]{1,64}@[^\s@<>",;]{1,190}$/;

/**
 * The recipients that were named, each once.
 *
 * @throws RecordFault when there are none or too many, or an address is none; it says which by its place in the list.
 */
export function recipientsOf(addresses: readonly string[], staff: readonly StaffMember[] | null): Recipient[] {
  if (addresses.length > MOST_ADDRESSES) {
    throw new RecordFault('addresses', `Invite at most ${MOST_ADDRESSES.toLocaleString('en-GB')} addresses at a time.`);
  }
  const tidy = addresses.map((address) => address.trim());
  const wrong = tidy.findIndex((address) => !ADDRESS.test(address));
  if (wrong >= 0) throw new RecordFault('addresses', `Number ${wrong + 1} of the list is no e-mail address.`);
  if (tidy.length === 0 && staff === null) {
    throw new RecordFault('addresses', 'Give e-mail addresses, or say whose posts count.');
  }
  if (tidy.length === 0 && staff?.length === 0) {
    throw new RecordFault('staff', 'Nobody holds such a post on that day.');
  }
  const byAddress = new Map(tidy.map((address) => [address.toLowerCase(), address]));
  return [
    ...[...byAddress.values()].map((address): Recipient => ({ kind: 'address', address })),
    ...(staff ?? []).map(({ workerId, name }): Recipient => ({ kind: 'staff', workerId, name })),
  ];
}

/** The same for the same recipient, and tells nothing of them without the platform's secret. */
export function recipientCodeOf(secret: string, recipient: Recipient): string {
  const name = recipient.kind === 'address' ? recipient.address.toLowerCase() : recipient.workerId;
  return createHmac('sha256', deriveKey(secret, 'survey-recipient')).update(`${recipient.kind}:${name}`).digest('hex');
}

/** What a list of links calls the recipient. */
export function nameOf(recipient: Recipient): string {
  return recipient.kind === 'address' ? recipient.address : recipient.name;
}
