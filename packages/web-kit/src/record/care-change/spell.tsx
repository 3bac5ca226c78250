import type { ReactNode } from 'react';
import { SummaryList, type SummaryRow } from '../../components/summary-list.tsx';
import { formatDate } from '../../format/format.ts';

/** A time in a child's life that is read from the history: its heading and what is known of it. */
export function Spell(props: {
  readonly id: string;
  readonly heading: string;
  readonly rows?: readonly SummaryRow[];
  readonly children?: ReactNode;
}) {
  const { id, heading, rows = [], children } = props;
  return (
    <section aria-labelledby={id} className="mainstay-entry">
      <h3 className="govuk-heading-s" id={id}>
        {heading}
      </h3>
      {rows.length > 0 && (
        <SummaryList
          rows={rows.map(({ key, value }) => ({ key, value: <span className="mainstay-words">{value}</span> }))}
        />
      )}
      {children}
    </section>
  );
}

/** From which day to which, in words. */
export function timeInWords({ startedOn, endedOn }: { readonly startedOn: string; readonly endedOn: string | null }) {
  return endedOn === null ? `Since ${formatDate(startedOn)}` : `${formatDate(startedOn)} to ${formatDate(endedOn)}`;
}
