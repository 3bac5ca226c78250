import { useState, type SyntheticEvent } from 'react';
import { Button } from '../../components/button.tsx';
import { DateInput, readDate } from '../../components/date-input.tsx';
import { Details } from '../../components/details.tsx';
import { ErrorSummary } from '../../components/error-summary.tsx';
import { TextInput } from '../../components/fields.tsx';
import { Link } from '../../components/link.tsx';
import { InsetText } from '../../components/notices.tsx';
import { formatInstant } from '../../format/format.ts';
import { useNavigate } from '../../routing/router.tsx';
import { textIn } from '../form/read-record-form.ts';
import { knownAtSearch, readKnownAt } from './known-at.ts';

const wrong = 'Enter a day that is over, and a time such as 14:30 or none';

/** Says as of when a section is shown, and leads back to now. Nothing where it is shown as it is now. */
export function KnownAtNotice({ knownAt, nowTo }: { readonly knownAt: string | null; readonly nowTo: string }) {
  if (knownAt === null) return null;
  return (
    <InsetText>
      This is what was known on {formatInstant(knownAt)}. What was recorded or changed since is not shown, and nothing
      can be recorded here. <Link to={nowTo}>See what is known now</Link>
    </InsetText>
  );
}

/** Asks for a section as it was known at an earlier time; the time is in the page’s address. */
export function KnownAtChooser({ knownAt }: { readonly knownAt: string | null }) {
  const navigate = useNavigate();
  const [isWrong, setWrong] = useState(false);
  const submitted = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const day = readDate(form, 'known');
    const search = day && knownAtSearch(day, textIn(form, 'known-time'));
    const isThere = search !== null && readKnownAt(new URLSearchParams(search)) !== null;
    setWrong(!isThere);
    if (isThere) navigate(search);
  };
  return (
    <Details summary="See what was known at an earlier time" isOpen={knownAt !== null}>
      <ErrorSummary faults={isWrong ? [{ message: wrong, fieldId: 'known-day' }] : []} />
      <form noValidate onSubmit={submitted}>
        <DateInput name="known" label="On what day?" error={isWrong ? wrong : undefined} />
        <TextInput
          name="known-time"
          label="At what time?"
          hint="For example 14:30. Leave it empty for the end of the day."
          width={5}
        />
        <Button kind="secondary">Show what was known</Button>
      </form>
    </Details>
  );
}
