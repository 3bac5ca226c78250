import { InsetText, Page, useViewer } from '@mainstay/web-kit';
import type { ReactNode } from 'react';
import { AccessCrumbs } from './access-crumbs.tsx';

/** Whether the viewer is a manager of the authority: who looks after access here. */
export function useIsManager(): boolean {
  return useViewer().role === 'la-manager';
}

/** Draws a page for the authority's managers; everybody else is told who may see it, and what it is for. */
export function ForManagers({
  title,
  purpose,
  children,
}: {
  readonly title: string;
  /** What managers do with the page, in one sentence. */
  readonly purpose: string;
  readonly children: ReactNode;
}) {
  const { organisation } = useViewer();
  if (useIsManager()) return children;
  return (
    <Page title={title} caption={organisation} before={<AccessCrumbs />} isNarrow>
      <InsetText>This page is for the managers of {organisation}.</InsetText>
      <p className="govuk-body">{purpose}</p>
      <p className="govuk-body">If you need something from it, ask one of them.</p>
    </Page>
  );
}
