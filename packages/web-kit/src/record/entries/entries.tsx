import { Details } from '../../components/details.tsx';
import { Link } from '../../components/link.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatCount } from '../../format/format.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useViewer } from '../../session/session.tsx';
import { RecordedBy } from '../recorded-by.tsx';
import { type Entry, type EntryKind, type FormSubject } from './entry-kind.ts';
import { summaryOf } from './entry-rows.ts';
import { justBefore } from './known-at.ts';

/** A list of entries. */
export interface EntriesProps<Subject, Head> {
  readonly kind: EntryKind<Subject, Head>;
  readonly of: FormSubject<Subject, Head>;
  /** The section's address. */
  readonly base: string;
  readonly mayRecord: boolean;
  /** The level of the entries' headings: 3 below a list's own heading. */
  readonly level: 2 | 3 | 4;
  /** False where the section cannot be shown as it was known earlier. */
  readonly hasEarlier?: boolean;
}

/** How many entries a list shows before the rest goes under a line. */
const AT_ONCE = 5;

/** The entries of one kind, newest first: the first few in full, earlier ones under a line. */
export function Entries<Subject, Head>(props: EntriesProps<Subject, Head>) {
  const { kind, of, mayRecord } = props;
  const entries = kind.entriesOf(of.subject);
  if (entries.length === 0) return <EmptyState title={kind.empty}>{mayRecord ? kind.emptyHint : null}</EmptyState>;
  const earlier = entries.slice(AT_ONCE);
  return (
    <>
      {entries.slice(0, AT_ONCE).map((entry) => (
        <EntryView key={entry.id} {...props} entry={entry} />
      ))}
      {earlier.length > 0 && (
        <Details summary={`${formatCount(earlier.length, 'more entry', 'more entries')} in ${lower(kind.title)}`}>
          {earlier.map((entry) => (
            <EntryView key={entry.id} {...props} entry={entry} />
          ))}
        </Details>
      )}
    </>
  );
}

function EntryView<Subject, Head>(props: EntriesProps<Subject, Head> & { readonly entry: Entry }) {
  const { kind, of, base, mayRecord, level, entry, hasEarlier = true } = props;
  const Heading = `h${level}` as const;
  const head = kind.headOf(entry, of.subject);
  const rows = summaryOf(kind, entry, of);
  const viewer = useViewer();
  const mayChange = mayRecord && (kind.mayChange?.(entry, viewer) ?? true);
  const mayWithdraw = mayRecord && (kind.mayWithdraw?.(entry, viewer) ?? true);
  const { version, at } = entry.recorded;
  return (
    <section aria-labelledby={entry.id} className="mainstay-entry">
      <Heading className="govuk-heading-s" id={entry.id}>
        {head}
      </Heading>
      <SummaryList
        rows={rows.map(({ key, value }) => ({ key, value: <span className="mainstay-words">{value}</span> }))}
      />
      {kind.after?.(entry, { base, mayRecord })}
      <RecordedBy recorded={entry.recorded} />
      <ul className="govuk-list mainstay-entry__actions">
        {mayChange && <EntryAction to={`${entryPath(base, kind.path, entry)}/change`} text="Change" about={head} />}
        {mayWithdraw && (
          <EntryAction to={`${entryPath(base, kind.path, entry)}/withdraw`} text="Withdraw" about={head} />
        )}
        {hasEarlier && version > 1 && (
          <EntryAction to={`${base}${justBefore(at)}`} text="What it said before" about={head} />
        )}
      </ul>
    </section>
  );
}

function EntryAction({ to, text, about }: { readonly to: string; readonly text: string; readonly about: string }) {
  return (
    <li>
      <Link to={to}>
        {text}
        <span className="govuk-visually-hidden">: {about}</span>
      </Link>
    </li>
  );
}

/** The address of one entry's own pages. */
export function entryPath(base: string, kindPath: string, { id }: Pick<Entry, 'id'>): string {
  return [base, kindPath, encodeURIComponent(id)].filter(Boolean).join('/');
}

function lower(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
