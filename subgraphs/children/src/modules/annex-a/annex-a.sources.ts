import { adoption } from './annex-a.adoption.ts';
import { careLeavers } from './annex-a.care-leavers.ts';
import { childrenInCare } from './annex-a.children-in-care.ts';
import { childrenInNeed } from './annex-a.children-in-need.ts';
import { notHeld, type AnnexASource } from './annex-a.list.ts';

const BEFORE_CARE =
  'Mainstay keeps the records of children in care and care leavers. This list comes from the authority’s case system.';

/** How each list of the workbook is filled, by its number. */
export const annexASources: readonly AnnexASource[] = [
  ...[1, 2, 3, 4, 5].map((number) => notHeld(number, BEFORE_CARE)),
  childrenInNeed,
  notHeld(7, BEFORE_CARE),
  childrenInCare,
  careLeavers,
  adoption,
  notHeld(11, 'Mainstay keeps no records of adopters. This list comes from the adoption agency.'),
];
