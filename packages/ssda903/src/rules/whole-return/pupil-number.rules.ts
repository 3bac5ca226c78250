import { eachRow } from '../row-rule.ts';
import type { Rule } from '../rule.ts';

/** The published rules that look at the whole return: what lies between children comes with the context. */
export const wholeReturnRules: readonly Rule[] = [
  eachRow(
    'Header',
    {
      code: '444',
      group: 'header',
      from: 2026,
      fields: ['UPN'],
      message: 'Duplicate UPN has been reported',
      whatToDo:
        'Find out from the school whose number it is, and correct the other child’s; if the two are one child, join them.',
    },
    (row, child, { facts }) =>
      facts.upnHolders.get(row.value('UPN'))?.some((holder) => holder !== child.localId) ?? false,
  ),
];
