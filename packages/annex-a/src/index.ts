export { annexACode, annexACodes, type AnnexACodeList } from './codes/annex-a-codes.ts';
export type { AnnexAColumn, AnnexAKind, AnnexAList } from './lists/annex-a-list.ts';
export { annexALists } from './lists/annex-a-lists.ts';
export { annexAWorkbook, type AnnexA, type FilledList } from './workbook/annex-a-workbook.ts';
export { authoritiesQuery, drawListQuery, filledList, type DrawnList } from './workbook/drawn-list.ts';
