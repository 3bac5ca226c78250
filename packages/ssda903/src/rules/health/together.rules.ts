import type { ReturnRow } from '../../checking/return-row.ts';
import type { Finding, Rule } from '../rule.ts';
import { eachRow, nothing } from '../row-rule.ts';
import { hasLeaverItems } from '../care-leavers/leaver-items.ts';
import { alwaysAsked, filled, healthItems } from './health-items.ts';

const lacksAnyAlwaysAsked = (row: ReturnRow<'OC2'>) => alwaysAsked.some((item) => row.isBlank(item));

const leaverToo: Rule = {
  code: '215',
  group: 'health',
  tables: ['OC2', 'OC3'],
  fields: ['IN_TOUCH', 'ACTIV', 'ACCOM', ...healthItems],
  message:
    'Child has care leaver information but one or more data items relating to children looked after for 12 months have been completed.',
  whatToDo: "Take the child's row out of OC2, or out of OC3: nobody is a care leaver and looked after all year.",
  check(child): readonly Finding[] {
    if (!child.rows('OC3').some(hasLeaverItems)) return nothing;
    return child.rows('OC2').flatMap((row) => {
      const fields = filled(row);
      return fields.length > 0 ? [{ row, fields }] : [];
    });
  },
};

/** The published rules on health and offending items that go together, or exclude other tables. */
export const healthTogetherRules: readonly Rule[] = [
  leaverToo,
  eachRow(
    'OC2',
    {
      code: '544',
      group: 'health',
      fields: ['CONVICTED', ...alwaysAsked],
      message:
        'Any child who has conviction information completed must also have immunisation, teeth check, health assessment and substance misuse problem identified fields completed.',
      whatToDo: 'Enter 0 or 1 in the items that are blank.',
    },
    (row) => !row.isBlank('CONVICTED') && lacksAnyAlwaysAsked(row),
  ),
  eachRow(
    'OC2',
    {
      code: '547',
      group: 'health',
      fields: ['HEALTH_CHECK', ...alwaysAsked],
      message:
        'Any child who has health promotion information completed must also have immunisation, teeth check, health assessment and substance misuse problem identified fields completed.',
      whatToDo: 'Enter 0 or 1 in the items that are blank.',
    },
    (row) => !row.isBlank('HEALTH_CHECK') && lacksAnyAlwaysAsked(row),
  ),
];
