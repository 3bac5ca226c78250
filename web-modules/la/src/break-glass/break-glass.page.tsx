import {
  EmptyState,
  Link,
  NotificationBanner,
  Page,
  Part,
  useNavigate,
  useOperation,
  useSearchParams,
  useViewer,
} from '@mainstay/web-kit';
import { useState } from 'react';
import { AccessCrumbs } from '../access/access-crumbs.tsx';
import { useIsManager } from '../access/for-managers.tsx';
import { ViewChooser } from '../access/view-chooser.tsx';
import {
  BrokenGlassesDocument,
  OwnBrokenGlassesDocument,
  type BrokenGlassRowFragment,
} from '../generated/operations.ts';
import { breakGlassPath } from '../urls.ts';
import { glassStates } from './break-glass-words.ts';
import { GlassTable } from './glass-table.tsx';
import { ReviewForm } from './review.form.tsx';

/** Who broke glass to see a child: a manager reviews it, never the one who broke it; everybody sees their own. */
export function BreakGlassPage() {
  const { organisation } = useViewer();
  const [hasErrors, setHasErrors] = useState(false);
  const isManager = useIsManager();
  return (
    <Page title="Broken glass" caption={organisation} before={<AccessCrumbs />} hasErrors={hasErrors}>
      <p className="govuk-body">
        Somebody who must see a child at once, and may not, can break the glass: they give a reason and see that one
        child for 60 minutes, without changing anything. Afterwards a manager looks at whether there was cause. Whoever
        broke the glass never reviews it: somebody else must.
      </p>
      <OwnGlasses isManager={isManager} />
      {isManager && <ToReview onFaults={setHasErrors} />}
    </Page>
  );
}

function OwnGlasses({ isManager }: { readonly isManager: boolean }) {
  const operation = useOperation(OwnBrokenGlassesDocument, {});
  return (
    <Part what="Your own broken glass" operation={operation} shape="text">
      {({ myBrokenGlasses }) => {
        if (myBrokenGlasses.length === 0) {
          if (isManager) return null;
          return (
            <EmptyState title="You are not looking at a child under broken glass.">
              What you broke before waits for a manager, or has been reviewed.
            </EmptyState>
          );
        }
        return (
          <>
            <GlassTable caption="Your own, live now" glasses={myBrokenGlasses} />
            <p className="govuk-body">Another manager reviews these when they are over.</p>
          </>
        );
      }}
    </Part>
  );
}

function ToReview({ onFaults }: { readonly onFaults: (hasFaults: boolean) => void }) {
  const { laCode } = useViewer();
  const navigate = useNavigate();
  const [search] = useSearchParams();
  const [isReviewed, setReviewed] = useState(false);
  const state = glassStates.find(({ view }) => view === search.get('show')) ?? glassStates[0];
  const asked = search.get('review');
  const operation = useOperation(BrokenGlassesDocument, { la: laCode ?? '', status: state?.status ?? null });
  const leave = () => {
    setReviewed(true);
    navigate(breakGlassPath);
  };
  return (
    <>
      {isReviewed && !asked && <NotificationBanner heading="Your review is recorded." isSuccess />}
      {!asked && (
        <ViewChooser
          label="Broken glass"
          views={glassStates.map(({ view, words }) => ({
            to: `?show=${view}`,
            words,
            isCurrent: view === state?.view,
          }))}
        />
      )}
      <Part what="Broken glass" operation={operation} shape="table" count={4}>
        {({ localAuthority }) => {
          const glasses = localAuthority?.brokenGlasses ?? [];
          if (asked) return <OneGlass glasses={glasses} id={asked} onFaults={onFaults} onReviewed={leave} />;
          if (glasses.length === 0) return <EmptyState title={state?.none ?? ''} />;
          return (
            <GlassTable
              caption={`${state?.words}, newest first`}
              glasses={glasses}
              reviewPath={({ id }) => `${breakGlassPath}?review=${encodeURIComponent(id)}`}
            />
          );
        }}
      </Part>
    </>
  );
}

function OneGlass(props: {
  readonly glasses: readonly BrokenGlassRowFragment[];
  readonly id: string;
  readonly onFaults: (hasFaults: boolean) => void;
  readonly onReviewed: () => void;
}) {
  const { glasses, id, ...form } = props;
  const glass = glasses.find((candidate) => candidate.id === id);
  if (glass) return <ReviewForm glass={glass} {...form} />;
  return (
    <EmptyState title="This broken glass does not wait to be reviewed.">
      Somebody may have reviewed it. <Link to={breakGlassPath}>Back to what waits</Link>
    </EmptyState>
  );
}
