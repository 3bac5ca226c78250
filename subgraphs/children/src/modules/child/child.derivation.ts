import { parseBritishDate, type PlainDate } from '@mainstay/primitives';
import { column, type ChildReturns, type ReturnedRow } from '../../history/child-returns.ts';

/** The child as the returns of all years have it. */
export interface DerivedChild {
  dateOfBirth: PlainDate;
  sex: string;
  ethnicity: string;
  upn: string | null;
  isUasc: boolean;
}

const read = {
  DOB: column('Header', 'DOB'),
  SEX: column('Header', 'SEX'),
  ETHNIC: column('Header', 'ETHNIC'),
  UPN: column('Header', 'UPN'),
};

/**
 * The child as the newest year's Header has it. Null when no year's Header names the child: the other rows then wait
 * until one does.
 */
export function deriveChild(rows: ChildReturns['rows']): DerivedChild | null {
  const header = newest(rows.get('Header') ?? []);
  const dateOfBirth = header && parseBritishDate(read.DOB(header) ?? '');
  if (!header || !dateOfBirth) return null;
  return {
    dateOfBirth,
    sex: read.SEX(header) ?? '',
    ethnicity: read.ETHNIC(header) ?? '',
    upn: read.UPN(header),
    isUasc: (rows.get('UASC') ?? []).length > 0,
  };
}

function newest(rows: readonly ReturnedRow[]): ReturnedRow | null {
  return rows.reduce<ReturnedRow | null>((best, row) => (best && best.year > row.year ? best : row), null);
}
