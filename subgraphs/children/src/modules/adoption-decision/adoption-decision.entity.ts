import { EntitySchema } from 'typeorm';
import type { PlainDate } from '@mainstay/primitives';
import { recordedColumns, recordedKeys, type RecordedRow } from '../../record/recorded-row.ts';

/**
 * The decision that a child should be placed for adoption, and what became of it. The SSDA903 tables PlacedAdoption
 * and AD1 are made from these. @see SSDA903 tables PlacedAdoption and AD1; Ofsted, Annex A, list 10
 */
export interface AdoptionDecisionEntity extends RecordedRow {
  /** The day of the decision that the child should be placed for adoption. */
  decidedOn: PlainDate;
  /** The day the child was placed with carers who foster for adoption; null when that did not happen. */
  fosterToAdoptOn: PlainDate | null;
  /** The day of the match with the adopters; null while there is none. */
  matchedOn: PlainDate | null;
  /** The authority's own number for the adoptive family; null when there is none. */
  familyId: string | null;
  /** Number and sex of the adopters (`SEX_ADOPTR`); null before a match. */
  adopterSexes: string | null;
  /** Legal status of the adopters (`LS_ADOPTR`); null before a match. */
  adopterStatus: string | null;
  /** Whether the adopters fostered the child before (`FOSTER_CARE`); null before a match. */
  isByFosterCarer: boolean | null;
  /** The day on which it was decided that the child should no longer be placed for adoption; null when it was not. */
  reversedOn: PlainDate | null;
  /** Why (`REASON_PLACED_CEASED`); null when it was not decided. */
  reversedReason: string | null;
}

export const adoptionDecisionEntity = new EntitySchema<AdoptionDecisionEntity>({
  name: 'AdoptionDecision',
  tableName: 'adoption_decision',
  columns: {
    ...recordedColumns('adoption_decision'),
    decidedOn: { name: 'decided_on', type: 'date' },
    fosterToAdoptOn: { name: 'foster_to_adopt_on', type: 'date', nullable: true },
    matchedOn: { name: 'matched_on', type: 'date', nullable: true },
    familyId: { name: 'family_id', type: 'text', nullable: true },
    adopterSexes: { name: 'adopter_sexes', type: 'text', nullable: true },
    adopterStatus: { name: 'adopter_status', type: 'text', nullable: true },
    isByFosterCarer: { name: 'is_by_foster_carer', type: 'boolean', nullable: true },
    reversedOn: { name: 'reversed_on', type: 'date', nullable: true },
    reversedReason: { name: 'reversed_reason', type: 'text', nullable: true },
  },
  ...recordedKeys('adoption_decision'),
});
