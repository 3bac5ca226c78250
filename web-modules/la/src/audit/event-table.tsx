import { Fragment } from 'react';
import { formatInstant, Link, Table, Tag } from '@mainstay/web-kit';
import type { AuditEventRowFragment } from '../generated/operations.ts';
import { personInWords } from '../person/person-words.ts';
import { auditPath, childPath } from '../urls.ts';
import { useActingFor } from './acting-for.ts';
import { addressOfFilters } from './audit-filters.ts';
import { doingsInWords, kindInWords, outcomeInWords } from './audit-words.ts';
import { purposeInWords } from './purpose-words.ts';

/** Children named in a cell before the rest are only counted. */
const NAMED = 5;

/** Events of the audit: when, who, what, whose records and what for. */
export function EventTable({
  caption,
  isCaptionHidden,
  events,
  linksPeople = false,
}: {
  readonly caption: string;
  readonly isCaptionHidden?: boolean;
  readonly events: readonly AuditEventRowFragment[];
  /** True leads from each person to what else they did. */
  readonly linksPeople?: boolean;
}) {
  const actingFor = useActingFor();
  return (
    <Table
      caption={caption}
      captionSize="s"
      {...(isCaptionHidden ? { isCaptionHidden } : {})}
      isDense
      rows={events}
      rowKey={(event) => event.id}
      columns={[
        { key: 'when', head: 'When', cell: (event) => formatInstant(event.at) },
        {
          key: 'who',
          head: 'Who',
          cell: (event) => (
            <>
              {linksPeople && event.person ? (
                <Link to={`${auditPath}${addressOfFilters({ person: event.person.id })}`}>
                  {personInWords(event.person)}
                </Link>
              ) : (
                personInWords(event.person)
              )}
              <br />
              <span className="govuk-body-s">{event.person && actingFor(event)}</span>
            </>
          ),
        },
        { key: 'what', head: 'What', cell: (event) => <What event={event} /> },
        { key: 'children', head: 'Children’s records', cell: (event) => <Records event={event} /> },
        { key: 'purpose', head: 'What for', cell: (event) => purposeInWords(event.purpose) },
      ]}
    />
  );
}

function What({ event }: { readonly event: AuditEventRowFragment }) {
  const outcome = outcomeInWords(event.outcome);
  const doings = doingsInWords(event).join('; ');
  return (
    <>
      {kindInWords(event.kind)} {outcome && <Tag colour={event.outcome === 'INTENDED' ? 'grey' : 'red'}>{outcome}</Tag>}
      {doings && (
        <>
          <br />
          {doings}
        </>
      )}
      {event.operation && (
        <>
          <br />
          <span className="govuk-body-s">through {event.operation}</span>
        </>
      )}
    </>
  );
}

function Records({ event }: { readonly event: AuditEventRowFragment }) {
  const { records, recordCount } = event;
  if (recordCount === 0) return 'None';
  const named = records.slice(0, NAMED);
  const others = recordCount - named.length;
  return (
    <>
      {named.map(({ id, localId }, index) => (
        <Fragment key={id}>
          {index > 0 && ', '}
          <Link to={childPath(id)}>{localId}</Link>
        </Fragment>
      ))}
      {others > 0 && (named.length > 0 ? ` and ${others} more` : String(others))}
    </>
  );
}
