import type { EstablishmentFragment } from '../../generated/operations.ts';
import type { RecordField } from '../../record/form/record-field.ts';
import { formatFte, roleInWords } from './staff-words.ts';

type Post = EstablishmentFragment['edges'][number]['node'];

/** A post that is held, as an employment tells of it. */
export type HeldPost = Pick<Post, 'id' | 'role' | 'fullTimeEquivalent'>;

/**
 * The question which of an employer's posts somebody holds. `held` stays among the choices where it is none of `posts` any
 * more, so that a form that is about something else does not take it away. Students hold none and are not asked.
 */
export function postField(posts: readonly Post[], held: HeldPost | null): RecordField {
  const choices = posts.map((post) => ({ value: post.id, text: `${postInWords(post)}: ${standsInWords(post)}` }));
  const isAmong = held === null || posts.some(({ id }) => id === held.id);
  return {
    kind: 'choice',
    name: 'postId',
    label: 'Which post do they hold, or cover?',
    hint:
      choices.length === 0
        ? 'No post is on record for that day. Leave this as it is.'
        : 'Leave this as it is where there is none.',
    isLong: true,
    choices: isAmong ? choices : [{ value: held.id, text: `${postInWords(held)}: as before` }, ...choices],
    isShown: (answers) => answers['role'] !== 'STUDENT',
  };
}

/** A post in a few words: `Social worker, 1.0 whole-time`. */
export function postInWords({ role, fullTimeEquivalent }: HeldPost): string {
  return `${roleInWords(role)}, ${formatFte(fullTimeEquivalent)} whole-time`;
}

function standsInWords({ vacantFullTimeEquivalent: vacant, holders }: Post): string {
  const named = (isCover: boolean) =>
    holders.flatMap(({ isAgency, worker }) => (isAgency === isCover ? [worker.name ?? worker.id] : [])).join(', ');
  const [own, cover] = [named(false), named(true)];
  return [
    vacant > 0 ? `${formatFte(vacant)} vacant` : '',
    own === '' ? '' : `held by ${own}`,
    cover === '' ? '' : `covered by ${cover} (agency)`,
  ]
    .filter((part) => part !== '')
    .join(', ');
}
