import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { formatCount } from '../../format/format.ts';
import type { TeamSupportDueFragment } from '../../generated/operations.ts';
import { useStaffPlace, workerPath } from '../staff-place.ts';
import { supervisionInWords } from '../supervision/supervision-section.tsx';
import { learningInWords } from '../training/training-section.tsx';

/** Who is overdue for supervision or behind with learning, the longest first, with the way to record it. */
export function OverdueList({ due, mayRecord }: { readonly due: TeamSupportDueFragment; readonly mayRecord: boolean }) {
  const place = useStaffPlace();
  if (due.edges.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s">Who is overdue, the longest first</h3>
      <ul className="govuk-list mainstay-work-list">
        {due.edges.map(({ node: { worker, supervision, learning } }) => {
          const name = worker.name ?? worker.id;
          const base = workerPath(place, worker.id);
          const overdue = supervision?.state === 'OVERDUE' ? supervision : null;
          return (
            <li key={worker.id} className="mainstay-work-list__item">
              <Link to={base}>{name}</Link>{' '}
              {overdue && <Tag colour="red">Supervision {supervisionInWords(overdue).text}</Tag>}{' '}
              {learning?.state === 'BEHIND' && <Tag colour="orange">Learning: {learningInWords(learning).text}</Tag>}
              {mayRecord && (
                <span className="mainstay-detail">
                  {overdue && (
                    <Link to={`${base}/supervisions/new`}>
                      Record a supervision<span className="govuk-visually-hidden"> of {name}</span>
                    </Link>
                  )}
                  {overdue && learning?.state === 'BEHIND' && ' or '}
                  {learning?.state === 'BEHIND' && (
                    <Link to={`${base}/learning/new`}>
                      Record learning<span className="govuk-visually-hidden"> of {name}</span>
                    </Link>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {due.totalCount > due.edges.length && (
        <p className="govuk-body-s">
          The first {due.edges.length} of {formatCount(due.totalCount, 'person', 'people')}.
        </p>
      )}
    </>
  );
}
