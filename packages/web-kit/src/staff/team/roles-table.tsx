import { Table } from '../../components/table.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import type { StaffingTodayFragment } from '../../generated/operations.ts';
import { choiceInWords } from '../../record/entries/entry-rows.ts';
import { engagements, formatFte, roleInWords } from '../employment/staff-words.ts';
import { supportInWords } from './attention.ts';

/** How many work for the employer, in heads and whole-time equivalents, by role; and administrators beside front-line staff. */
export function RolesTable({ staffing }: { readonly staffing: StaffingTodayFragment }) {
  const terms = staffing.engagements
    .filter(({ headcount }) => headcount > 0)
    .map(({ engagement, headcount, fullTimeEquivalent }) =>
      [choiceInWords(engagements, engagement), `${headcount} (${formatFte(fullTimeEquivalent)})`].join(' '),
    );
  return (
    <section aria-labelledby="roles" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="roles">
        Staff and posts on {formatDate(staffing.on)}
      </h2>
      <SummaryList
        rows={[
          {
            key: 'People',
            value: `${formatCount(staffing.headcount, 'person', 'people')}, ${formatFte(staffing.fullTimeEquivalent)} whole-time`,
          },
          { key: 'Terms, heads (whole-time)', value: terms.join('; ') || 'None' },
          {
            key: 'Posts',
            value:
              staffing.establishedFullTimeEquivalent === 0
                ? 'None on record: what is vacant is not known'
                : `${formatFte(staffing.establishedFullTimeEquivalent)} whole-time, ${formatFte(staffing.vacantFullTimeEquivalent)} vacant, of which agency workers cover ${formatFte(staffing.agencyCoverFullTimeEquivalent)}`,
          },
          { key: 'Front-line staff to administrators', value: supportInWords(staffing.support) },
          { key: 'Students on placement', value: staffing.students },
        ]}
      />
      <Table
        caption="By role"
        captionSize="s"
        isDense
        hasRowHeads
        rows={staffing.roles}
        rowKey={({ role }) => role}
        columns={[
          { key: 'role', head: 'Role', cell: ({ role }) => roleInWords(role) },
          { key: 'heads', head: 'People', isNumeric: true, cell: ({ headcount }) => headcount },
          { key: 'agency', head: 'Of them agency', isNumeric: true, cell: ({ agencyHeadcount }) => agencyHeadcount },
          {
            key: 'fte',
            head: 'Whole-time',
            isNumeric: true,
            cell: ({ fullTimeEquivalent }) => formatFte(fullTimeEquivalent),
          },
          {
            key: 'posts',
            head: 'Posts, whole-time',
            isNumeric: true,
            cell: ({ posts, establishedFullTimeEquivalent }) =>
              posts > 0 ? formatFte(establishedFullTimeEquivalent) : '–',
          },
          {
            key: 'vacant',
            head: 'Vacant',
            isNumeric: true,
            cell: ({ posts, vacantFullTimeEquivalent }) => (posts > 0 ? formatFte(vacantFullTimeEquivalent) : '–'),
          },
        ]}
      />
    </section>
  );
}
