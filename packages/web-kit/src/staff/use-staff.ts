import type { OperationDocument } from '../graph/operation-document.ts';
import { useOperation, type Operation } from '../graph/use-operation.ts';
import type { StaffPlace } from './staff-place.ts';

/** The same question about a practice's staff and about an authority's own: what it asks of is called `staff`. */
export interface StaffQuestion<OfPractice, OfAuthority, More> {
  readonly ofPractice: OperationDocument<{ readonly staff: OfPractice | null }, More & { readonly practice: string }>;
  readonly ofAuthority: OperationDocument<{ readonly staff: OfAuthority | null }, More & { readonly la: string }>;
}

/** Asks about the staff of the employer that the pages are about. */
export function useStaff<OfPractice, OfAuthority, More extends object = object>(
  { practice, la }: Pick<StaffPlace, 'practice' | 'la'>,
  { ofPractice, ofAuthority }: StaffQuestion<OfPractice, OfAuthority, More>,
  more: More = {} as More,
): Operation<{ readonly staff: OfPractice | OfAuthority | null }> {
  const options = { keepPrevious: true };
  const practices = useOperation(
    ofPractice,
    { ...more, practice: practice ?? '' },
    { ...options, isEnabled: practice !== null },
  );
  const authorities = useOperation(
    ofAuthority,
    { ...more, la: la ?? '' },
    { ...options, isEnabled: practice === null },
  );
  return practice === null ? authorities : practices;
}
