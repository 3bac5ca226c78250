import { Link } from '../components/link.tsx';
import { Tag } from '../components/notices.tsx';
import { useGlass } from '../graph/glass.tsx';
import { useViewer } from '../session/session.tsx';
import type { ChildRecord } from './child-summary.tsx';

/** Where an authority's managers see to a record: who may see it, and who has looked at it. */
export interface RecordPaths {
  /** Where this child's record is restricted, or the restriction changed. */
  readonly restricted: (childId: string) => string;
  /** Everybody who looked at this child's record. */
  readonly access: (childId: string) => string;
}

/** What must be known of a record before reading it: that it is restricted; and, for those who may, who has looked at it. */
export function RecordMarks({
  child,
  paths,
}: {
  readonly child: Pick<ChildRecord, 'id' | 'restriction'>;
  readonly paths: RecordPaths | undefined;
}) {
  const { role } = useViewer();
  // What is read under a broken glass is one record: nothing leads on from it.
  const isFree = useGlass() === null && paths !== undefined;
  const isManager = role === 'la-manager';
  const seesAccess = isFree && (isManager || role === 'la-iro');
  return (
    <>
      {child.restriction && (
        <p className="govuk-body">
          <Tag colour="red">Restricted record</Tag> Only people named may see it.{' '}
          {isFree && isManager && <Link to={paths.restricted(child.id)}>See who is named</Link>}
        </p>
      )}
      {seesAccess && (
        <p className="govuk-body">
          <Link to={paths.access(child.id)}>Who looked at this record</Link>
          {isManager && !child.restriction && (
            <>
              {' · '}
              <Link to={paths.restricted(child.id)}>Restrict this record</Link>
            </>
          )}
        </p>
      )}
    </>
  );
}
