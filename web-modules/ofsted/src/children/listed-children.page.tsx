import { ChildrenPage, useOperation, type Inspection } from '@mainstay/web-kit';
import { useMemo } from 'react';
import { InspectionSampleDocument } from '../generated/operations.ts';
import { childPath } from '../urls.ts';

/** The authority's children, all of whom are listed; the records of those in the sample can be opened. */
export function ListedChildrenPage({ inspection }: { readonly inspection: Inspection }) {
  const { data } = useOperation(InspectionSampleDocument, { inspection: inspection.id });
  const sample = useMemo(() => new Set(data?.inspection?.sample.map(({ id }) => id)), [data]);
  return <ChildrenPage la={inspection.la} childPath={childPath} sample={sample} />;
}
