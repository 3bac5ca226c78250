import { AuthorityFigures, childrenBehind, Page, useViewer } from '@mainstay/web-kit';
import { childrenPath } from '../urls.ts';

const behind = childrenBehind(childrenPath);

/** The module's first page: are children's lives getting steadier? */
export function StabilityPage({ la }: { readonly la: string }) {
  const viewer = useViewer();
  return (
    <Page title="Stability" caption={viewer.organisation}>
      <p className="govuk-body">
        How steady the lives of the children in your authority’s care are, those its practices look after included.
      </p>
      <AuthorityFigures la={la} behind={behind} />
    </Page>
  );
}
