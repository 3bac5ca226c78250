import { Tag } from '../../components/notices.tsx';
import type { Attention } from './attention.ts';

/** What a manager should look at, what is late already first; each leads to the part of the page that shows it. */
export function AttentionList({ attention }: { readonly attention: readonly Attention[] }) {
  return (
    <section aria-labelledby="attention" className="mainstay-entries">
      <h2 className="govuk-heading-m" id="attention">
        What needs you
      </h2>
      {attention.length === 0 ? (
        <p className="govuk-body">Nothing: nobody is overdue, and nobody is over a limit.</p>
      ) : (
        <ul className="govuk-list mainstay-work-list">
          {attention.map(({ urgency, text, anchor }) => (
            <li key={text} className="mainstay-work-list__item">
              <Tag colour={urgency === 'now' ? 'red' : 'orange'}>{urgency === 'now' ? 'Now' : 'Soon'}</Tag>{' '}
              <a className="govuk-link" href={`#${anchor}`}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
