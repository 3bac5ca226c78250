import { Button } from '../components/button.tsx';
import { Link } from '../components/link.tsx';
import { Table } from '../components/table.tsx';
import {
  SurveysOfAuthorityDocument,
  SurveysOfPracticeDocument,
  type SurveyHeadFragment,
} from '../generated/operations.ts';
import { useOperation, type Operation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { useViewer } from '../session/session.tsx';
import { mayDesign, surveyPath, useSurveyPlace, type SurveyPlace } from './survey-place.ts';
import { groupNames, waveInWords } from './survey-words.ts';

/** The surveys of staff. */
export function SurveysPage() {
  const viewer = useViewer();
  const place = useSurveyPlace();
  const operation = useSurveys(place);
  return (
    <Page title="Staff surveys" caption={viewer.organisation}>
      <p className="govuk-body mainstay-page__narrow">
        A survey asks staff at two points in time. Nobody can see who answered what, and results are shown of groups in
        which enough answered.
      </p>
      {mayDesign(viewer, place) && <Button to={`${place.surveysPath}/new`}>Design a survey</Button>}
      <Part what="Surveys" operation={operation} shape="table" count={4}>
        {(surveys) =>
          surveys.length === 0 ? (
            <EmptyState title="There is no survey yet.">
              {place.la === null
                ? 'The authority you work for designs surveys; you then invite your own staff.'
                : 'Managers and analysts design them.'}
            </EmptyState>
          ) : (
            <SurveyTable surveys={surveys} place={place} />
          )
        }
      </Part>
    </Page>
  );
}

function useSurveys({ la, practice }: SurveyPlace): Operation<readonly SurveyHeadFragment[]> {
  const ofAuthority = useOperation(SurveysOfAuthorityDocument, { la: la ?? '' }, { isEnabled: la !== null });
  const ofPractice = useOperation(
    SurveysOfPracticeDocument,
    { practice: practice ?? '' },
    { isEnabled: practice !== null },
  );
  if (la !== null)
    return { ...ofAuthority, data: ofAuthority.data && (ofAuthority.data.localAuthority?.surveys ?? []) };
  // A practice may have several contracts with one authority: its surveys are then told more than once.
  const all = ofPractice.data?.practice?.contracts.flatMap(({ localAuthority }) => localAuthority.surveys) ?? [];
  const once = [...new Map(all.map((survey) => [survey.id, survey])).values()];
  return { ...ofPractice, data: ofPractice.data && once };
}

function SurveyTable({
  surveys,
  place,
}: {
  readonly surveys: readonly SurveyHeadFragment[];
  readonly place: SurveyPlace;
}) {
  return (
    <Table
      caption="Surveys, newest first"
      isCaptionHidden
      rows={surveys}
      rowKey={({ id }) => id}
      hasRowHeads
      columns={[
        {
          key: 'title',
          head: 'Survey',
          cell: (survey) => <Link to={surveyPath(place, survey.id)}>{survey.title}</Link>,
        },
        ...(place.la === null
          ? [{ key: 'by', head: 'Organised by', cell: (survey: SurveyHeadFragment) => survey.localAuthority.name }]
          : []),
        {
          key: 'groups',
          head: 'Asked',
          cell: (survey) => survey.groups.map((group) => groupNames[group]).join(', '),
        },
        ...[1, 2].map((number) => ({
          key: `wave-${number}`,
          head: number === 1 ? 'First time' : 'Second time',
          cell: (survey: SurveyHeadFragment) => {
            const wave = survey.waves.find((one) => one.number === number);
            return wave ? waveInWords(wave) : 'None';
          },
        })),
      ]}
    />
  );
}
