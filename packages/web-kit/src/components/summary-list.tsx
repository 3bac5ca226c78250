import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Link } from './link.tsx';

/** A fact: its name, its value and what can be done about it. */
export interface SummaryRow {
  readonly key: string;
  readonly value: ReactNode;
  readonly actions?: readonly SummaryAction[];
}

/** `text` is what is seen; `about` is added for a screen reader: `Change` · `date of birth`. */
export interface SummaryAction {
  readonly text: string;
  readonly about: string;
  readonly to: string;
}

/** GOV.UK's summary list. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const anyActions = rows.some((row) => row.actions?.length);
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => (
        <div
          key={row.key}
          className={classNames(
            'govuk-summary-list__row',
            anyActions && !row.actions?.length && 'govuk-summary-list__row--no-actions',
          )}
        >
          <dt className="govuk-summary-list__key">{row.key}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          <Actions actions={row.actions ?? []} />
        </div>
      ))}
    </dl>
  );
}

function Actions({ actions }: { actions: readonly SummaryAction[] }) {
  const [first] = actions;
  if (!first) return null;
  return (
    <dd className="govuk-summary-list__actions">
      {actions.length === 1 ? (
        <Action {...first} />
      ) : (
        <ul className="govuk-summary-list__actions-list">
          {actions.map((action) => (
            <li className="govuk-summary-list__actions-list-item" key={action.text}>
              <Action {...action} />
            </li>
          ))}
        </ul>
      )}
    </dd>
  );
}

function Action({ to, text, about }: SummaryAction) {
  return (
    <Link to={to}>
      <Fragment>
        {text}
        <span className="govuk-visually-hidden"> {about}</span>
      </Fragment>
    </Link>
  );
}
