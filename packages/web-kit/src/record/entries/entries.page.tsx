import { Button } from '../../components/button.tsx';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { useViewer } from '../../session/session.tsx';
import { useMayRecord } from '../may-record.ts';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { Entries } from './entries.tsx';
import { isFound, type EntrySection, type WithChild } from './entry-kind.ts';
import { KnownAtChooser, KnownAtNotice } from './known-at-chooser.tsx';
import { useKnownAt } from './known-at.ts';

/** What a page of a section is told. */
export interface SectionPageProps<Subject extends WithChild> {
  readonly childrenPath: string;
  readonly section: EntrySection<Subject>;
}

/** A section of a child's record that is lists of entries: now, or as it was known at an earlier time. */
export function EntriesPage<Subject extends WithChild>({ childrenPath, section }: SectionPageProps<Subject>) {
  return (
    <RecordPage childrenPath={childrenPath} section={section.path} title={section.title} part={section.part}>
      {(head) => <Section head={head} section={section} base={`${childrenPath}/${head.id}/${section.path}`} />}
    </RecordPage>
  );
}

interface SectionProps<Subject extends WithChild> {
  readonly head: RecordHead;
  readonly section: EntrySection<Subject>;
  readonly base: string;
}

function Section<Subject extends WithChild>({ head, section, base }: SectionProps<Subject>) {
  const knownAt = useKnownAt();
  const mayRecord = useMayRecord(head, section.part, section.alsoRecordedBy) && knownAt === null;
  const operation = useOperation(section.query, { id: head.id, knownAt });
  return (
    <>
      <KnownAtNotice knownAt={knownAt} nowTo={base} />
      <Part what={section.title} operation={operation} shape="text" count={6}>
        {(answer) =>
          isFound<Subject>(answer) ? (
            <>
              {section.lead?.(answer, { head, base, mayRecord })}
              {knownAt === null && section.overview?.(answer)}
              <Lists subject={answer} {...{ head, section, base, mayRecord }} />
            </>
          ) : (
            <EmptyState title="There is no such child that you may see." />
          )
        }
      </Part>
      <KnownAtChooser key={knownAt} knownAt={knownAt} />
    </>
  );
}

function Lists<Subject extends WithChild>(
  props: SectionProps<Subject> & { readonly subject: Subject; readonly mayRecord: boolean },
) {
  const { head, section, base, subject, mayRecord } = props;
  const viewer = useViewer();
  const isOnly = section.kinds.length === 1 && section.lead === undefined;
  return section.kinds.map((kind) => (
    <section key={kind.path} aria-labelledby={isOnly ? undefined : `list-${kind.path}`} className="mainstay-entries">
      {!isOnly && (
        <h2 className="govuk-heading-m" id={`list-${kind.path}`}>
          {kind.title}
        </h2>
      )}
      {mayRecord && (kind.mayBegin?.(viewer) ?? true) && (
        <Button
          to={[base, kind.path, 'new'].filter(Boolean).join('/')}
          {...(isOnly ? {} : { kind: 'secondary' as const })}
        >
          {kind.newTitle ?? `Record ${kind.one}`}
        </Button>
      )}
      <Entries kind={kind} of={{ head, subject }} base={base} mayRecord={mayRecord} level={isOnly ? 2 : 3} />
    </section>
  ));
}
