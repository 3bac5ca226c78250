import { formatInstant } from '../format/format.ts';
import type { RecordedByFragment } from '../generated/operations.ts';

/** Who recorded an entry and when, in a line; a correction says why. */
export function RecordedBy({ recorded }: { readonly recorded: RecordedByFragment }) {
  const who = recorded.by.name ?? 'Somebody';
  return (
    <p className="govuk-body-s mainstay-recorded-by">
      {recorded.version === 1 ? 'Recorded' : 'Changed'} by {who}, {formatInstant(recorded.at)}
      {recorded.reason && <>: “{recorded.reason}”</>}
    </p>
  );
}
