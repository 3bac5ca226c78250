import { Button } from '../../components/button.tsx';
import { NotificationBanner } from '../../components/notices.tsx';
import { formatCount } from '../../format/format.ts';
import type { CareRecordedFragment } from '../../generated/operations.ts';

/** It is on record, and the return is at odds with it: what to look at, and the way on. */
export function CareWarnings(props: { readonly warnings: CareRecordedFragment['warnings']; readonly to: string }) {
  const { warnings, to } = props;
  return (
    <>
      <NotificationBanner
        isSuccess
        title="Recorded"
        heading={`It is on record. The yearly return now has ${formatCount(warnings.length, 'thing')} to check.`}
      >
        <ul className="govuk-list govuk-list--bullet">
          {warnings.map(({ rule, collectionYear, message, whatToDo }) => (
            <li key={`${rule.code} ${collectionYear}`}>
              {message} {whatToDo} (Rule {rule.code}, return of {collectionYear})
            </li>
          ))}
        </ul>
      </NotificationBanner>
      <Button to={to}>Continue</Button>
    </>
  );
}
