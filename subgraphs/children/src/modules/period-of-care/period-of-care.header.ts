import { collectionYearOf, formatBritishDate, isPlainDate, type PlainDate } from '@mainstay/primitives';
import { needed, RecordFault } from '@mainstay/subgraph-kit/record';
import { newCells } from '../../history/child-life.ts';
import { sexIn } from '../../history/return-of-child.ts';
import { codeOf } from '../../record/code-of.ts';

/** A child new to the authority: `NewChildInput` of the graph. */
export interface NewChildInput {
  readonly localId: string;
  readonly dateOfBirth: PlainDate;
  readonly sex: string;
  readonly ethnicity: string;
  readonly isUnaccompaniedAsylumSeeker: boolean;
  readonly upn: string;
  readonly isMother?: boolean | null;
  readonly firstChildBornOn?: PlainDate | null;
}

const UPN = /^(?:[A-HJ-NP-RT-Z]\d{11}[A-Z\d]|UN[1-5])$/;

/**
 * The cells of the tables that say who the child is, Header and, for unaccompanied children, UASC.
 *
 * @throws RecordFault when a code is none of the year's, or the pupil number or a mother's day cannot be.
 */
export function newChildCells(
  child: NewChildInput,
  { localId, on }: { localId: string; on: PlainDate },
): { readonly Header: string[]; readonly UASC: string[] | null } {
  const year = collectionYearOf(on);
  const upn = child.upn.trim().toUpperCase();
  if (!UPN.test(upn)) {
    throw new RecordFault(
      'newChild.upn',
      'Enter the 13 characters of the number, or UN1 to UN5 for why there is none.',
    );
  }
  const who = {
    CHILD: localId,
    SEX: codeOf('newChild.sex', sexIn(year, child.sex), { set: 'SEX', year }),
    DOB: formatBritishDate(child.dateOfBirth),
  };
  const ETHNIC = codeOf('newChild.ethnicity', child.ethnicity, { set: 'ETHNIC', year });
  return {
    Header: newCells('Header', { ...who, ETHNIC, UPN: upn, ...motherCells(child) }),
    UASC: child.isUnaccompaniedAsylumSeeker ? newCells('UASC', who) : null,
  };
}

function motherCells({ isMother, firstChildBornOn, dateOfBirth }: NewChildInput): Record<'MOTHER' | 'MC_DOB', string> {
  if (isMother === null || isMother === undefined) return { MOTHER: '', MC_DOB: '' };
  if (!isMother) return { MOTHER: '0', MC_DOB: '' };
  const born = needed('newChild.firstChildBornOn', firstChildBornOn, 'Say when the mother’s first child was born.');
  if (!isPlainDate(born) || born <= dateOfBirth) {
    throw new RecordFault('newChild.firstChildBornOn', 'Enter a day after the mother herself was born.');
  }
  return { MOTHER: '1', MC_DOB: formatBritishDate(born) };
}
