import { Link } from '../../components/link.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatCount } from '../../format/format.ts';
import type {
  DesignationFactsFragment,
  ExpectationFragment,
  TeamSupportDueFragment,
} from '../../generated/operations.ts';
import { useStaffPlace } from '../staff-place.ts';
import { OverdueList } from './overdue-list.tsx';
import { sinceInWords } from './attention.ts';

/** What is told of the support of a team. */
export interface TeamSupport {
  readonly supportDue: TeamSupportDueFragment;
  readonly designations: readonly DesignationFactsFragment[];
  readonly staffExpectation: ExpectationFragment | null;
}

/** How supervision and learning stand for all together, what is expected, and who sees to it. */
export function SupportView({ staff, mayRecord }: { readonly staff: TeamSupport; readonly mayRecord: boolean }) {
  const { staffPath } = useStaffPlace();
  const { counts } = staff.supportDue;
  const officer = staff.designations.find(({ until }) => until === null);
  const expected = staff.staffExpectation;
  return (
    <section aria-labelledby="support" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="support">
        Support of staff
      </h2>
      <OverdueList due={staff.supportDue} mayRecord={mayRecord} />
      <SummaryList
        rows={[
          {
            key: 'Supervision',
            value: `Of ${formatCount(counts.workers, 'person', 'people')}: ${counts.supervisionDone} up to date, ${counts.supervisionDue} due within a week, ${counts.supervisionOverdue} overdue, ${counts.supervisionPaused} paused while away`,
          },
          {
            key: 'Learning this year',
            value: `Of ${formatCount(counts.learners, 'social worker')}: ${counts.learningMet} done, ${counts.learningBehind} behind`,
          },
          {
            key: 'What you expect',
            value: expected ? expectationInWords(expected) : 'Nothing is recorded.',
            ...(mayRecord
              ? { actions: [{ text: 'Change', about: 'what you expect', to: `${staffPath}/expectation` }] }
              : {}),
          },
          {
            key: 'Officer for professional development',
            value: officer ? (
              <>
                {officer.worker.name ?? officer.worker.id}, {sinceInWords(officer)}
              </>
            ) : (
              'Nobody is named'
            ),
            ...(mayRecord
              ? {
                  actions: [
                    {
                      text: officer ? 'Change' : 'Name somebody',
                      about: 'the officer for professional development',
                      to: officer ? `${staffPath}/officer/${encodeURIComponent(officer.id)}` : `${staffPath}/officer`,
                    },
                  ],
                }
              : {}),
          },
        ]}
      />
      {mayRecord && officer && (
        <p className="govuk-body">
          <Link to={`${staffPath}/officer`}>Name another officer for professional development</Link>
        </p>
      )}
    </section>
  );
}

/** What an employer expects, in a sentence or two. */
export function expectationInWords(expected: ExpectationFragment): string {
  const first = expected.firstYearSupervisionDays
    ? `, every ${formatCount(expected.firstYearSupervisionDays, 'day')} in the first year`
    : '';
  const hours = expected.learningHours === null ? '' : `, ${expected.learningHours} hours`;
  const basis = expected.id === null ? ' Nobody has recorded another: this is what is assumed.' : '';
  return `Supervision every ${formatCount(expected.supervisionDays, 'day')}${first}; ${formatCount(expected.learningPieces, 'piece')} of learning a year, ${expected.learningPiecesWithPeers} discussed with a peer${hours}.${basis}`;
}
