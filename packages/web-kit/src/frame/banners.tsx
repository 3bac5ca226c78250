import type { ReactNode } from 'react';
import { formatDate } from '../format/format.ts';
import type { Session } from '../session/session.tsx';

/** What everybody on this page must know all the time: that the data is made up, that an inspection is open. */
export function Banners({ session }: { session: Session }) {
  const inspection = session.viewer?.inspection;
  return (
    <>
      {session.demonstration && (
        <Banner kind="demonstration" tag="Demonstration">
          Every child, worker and figure here is made up.
        </Banner>
      )}
      {inspection && (
        <Banner kind="inspection" tag="Inspection">
          Open from {formatDate(inspection.from)} to {formatDate(inspection.to)}. You can read and change nothing. What
          you view is recorded, and shown to you and to the authority.
        </Banner>
      )}
    </>
  );
}

/** A line across the page that stays as long as what it says is so. */
export function Banner(props: {
  readonly kind: 'demonstration' | 'inspection' | 'glass';
  /** What it is about, in a word or two. */
  readonly tag: string;
  readonly children: ReactNode;
}) {
  const { kind, tag, children } = props;
  return (
    <div className={`mainstay-banner mainstay-banner--${kind}`} role="region" aria-label={tag}>
      <div className="govuk-width-container mainstay-banner__content">
        <strong className="mainstay-banner__tag">{tag}</strong>
        <span>{children}</span>
      </div>
    </div>
  );
}
