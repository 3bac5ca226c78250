import { Button } from '../../components/button.tsx';
import { useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { Part } from '../../page/part.tsx';
import { Entries } from '../../record/entries/entries.tsx';
import { useViewer } from '../../session/session.tsx';
import { mayRecordStaff, useStaffPlace, workerPath } from '../staff-place.ts';
import { isFoundWorker, type StaffSection, type WithWorker, type WorkerHead } from './staff-section.ts';

interface SectionProps<Subject extends WithWorker> {
  readonly head: WorkerHead;
  readonly section: StaffSection<Subject>;
}

/** A section of a worker's page: what matters at a glance, then its lists with the way to record. */
export function StaffSectionView<Subject extends WithWorker>({ head, section }: SectionProps<Subject>) {
  const viewer = useViewer();
  const place = useStaffPlace();
  const operation = useOperation(section.query, { id: head.id });
  if (section.isFor?.(viewer, place) === false) return null;
  const at = { head, place, base: workerPath(place, head.id), mayRecord: mayRecordStaff(viewer, place) };
  return (
    <section aria-labelledby={section.id} className="mainstay-entries">
      <h2 className="govuk-heading-m" id={section.id}>
        {section.title}
      </h2>
      <Part what={section.title} operation={operation} shape="text" count={3}>
        {(answer) =>
          isFoundWorker<Subject>(answer) ? (
            <>
              {section.lead?.(answer, at)}
              <Lists subject={answer} head={head} section={section} base={at.base} mayRecord={at.mayRecord} />
            </>
          ) : (
            <EmptyState title="This is not open to you." />
          )
        }
      </Part>
    </section>
  );
}

function Lists<Subject extends WithWorker>(
  props: SectionProps<Subject> & {
    readonly subject: Subject;
    readonly base: string;
    readonly mayRecord: boolean;
  },
) {
  const { head, section, subject, base, mayRecord } = props;
  const viewer = useViewer();
  const isOnly = section.kinds.length === 1;
  return section.kinds.map((kind) => (
    <div key={kind.path}>
      {!isOnly && <h3 className="govuk-heading-s">{kind.title}</h3>}
      {mayRecord && (kind.mayBegin?.(viewer) ?? true) && (
        <Button to={`${base}/${kind.path}/new`} kind="secondary">
          {kind.newTitle ?? `Record ${kind.one}`}
        </Button>
      )}
      <Entries
        kind={kind}
        of={{ head, subject }}
        base={base}
        mayRecord={mayRecord}
        level={isOnly ? 3 : 4}
        hasEarlier={false}
      />
    </div>
  ));
}
