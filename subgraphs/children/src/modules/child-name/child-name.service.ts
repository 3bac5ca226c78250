import { BadInputError, ForbiddenError, laCodeOfChild, NotFoundError } from '@mainstay/subgraph-kit';
import type { Context } from '../../context.ts';
import type { ChildRow } from '../child/child.repository.ts';
import { canRecordName } from './child-name.policy.ts';
import { findNames, holdName, replaceName } from './child-name.repository.ts';

const LONGEST_NAME = 200;

/** What is recorded: `RecordChildNameInput` of the graph. */
export interface RecordChildNameInput {
  readonly childId: string;
  readonly givenNames: string;
  readonly familyName: string;
}

/**
 * Records what a child is called, and answers the child. The same name again changes nothing.
 *
 * @throws ForbiddenError when the viewer records no names; NotFoundError when the child is none the viewer may see;
 * BadInputError when a name is missing or too long.
 */
export async function recordChildName(input: RecordChildNameInput, context: Context): Promise<ChildRow> {
  const { viewer, db, clock, loaders, touched } = context;
  const laCode = laCodeOfChild(input.childId);
  if (!canRecordName(viewer, viewer.laCodes[0] ?? '')) {
    throw new ForbiddenError('Only analysts and managers of a local authority record names.');
  }
  const name = { childId: input.childId, givenNames: tidy(input.givenNames), familyName: tidy(input.familyName) };
  if (name.givenNames === '') throw new BadInputError('Give at least one given name.');
  if (Math.max(name.givenNames.length, name.familyName.length) > LONGEST_NAME) {
    throw new BadInputError(`A name has at most ${LONGEST_NAME} characters.`);
  }
  const child = canRecordName(viewer, laCode) ? await loaders.children.load(input.childId) : null;
  if (!child) throw new NotFoundError('The authority has no such child.');

  await holdName(db, child.id);
  const [present] = await findNames(db, [child.id]);
  if (present?.givenNames === name.givenNames && present.familyName === name.familyName) return child;
  await replaceName(db, { ...name, recordedBy: viewer.subject, recordedAt: clock.now() });
  loaders.names.clear(child.id);
  touched.change({ what: 'child name recorded', laCode, ids: [child.id], childIds: [child.id] });
  return child;
}

/** One space between words, none around them, no characters that break a line. */
function tidy(name: string): string {
  return name
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}
