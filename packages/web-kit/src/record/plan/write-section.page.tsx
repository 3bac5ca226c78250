import { useState, type ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { NotificationBanner } from '../../components/notices.tsx';
import { formatInstant } from '../../format/format.ts';
import {
  PlanSuggestionsDocument,
  WritePlanDocument,
  type CarePlanSectionKind,
  type PlanConflictFragment,
  type PlanEditionFragment,
} from '../../generated/operations.ts';
import { useMutationOperation, useOperation } from '../../graph/use-operation.ts';
import { EmptyState } from '../../page/empty-state.tsx';
import { useNavigate, useParams } from '../../routing/router.tsx';
import { useViewer } from '../../session/session.tsx';
import { RecordForm, type RecordAnswer } from '../form/record-form.tsx';
import { useMayRecord } from '../may-record.ts';
import { RecordPage, type RecordHead } from '../record-page.tsx';
import { WithPlan } from './plan-subject.tsx';
import { mayAgree, planNames, sectionWords } from './plan-words.ts';
import { sectionFields, sectionInitial, sectionInput } from './section-fields.ts';
import { SideBySide } from './side-by-side.tsx';

/** Writes one section of a plan. What somebody else wrote in it meanwhile is shown beside it; nothing is lost. */
export function WriteSectionPage({ childrenPath }: { readonly childrenPath: string }) {
  const { section = '' } = useParams();
  const [hasErrors, setHasErrors] = useState(false);
  const title = section in sectionWords ? sectionWords[section as CarePlanSectionKind].title : 'A section';
  return (
    <RecordPage
      childrenPath={childrenPath}
      section="plans"
      title={`Plan: ${title}`}
      part="PLANS"
      isForm
      hasErrors={hasErrors}
    >
      {(head) => (
        <WithPlan head={head}>
          {(plan) => (
            <IfMayWrite head={head} plan={plan} section={section}>
              <SectionForm
                head={head}
                plan={plan}
                section={section as CarePlanSectionKind}
                base={`${childrenPath}/${head.id}/plans`}
                onFaults={setHasErrors}
              />
            </IfMayWrite>
          )}
        </WithPlan>
      )}
    </RecordPage>
  );
}

function IfMayWrite(props: {
  readonly head: RecordHead;
  readonly plan: PlanEditionFragment;
  readonly section: string;
  readonly children: ReactNode;
}) {
  const { head, plan, section, children } = props;
  const { role } = useViewer();
  const mayRecord = useMayRecord(head, 'PLANS');
  const isThere = plan.sections.some((one) => one.section === section);
  if (!isThere) return <EmptyState title="This kind of plan has no such section." />;
  if (mayRecord && (plan.status === 'DRAFT' || mayAgree(role))) return children;
  return <EmptyState title="You cannot write in this plan." />;
}

interface SectionFormProps {
  readonly head: RecordHead;
  readonly plan: PlanEditionFragment;
  readonly section: CarePlanSectionKind;
  readonly base: string;
  readonly onFaults: (hasFaults: boolean) => void;
}

function SectionForm(props: SectionFormProps) {
  const { head, section, base, onFaults } = props;
  const [plan] = useState(props.plan);
  const [conflict, setConflict] = useState<PlanConflictFragment>();
  const [text, setText] = useState<string>();
  const navigate = useNavigate();
  const write = useWriting(plan, section, setConflict);
  const initial = sectionInitial(plan, section);
  return (
    <>
      <p className="govuk-body">
        {planNames[plan.kind]}, edition {plan.edition}. {sectionWords[section].hint}
      </p>
      {conflict && <WrittenMeanwhile conflict={conflict} section={section} />}
      <Suggestions head={head} plan={plan} section={section} onTake={(taken) => setText(taken)} />
      <RecordForm
        key={text}
        fields={sectionFields(plan, section)}
        initial={text === undefined ? initial : { ...initial, text }}
        send={write}
        onDone={() => navigate(base)}
        onFaults={onFaults}
        submit="Save the section"
        cancelTo={base}
      />
    </>
  );
}

/**
 * Sends the section. Where somebody else wrote only in other sections meanwhile, it is sent again on what there is now:
 * neither loses anything. Where both wrote in this one, both texts are shown first.
 */
function useWriting(
  plan: PlanEditionFragment,
  section: CarePlanSectionKind,
  onConflict: (conflict: PlanConflictFragment) => void,
) {
  const write = useMutationOperation(WritePlanDocument);
  const [version, setVersion] = useState(plan.recorded.version);
  return async (answers: Readonly<Record<string, unknown>>): Promise<RecordAnswer> => {
    const input = sectionInput(answers, plan, section);
    const send = async (on: number) =>
      (await write.run({ input: { ...input, id: plan.id, version: on } as never })).result;
    const first = await send(version);
    if (first.__typename !== 'CarePlanConflictError') return first;
    const isBoth = first.sections.some((one) => one.section === section && one.isBoth);
    const now = first.carePlan.recorded.version;
    const answer = isBoth ? first : await send(now);
    if (answer.__typename !== 'CarePlanConflictError') return answer;
    setVersion(answer.carePlan.recorded.version);
    onConflict(answer);
    return {
      __typename: 'RecordInputError',
      field: 'text',
      message: 'Somebody else wrote in this section meanwhile. Put both texts together in yours, and save it again',
    };
  };
}

function WrittenMeanwhile({
  conflict,
  section,
}: {
  readonly conflict: PlanConflictFragment;
  readonly section: CarePlanSectionKind;
}) {
  const found = conflict.sections.find((one) => one.section === section);
  const { by, at } = conflict.carePlan.recorded;
  return (
    <NotificationBanner heading={`${by.name ?? 'Somebody'} wrote in this section at ${formatInstant(at)}.`}>
      <p className="govuk-body">
        Nothing is lost: your text is still in the form. Bring both together there. What you save takes the place of
        theirs, which stays on record as an earlier version.
      </p>
      {found && (
        <SideBySide
          texts={[
            { title: 'Theirs, now on record', section: found.theirs },
            { title: 'Yours, not saved yet', section: found.yours },
          ]}
        />
      )}
    </NotificationBanner>
  );
}

function Suggestions(
  props: Pick<SectionFormProps, 'head' | 'plan' | 'section'> & { readonly onTake: (text: string) => void },
) {
  const { head, plan, section, onTake } = props;
  const { data } = useOperation(PlanSuggestionsDocument, { id: head.id, kind: plan.kind });
  const suggestions = (data?.child?.carePlanSuggestions ?? []).filter((one) => one.section === section);
  if (suggestions.length === 0) return null;
  const take = () => {
    const field = document.querySelector<HTMLTextAreaElement>('#text');
    onTake([field?.value.trim() ?? '', ...suggestions.map(({ text }) => text)].filter(Boolean).join('\n'));
  };
  return (
    <Details summary="What is already on record for this section">
      <ul className="govuk-list govuk-list--bullet">
        {suggestions.map(({ text, source }) => (
          <li key={text}>
            {text} <span className="mainstay-source">{source}</span>
          </li>
        ))}
      </ul>
      <Button type="button" kind="secondary" onClick={take}>
        Add this to the section
      </Button>
    </Details>
  );
}
