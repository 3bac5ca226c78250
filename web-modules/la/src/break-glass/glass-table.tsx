import { formatInstant, Link, Table, useViewer } from '@mainstay/web-kit';
import type { BrokenGlassRowFragment } from '../generated/operations.ts';
import { personInWords, personWithRole } from '../person/person-words.ts';
import { childPath } from '../urls.ts';
import { findingInWords } from './break-glass-words.ts';

/** Broken glass: who, which child, why, and what a review found. */
export function GlassTable({
  caption,
  glasses,
  reviewPath,
}: {
  readonly caption: string;
  readonly glasses: readonly BrokenGlassRowFragment[];
  /** Where one that waits is reviewed; without it no review is offered. */
  readonly reviewPath?: (glass: BrokenGlassRowFragment) => string;
}) {
  const { personId } = useViewer();
  return (
    <Table
      caption={caption}
      captionSize="s"
      rows={glasses}
      rowKey={(glass) => glass.id}
      columns={[
        { key: 'when', head: 'When', cell: (glass) => formatInstant(glass.brokenAt) },
        { key: 'who', head: 'Who broke it', cell: (glass) => personWithRole(glass.brokenBy) },
        { key: 'child', head: 'Child', cell: (glass) => <ChildNumber glass={glass} /> },
        { key: 'why', head: 'Their reason', cell: (glass) => glass.reason },
        { key: 'until', head: 'Until', cell: (glass) => formatInstant(glass.until) },
        {
          key: 'review',
          head: 'Review',
          cell: (glass) => {
            if (glass.review) {
              const { finding, note, reviewedBy, reviewedAt } = glass.review;
              return `${findingInWords(finding)}, ${personInWords(reviewedBy)}, ${formatInstant(reviewedAt)}: ${note}`;
            }
            if (glass.status === 'LIVE') return 'When it is over';
            if (!reviewPath) return 'Waits';
            if (glass.brokenBy.id === personId) return 'You broke it: another manager must review it';
            return (
              <Link to={reviewPath(glass)}>
                Review<span className="govuk-visually-hidden"> the glass broken {formatInstant(glass.brokenAt)}</span>
              </Link>
            );
          },
        },
      ]}
    />
  );
}

/** The number of a glass's child; it leads to the record where the viewer may see it. */
export function ChildNumber({ glass }: { readonly glass: BrokenGlassRowFragment }) {
  return glass.child ? <Link to={childPath(glass.child.id)}>{glass.childLocalId}</Link> : glass.childLocalId;
}
