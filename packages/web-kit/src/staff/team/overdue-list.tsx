import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import type { TeamSupportDueFragment } from '../../generated/operations.ts';
import { ListPages } from '../../page/list-pages.tsx';
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
                <ul className="govuk-list mainstay-entry__actions">
                  {overdue && <RecordLink to={`${base}/supervisions/new`} what="Record a supervision" name={name} />}
                  {learning?.state === 'BEHIND' && (
                    <RecordLink to={`${base}/learning/new`} what="Record learning" name={name} />
                  )}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <ListPages list={due} param="due" what="people" />
    </>
  );
}

function RecordLink({ to, what, name }: { readonly to: string; readonly what: string; readonly name: string }) {
  return (
    <li>
      <Link to={to}>
        {what}
        <span className="govuk-visually-hidden"> of {name}</span>
      </Link>
    </li>
  );
}
