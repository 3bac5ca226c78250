import { systemClock } from '@mainstay/primitives';
import { Link } from '../../components/link.tsx';
import { formatDate } from '../../format/format.ts';
import {
  RecordEmploymentDocument,
  WorkerHeadDocument,
  type EmploymentFactsFragment,
  type WorkerHeadQuery,
} from '../../generated/operations.ts';
import type { Entry } from '../../record/entries/entry-kind.ts';
import type { FoundWorker, StaffKind, StaffSection } from '../worker/staff-section.ts';
import { employmentFields } from './employment-fields.ts';
import { postInWords } from './post-choices.ts';
import { formatFte, roleInWords } from './staff-words.ts';
import { WithPosts } from './with-posts.tsx';

type Subject = FoundWorker<WorkerHeadQuery>;

/** A worker's times with an employer, newest first. */
export const employmentKind: StaffKind<Subject> = {
  path: 'employments',
  title: 'Employment',
  one: 'an employment',
  empty: 'No time with an employer is on record that you may see.',
  fields: ({ entry }) =>
    employmentFields({ isPractice: true, isEnded: entry !== undefined && entry['endedOn'] !== null }),
  entriesOf: ({ worker }) => worker.employments,
  headOf: (entry) => {
    const { role, employer, fullTimeEquivalent } = entry as unknown as EmploymentFactsFragment;
    return `${roleInWords(role)}, ${formatFte(fullTimeEquivalent)} whole-time, ${employer.name}`;
  },
  inHead: ['role', 'fullTimeEquivalent'],
  moreRows: (entry) => {
    const { post } = entry as unknown as EmploymentFactsFragment;
    return post ? [{ key: 'Post', value: postInWords(post) }] : [];
  },
  initialOf: (entry) => ({ postId: (entry as unknown as EmploymentFactsFragment).post?.id }),
  withMore: ({ entry, form }) => {
    const employment = entry as unknown as EmploymentFactsFragment | undefined;
    return (
      <WithPosts on={employment?.startedOn ?? systemClock.today()} held={employment?.post ?? null}>
        {(field) => form([field])}
      </WithPosts>
    );
  },
  after: (entry, { base, mayRecord }) => <Steps entry={entry} base={base} mayRecord={mayRecord} />,
  mutation: RecordEmploymentDocument,
};

/** A worker's times with an employer, and the way to change or end the present one. */
export const employmentSection: StaffSection<Subject> = {
  id: 'employment',
  title: 'Employment',
  query: WorkerHeadDocument,
  kinds: [employmentKind],
};

function Steps({
  entry,
  base,
  mayRecord,
}: {
  readonly entry: Entry;
  readonly base: string;
  readonly mayRecord: boolean;
}) {
  const { beganByTransfer, endedByTransfer, endedOn } = entry as unknown as EmploymentFactsFragment;
  const at = `${base}/employments/${encodeURIComponent(entry.id)}`;
  return (
    <>
      {(beganByTransfer || endedByTransfer) && (
        <p className="govuk-body-s">
          {[beganByTransfer && 'Began', endedByTransfer && 'Ended'].filter(Boolean).join(' and ').toLowerCase()} by a
          transfer of staff between authority and practice
          {endedByTransfer && endedOn ? ` on ${formatDate(endedOn)}` : ''}.
        </p>
      )}
      {mayRecord && endedOn === null && (
        <ul className="govuk-list mainstay-entry__actions">
          <li>
            <Link to={`${at}/move`}>Change role, hours or post</Link>
          </li>
          <li>
            <Link to={`${at}/end`}>Record that they leave</Link>
          </li>
        </ul>
      )}
    </>
  );
}
