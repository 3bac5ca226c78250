import { systemClock } from '@mainstay/primitives';
import { useState, type FormEvent } from 'react';
import { useLocation, useNavigate } from '../routing/router.tsx';
import { Button, ButtonGroup } from '../components/button.tsx';
import { DateInput, readDate } from '../components/date-input.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Radios, TextInput } from '../components/fields.tsx';
import { Details } from '../components/details.tsx';
import { formatDate } from '../format/format.ts';
import { addressOfFilters, type ChildrenFilters } from './children-filters.ts';

const FAULT = 'Enter a day that exists, such as 31 3 2026';

/** The filters of the list of children. Applying them changes the page's address. */
export function ChildrenFilterForm({
  filters,
  onFaults,
}: {
  readonly filters: ChildrenFilters;
  /** Told whether the form has faults, for the page's title. */
  readonly onFaults: (hasFaults: boolean) => void;
}) {
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [fault, setFault] = useState<string>();
  const apply = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const isAny = form.get('when') === 'any';
    const day = isAny ? null : readDate(form, 'on');
    onFaults(!isAny && !day);
    if (!isAny && !day) return setFault(FAULT);
    const starts = form.get('id');
    const next = {
      ...filters,
      lookedAfterOn: day,
      localIdStartsWith: typeof starts === 'string' ? starts.trim() : '',
      after: null,
    };
    navigate(`${pathname}${addressOfFilters(next)}`);
  };
  return (
    <>
      <ErrorSummary faults={fault ? [{ message: fault, fieldId: 'on-day' }] : []} />
      <Details summary={`Filters: ${filtersInWords(filters)}`} isOpen={fault !== undefined}>
        <form onSubmit={apply} noValidate>
          <Radios
            name="when"
            label="Which children"
            isSmall
            defaultValue={filters.lookedAfterOn ? 'day' : 'any'}
            choices={[
              { value: 'day', text: 'Looked after on the day below' },
              { value: 'any', text: 'All, those no longer looked after included' },
            ]}
          />
          <DateInput
            name="on"
            label="Day"
            hint="For example, 31 3 2026"
            defaultValue={filters.lookedAfterOn ?? systemClock.today()}
            error={fault}
          />
          <TextInput
            name="id"
            label="Local id begins with"
            width={10}
            spellCheck={false}
            defaultValue={filters.localIdStartsWith}
          />
          <ButtonGroup>
            <Button>Show children</Button>
            <Button kind="secondary" to={pathname}>
              Clear filters
            </Button>
          </ButtonGroup>
        </form>
      </Details>
    </>
  );
}

/** The filters in a line. */
function filtersInWords({ lookedAfterOn, localIdStartsWith, practice }: ChildrenFilters): string {
  const words = [lookedAfterOn ? `looked after on ${formatDate(lookedAfterOn)}` : 'looked after on any day'];
  if (localIdStartsWith) words.push(`local id begins with ${localIdStartsWith}`);
  if (practice) words.push('of one practice');
  return words.join(', ');
}
