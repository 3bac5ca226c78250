import { Breadcrumbs, type Crumb } from '@mainstay/web-kit';
import { accessPath } from '../urls.ts';

/** The way to a page about access. */
export function AccessCrumbs({ then = [] }: { readonly then?: readonly Crumb[] }) {
  return <Breadcrumbs crumbs={[{ text: 'Access', to: accessPath }, ...then]} />;
}
