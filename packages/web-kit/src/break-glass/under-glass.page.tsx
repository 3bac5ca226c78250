import { useEffect, useMemo, useState } from 'react';
import { ChildPage, type ChildPageProps } from '../children/child.page.tsx';
import { Button } from '../components/button.tsx';
import { useNow } from '../format/use-now.ts';
import { ChildUnderGlassDocument, EndBreakGlassDocument, MyBrokenGlassesDocument } from '../generated/operations.ts';
import { GlassProvider, glassPrefix, isGlassOver, type Glass } from '../graph/glass.tsx';
import { useOperationCache } from '../graph/graph-provider.tsx';
import { runOperation } from '../graph/graphql-client.ts';
import { useOperation } from '../graph/use-operation.ts';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { useParams } from '../routing/router.tsx';
import { GlassBanner } from './glass-banner.tsx';
import { minutesLeft } from './glass-time.ts';

/** Milliseconds between two looks at the clock. */
const TICK = 10_000;
/** Milliseconds between two questions whether the glass has been ended elsewhere. */
const ASK_EVERY = 60_000;

type UnderGlassProps = Omit<ChildPageProps, 'childId'>;

/** The record of one child under a broken glass, with the minutes left over it; once it is over, a page that says so. */
export function UnderGlassPage(props: UnderGlassProps) {
  const { glassId = '' } = useParams();
  const [isOver, setOver] = useState(false);
  const cache = useOperationCache();
  const now = useNow(TICK);
  const mine = useOperation(MyBrokenGlassesDocument, {}, { refreshEvery: ASK_EVERY, isEnabled: !isOver });
  const glass = mine.data?.myBrokenGlasses.find(({ id }) => id === glassId);
  const isGone = mine.data !== undefined && !glass && !mine.isRefreshing;
  if (!isOver && (isGone || (glass && minutesLeft(glass.until, now) === 0))) setOver(true);
  useEffect(() => {
    // Nothing of the record stays in the page's memory.
    if (isOver) cache.forget(glassPrefix({ id: glassId }));
  }, [cache, glassId, isOver]);
  const around = useMemo<Glass>(
    () => ({
      id: glassId,
      told: (error) => {
        if (isGlassOver(error)) setOver(true);
        throw error;
      },
    }),
    [glassId],
  );
  if (isOver) return <GlassOver childrenPath={props.childrenPath} />;
  if (!glass) {
    return (
      <Page title="Child">
        <Part what="The child’s record" operation={mine} shape="text" count={8}>
          {() => null}
        </Part>
      </Page>
    );
  }
  const end = async () => {
    // Without the header: under a glass nothing is changed.
    await runOperation(EndBreakGlassDocument, { input: { id: glassId } });
    setOver(true);
    cache.forget(glassPrefix({ id: glassId }));
    cache.invalidate();
  };
  return (
    <>
      <GlassBanner glass={glass} now={now} onEnd={end} />
      <GlassProvider value={around}>
        <RecordUnderGlass {...props} />
      </GlassProvider>
    </>
  );
}

/** Only under its glass does the child have an id for this viewer. */
function RecordUnderGlass(props: UnderGlassProps) {
  const { glassId = '' } = useParams();
  const operation = useOperation(ChildUnderGlassDocument, {});
  const child = operation.data?.myBrokenGlasses.find(({ id }) => id === glassId)?.child;
  if (child) return <ChildPage {...props} childId={child.id} />;
  return (
    <Page title="Child">
      <Part what="The child’s record" operation={operation} shape="text" count={8}>
        {() => <p className="govuk-body">There is no record under this number any more.</p>}
      </Part>
    </Page>
  );
}

function GlassOver({ childrenPath }: { readonly childrenPath: string }) {
  return (
    <Page title="The record is closed again" isNarrow>
      <p className="govuk-body">
        A record that is opened by breaking the glass stays open for 60 minutes at most, and only to who broke it. Yours
        has been ended, its time is over, or it never was.
      </p>
      <p className="govuk-body">Somebody else now reviews whether it was justified. They may ask you about it.</p>
      <Button to={childrenPath}>Go back to the children</Button>
    </Page>
  );
}
