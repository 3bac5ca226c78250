import { Anchor } from '../components/link.tsx';
import { Banner } from '../frame/banners.tsx';
import { BrokenGlassesToNoticeDocument } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { useAttended } from '../page/use-attended.ts';
import { noticeInWords } from './notice-words.ts';

/** Milliseconds between two questions, while somebody is at the page. */
const ASK_EVERY = 60_000;

/** Tells an authority's manager of records that are open under a broken glass or wait for review; quiet without any. */
export function BrokenGlassesNotice(props: {
  /** ONS code of the authority. */
  readonly la: string;
  /** Where they are listed. */
  readonly path: string;
}) {
  const { la, path } = props;
  const isAttended = useAttended();
  const { data } = useOperation(
    BrokenGlassesToNoticeDocument,
    { la },
    { isEnabled: isAttended, keepPrevious: true, refreshEvery: ASK_EVERY },
  );
  const words = noticeInWords(data?.localAuthority?.live.length ?? 0, data?.localAuthority?.toReview.length ?? 0);
  return (
    <div role="status" className="mainstay-unprinted">
      {words && (
        <Banner kind="glass" tag="Break-glass">
          {words}{' '}
          <Anchor to={path} className="mainstay-banner__button">
            See who opened what, and why
          </Anchor>
        </Banner>
      )}
    </div>
  );
}
