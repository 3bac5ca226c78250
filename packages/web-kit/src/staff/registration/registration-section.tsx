import { Button } from '../../components/button.tsx';
import { Tag, type TagColour } from '../../components/notices.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatCount, formatDate } from '../../format/format.ts';
import type { RegistrationFactsFragment } from '../../generated/operations.ts';
import { RecordedBy } from '../../record/recorded-by.tsx';
import type { StaffLeadAt } from '../worker/staff-section.ts';

/** How many days before the last day of a registration it is warned of. */
export const WARNS = 90;

/** How a registration stands, in words, and the colour of its tag. */
export function registrationInWords(
  registration: Pick<RegistrationFactsFragment, 'status' | 'daysLeft' | 'expiresOn'> | null,
): { text: string; colour: TagColour } {
  if (!registration) return { text: 'None on record', colour: 'grey' };
  const { status, daysLeft } = registration;
  if (status === 'LAPSED') return { text: 'Lapsed', colour: 'red' };
  if (status === 'SUSPENDED') return { text: 'Suspended', colour: 'red' };
  if (status === 'REMOVED') return { text: 'Removed', colour: 'red' };
  if (daysLeft <= WARNS) return { text: `Ends in ${formatCount(daysLeft, 'day')}`, colour: 'orange' };
  return { text: 'In force', colour: 'green' };
}

/** A worker's registration with the regulator, with a warning before it ends. */
export function RegistrationView({ head, base, mayRecord }: Pick<StaffLeadAt, 'head' | 'base' | 'mayRecord'>) {
  const { registration } = head;
  const stands = registrationInWords(registration);
  return (
    <section aria-labelledby="registration" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="registration">
        Registration
      </h2>
      <p className="govuk-body">
        <Tag colour={stands.colour}>{stands.text}</Tag>
        {registration === null && ' Somebody without a registration cannot be a child’s lead professional.'}
      </p>
      {registration && (
        <>
          <SummaryList
            rows={[
              { key: 'Number', value: registration.number },
              ...(registration.statusSince
                ? [{ key: 'Stands so since', value: formatDate(registration.statusSince) }]
                : []),
              { key: 'First registered', value: formatDate(registration.registeredOn) },
              { key: 'Last day unless renewed', value: formatDate(registration.expiresOn) },
            ]}
          />
          <RecordedBy recorded={registration.recorded} />
        </>
      )}
      {mayRecord && (
        <Button to={`${base}/registration`} kind="secondary">
          {registration ? 'Renew or change the registration' : 'Record the registration'}
        </Button>
      )}
    </section>
  );
}
