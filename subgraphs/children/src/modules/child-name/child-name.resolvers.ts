import type { Context } from '../../context.ts';
import { isWithheld } from '../child/child.parts-policy.ts';
import type { ChildRow } from '../child/child.repository.ts';
import type { ChildNameRow } from './child-name.repository.ts';
import { recordChildName, type RecordChildNameInput } from './child-name.service.ts';

export const childNameResolvers = {
  Child: {
    name: (child: ChildRow, _args: unknown, context: Context) => nameOf(child, context),
  },
  Mutation: {
    recordChildName: (_root: unknown, { input }: { input: RecordChildNameInput }, context: Context) =>
      recordChildName(input, context),
  },
};

async function nameOf(child: ChildRow, { viewer, loaders, touched }: Context): Promise<ChildNameRow | null> {
  if (isWithheld(viewer, child, 'NAME')) return null;
  touched.listed(child.id);
  return loaders.names.load(child.id);
}
