import { Button } from '../../components/button.tsx';
import { Details } from '../../components/details.tsx';
import { Link } from '../../components/link.tsx';
import { Tag } from '../../components/notices.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { formatCount, formatDate, formatInstant } from '../../format/format.ts';
import type { PlanEditionFragment, PlanSectionFragment } from '../../generated/operations.ts';
import { useViewer } from '../../session/session.tsx';
import { careParties } from '../care-party.ts';
import { choiceInWords, notKnownInWords, yesNoInWords } from '../entries/entry-rows.ts';
import { RecordedBy } from '../recorded-by.tsx';
import { mayAgree, permanenceAims, planNames, sectionWords } from './plan-words.ts';

/** An edition of a plan, and what can be done with it. */
export interface EditionProps {
  readonly plan: PlanEditionFragment;
  /** The address of the child's plans. */
  readonly base: string;
  readonly mayRecord: boolean;
  /** True to show it at once; earlier editions stay under a line. */
  readonly isOpen: boolean;
}

/** One edition of a plan: its sections, how it was agreed, and its versions. */
export function EditionView(props: EditionProps) {
  const { plan, isOpen } = props;
  const title = `Edition ${plan.edition}`;
  if (!isOpen) {
    const held = plan.agreement ? `agreed on ${formatDate(plan.agreement.agreedOn)}` : 'never agreed';
    return (
      <Details summary={`${title} of the ${planNames[plan.kind].toLowerCase()}, ${held}`}>
        <Edition {...props} />
      </Details>
    );
  }
  return (
    <>
      <h3 className="govuk-heading-s">
        {title}{' '}
        <Tag colour={plan.status === 'AGREED' ? 'green' : 'yellow'}>
          {plan.status === 'AGREED' ? 'Agreed' : 'Draft'}
        </Tag>
      </h3>
      <Edition {...props} />
    </>
  );
}

function Edition({ plan, base, mayRecord, isOpen }: EditionProps) {
  const { role } = useViewer();
  const isDraft = plan.status === 'DRAFT';
  const mayWrite = mayRecord && isOpen && (isDraft || mayAgree(role));
  const path = `${base}/${encodeURIComponent(plan.id)}`;
  return (
    <>
      {isDraft && plan.missing.length > 0 && (
        <p className="govuk-body">
          {formatCount(plan.missing.length, 'section')} still to be written before it can be agreed.
        </p>
      )}
      <SummaryList rows={[...aimRows(plan), ...sectionRows({ plan, path, mayWrite })]} />
      {plan.agreement && <Agreement agreement={plan.agreement} />}
      <RecordedBy recorded={plan.recorded} />
      {mayRecord && isDraft && mayAgree(role) && plan.missing.length === 0 && (
        <Button to={`${path}/agree`}>Agree the plan</Button>
      )}
      <Versions plan={plan} path={path} />
    </>
  );
}

function aimRows({ kind, permanenceAim, placementToLastUntil18 }: PlanEditionFragment) {
  if (kind === 'PATHWAY') return [];
  return [
    {
      key: 'What the plan works towards',
      value: permanenceAim === null ? notWritten : choiceInWords(permanenceAims, permanenceAim),
    },
    {
      key: 'The placement is to last until 18',
      value: placementToLastUntil18 === null ? notWritten : yesNoInWords(placementToLastUntil18),
    },
  ];
}

const notWritten = <span className="govuk-hint">Not written yet</span>;

function sectionRows(of: { readonly plan: PlanEditionFragment; readonly path: string; readonly mayWrite: boolean }) {
  const { plan, path, mayWrite } = of;
  return plan.sections.map((section) => ({
    key: sectionWords[section.section].title,
    value: <span className="mainstay-words">{sectionInWords(section) ?? notWritten}</span>,
    ...(mayWrite
      ? {
          actions: [
            {
              text: plan.missing.includes(section.section) ? 'Write' : 'Change',
              about: sectionWords[section.section].title,
              to: `${path}/write/${section.section}`,
            },
          ],
        }
      : {}),
  }));
}

/** What a section says, or why there is nothing to write; null while it is not written. */
export function sectionInWords({ text, notKnown }: Pick<PlanSectionFragment, 'text' | 'notKnown'>): string | null {
  return text ?? (notKnown === null ? null : notKnownInWords(notKnown));
}

function Agreement({ agreement }: { readonly agreement: NonNullable<PlanEditionFragment['agreement']> }) {
  const { agreedOn, by, people, childAgrees, childNote } = agreement;
  return (
    <>
      <h4 className="govuk-heading-s">How it was agreed</h4>
      <SummaryList
        rows={[
          { key: 'Agreed', value: `${formatDate(agreedOn)} by ${by.name ?? 'a manager'}` },
          { key: 'The child agrees', value: yesNoInWords(childAgrees) },
          ...(childNote === null ? [] : [{ key: 'What the child said of it', value: childNote }]),
          ...people.map(({ party, who, wasConsulted, notConsultedReason, toldOn }) => ({
            key: `${choiceInWords(careParties, party)}${who ? `, ${who}` : ''}`,
            value: [
              wasConsulted.value === true
                ? 'Consulted'
                : (notConsultedReason ?? `Consulted: ${yesNoInWords(wasConsulted)}`),
              toldOn === null ? 'not given the plan yet' : `given the plan on ${formatDate(toldOn)}`,
            ].join('; '),
          })),
        ]}
      />
    </>
  );
}

function Versions({ plan, path }: { readonly plan: PlanEditionFragment; readonly path: string }) {
  return (
    <Details summary={`${formatCount(plan.versions.length, 'version')} of edition ${plan.edition}`}>
      <ul className="govuk-list">
        {plan.versions.map(({ recorded, changed }) => (
          <li key={recorded.version}>
            Version {recorded.version}, {formatInstant(recorded.at)}, {recorded.by.name ?? 'somebody'}
            {changed.length > 0 && <>: {changed.map((section) => sectionWords[section].title).join(', ')}</>}
            {recorded.version > 1 && (
              <>
                {' '}
                <Link to={`${path}/compare?from=${recorded.version - 1}&to=${recorded.version}`}>
                  See what changed<span className="govuk-visually-hidden"> in version {recorded.version}</span>
                </Link>
              </>
            )}
          </li>
        ))}
      </ul>
    </Details>
  );
}
