import { formatBritishDate, type PlainDate } from '@mainstay/primitives';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import { newCells } from '../../history/child-life.ts';
import { codeOf } from '../../record/code-of.ts';

/** A permanent home that came to an end: `PreviousPermanenceInput` of the graph. */
export interface PreviousPermanenceInput {
  readonly option: string;
  readonly authority?: string | null;
  readonly orderedOn?: string | null;
}

const DAY = /^(?:\d{2}|ZZ)\/(?:\d{2}|ZZ)\/(?:\d{4}|ZZZZ)$/;

/**
 * The cells of the table PrevPerm.
 *
 * @throws RecordFault when a code is none of the year's, or the day is not written as the return writes it.
 */
export function permanenceCells(
  { option, authority, orderedOn }: PreviousPermanenceInput,
  { localId, born, year }: { localId: string; born: PlainDate; year: number },
): string[] {
  const day = orderedOn?.trim().toUpperCase() ?? '';
  if (day !== '' && !DAY.test(day)) {
    throw new RecordFault(
      'previousPermanence.orderedOn',
      'Write the day as DD/MM/YYYY, with ZZ or ZZZZ for what is not known.',
    );
  }
  return newCells('PrevPerm', {
    CHILD: localId,
    DOB: formatBritishDate(born),
    PREV_PERM: codeOf('previousPermanence.option', option, { set: 'PREV_PERM', year }),
    LA_PERM: authority ? codeOf('previousPermanence.authority', authority, { set: 'LA_PERM', year }) : '',
    DATE_PERM: day,
  });
}
