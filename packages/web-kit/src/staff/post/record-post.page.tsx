import { useState } from 'react';
import { PostsOfAuthorityDocument, PostsOfPracticeDocument, RecordPostDocument } from '../../generated/operations.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import type { RecordField } from '../../record/form/record-field.ts';
import { useParams, useSearchParams } from '../../routing/router.tsx';
import { recruitments, roles } from '../employment/staff-words.ts';
import { TeamForm, TeamFrame } from '../form/team-form.page.tsx';
import { useStaffPlace } from '../staff-place.ts';
import { useStaff } from '../use-staff.ts';

const HOLD_CASES = ['SOCIAL_WORKER', 'SENIOR_SOCIAL_WORKER', 'PRACTICE_MANAGER', 'PERSONAL_ADVISER'];

/** The questions about a post. */
export const postFields: readonly RecordField[] = [
  {
    kind: 'choice',
    name: 'role',
    label: 'What does whoever holds it do?',
    choices: roles.filter(({ value }) => value !== 'STUDENT'),
    isLong: true,
    missing: 'Choose the role',
  },
  {
    kind: 'number',
    name: 'fullTimeEquivalent',
    label: 'Whole-time equivalent',
    hint: '1 for full time, 0.5 for half of it.',
    decimals: 2,
    missing: 'Enter the whole-time equivalent, such as 0.6',
  },
  {
    kind: 'true-false',
    name: 'isCaseHolding',
    label: 'Does whoever holds it lead children’s cases?',
    missing: 'Say whether it leads cases',
    isShown: (answers) => HOLD_CASES.includes(answers['role'] ?? ''),
  },
  {
    kind: 'day',
    name: 'from',
    label: 'From which day is the post there?',
    isToday: true,
    missing: 'Enter the first day',
  },
  { kind: 'day', name: 'until', label: 'Until which day?', hint: 'Leave it empty while the post lasts.' },
  {
    kind: 'choice',
    name: 'recruitment',
    label: 'How far has recruiting come?',
    choices: recruitments,
    missing: 'Choose how far recruiting has come',
  },
];

/** Records a post of the establishment, or changes the one that the address names. */
export function RecordPostPage() {
  const { postId } = useParams();
  const place = useStaffPlace();
  const [hasErrors, setHasErrors] = useState(false);
  const [search] = useSearchParams();
  const documents = { ofPractice: PostsOfPracticeDocument, ofAuthority: PostsOfAuthorityDocument };
  const operation = useStaff(place, documents, { after: search.get('posts') });
  const title = postId === undefined ? 'Record a post' : 'Change a post';
  return (
    <TeamFrame title={title} hasErrors={hasErrors}>
      <Part what="The form" operation={operation} shape="text" count={4}>
        {({ staff }) => {
          const post = staff?.posts.edges.find(({ node }) => node.id === postId)?.node;
          return postId !== undefined && !post ? (
            <EmptyState title="This post is not there any more." />
          ) : (
            <TeamForm
              fields={postFields}
              entry={post}
              mutation={RecordPostDocument}
              submit={post ? 'Save the change' : 'Record the post'}
              onFaults={setHasErrors}
            />
          );
        }}
      </Part>
    </TeamFrame>
  );
}
