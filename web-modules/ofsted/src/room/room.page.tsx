import { systemClock } from '@mainstay/primitives';
import {
  AuthorityFigures,
  childrenBehind,
  EmptyState,
  formatCount,
  formatDate,
  formatPeriod,
  InsetText,
  Page,
  useViewer,
} from '@mainstay/web-kit';
import { childrenPath } from '../urls.ts';
import { daysLeft } from './inspection-window.ts';

const behind = childrenBehind(childrenPath);

/** The inspection's room: what is open, until when, and the authority's figures. Nothing in it can be changed. */
export function RoomPage() {
  const { inspection } = useViewer();
  if (!inspection) {
    return (
      <Page title="Room">
        <EmptyState title="No inspection is open to you.">
          Records are open to an inspector within an inspection’s window.
        </EmptyState>
      </Page>
    );
  }
  const left = daysLeft(inspection, systemClock.today());
  return (
    <Page title="Room" caption="Inspection of children’s services">
      <InsetText>
        <p className="govuk-body">Open to you: {formatPeriod(inspection.from, inspection.to)}, to read only.</p>
        <p className="govuk-body govuk-!-margin-bottom-0">
          {left === null
            ? `The window is closed today. It was or will be open from ${formatDate(inspection.from)}.`
            : `Today and ${formatCount(left, 'more day', 'more days')}.`}
        </p>
      </InsetText>
      <AuthorityFigures la={inspection.la} behind={behind} />
    </Page>
  );
}
