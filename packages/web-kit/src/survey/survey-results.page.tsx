import { CsvDownload } from '../chart/csv-download.tsx';
import { Details } from '../components/details.tsx';
import { InsetText } from '../components/notices.tsx';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { ResultsOfSurveyDocument, type ScaleResultFragment } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { useParams } from '../routing/router.tsx';
import { ComparisonTable, ItemTable, ScoreTable } from './result-tables.tsx';
import { IntervalChart } from './interval-chart.tsx';
import { comparedInWords, directionInWords, effectRows } from './results-words.ts';
import { surveyPath, useSurveyPlace } from './survey-place.ts';

/** What came of a survey, scale by scale: what each group scored, how it changed, and what can be said of it. */
export function SurveyResultsPage() {
  const { surveyId = '' } = useParams();
  const place = useSurveyPlace();
  const operation = useOperation(ResultsOfSurveyDocument, { id: surveyId });
  const survey = operation.data?.survey;
  return (
    <Page
      title="Results"
      caption={survey?.title}
      before={
        <Breadcrumbs
          crumbs={[
            { text: 'Staff surveys', to: place.surveysPath },
            { text: survey?.title ?? 'Survey', to: surveyPath(place, surveyId) },
          ]}
        />
      }
    >
      <Part what="The results" operation={operation} shape="chart" count={3}>
        {(data) =>
          data.survey?.results ? (
            <>
              <InsetText>
                Results show what goes together, not why. People chose whether to answer, and nobody was put into a
                group by lot: a difference between groups or times has no cause shown by it.
              </InsetText>
              <ul className="govuk-list govuk-list--bullet mainstay-page__narrow">
                {data.survey.results.notes.map((note) => (
                  <li key={note}>{note}</li>
                ))}
              </ul>
              {data.survey.results.scales.map((result) => (
                <ScaleSection key={result.scale.id} result={result} />
              ))}
              <CsvDownload
                fileName="survey-results.csv"
                of="all comparisons"
                columns={COLUMNS}
                rows={csvRows(data.survey.results.scales)}
              />
            </>
          ) : (
            <EmptyState title="There are no results yet.">
              They are worked out once the first time has closed. Until then nobody can read an answer.
            </EmptyState>
          )
        }
      </Part>
    </Page>
  );
}

function ScaleSection({ result }: { readonly result: ScaleResultFragment }) {
  const { scale, figures, changes, differences, changesCompared, items } = result;
  const compared = [...changes, ...changesCompared, ...differences];
  const told = [...changes, ...changesCompared].length > 0 ? [...changes, ...changesCompared] : differences;
  const id = `scale-${scale.id}`;
  return (
    <section aria-labelledby={id} className="mainstay-section">
      <h2 className="govuk-heading-m" id={id}>
        {scale.name}
      </h2>
      <p className="govuk-body">
        {scale.about} {directionInWords(scale.direction)} Scores run from {scale.from} to {scale.to}.
      </p>
      {told.length > 0 && (
        <ul className="govuk-list govuk-list--bullet">
          {told.map(({ statement }) => (
            <li key={statement}>{statement}</li>
          ))}
        </ul>
      )}
      <ScoreTable scale={scale.name} figures={figures} />
      {compared.length > 0 && (
        <>
          <IntervalChart
            title={`${scale.name}: effect sizes`}
            finding="Effect size (Hedges’ g) with the interval that holds it in 95 of 100 cases. An interval that crosses nought is no evidence of a difference."
            rows={effectRows(compared)}
          />
          <Details
            summary={
              <>
                Show as a table<span className="govuk-visually-hidden">: {scale.name}</span>
              </>
            }
          >
            <ComparisonTable scale={scale.name} comparisons={compared} />
          </Details>
        </>
      )}
      {items.length > 0 && (
        <Details
          summary={
            <>
              How many agree with each item<span className="govuk-visually-hidden">: {scale.name}</span>
            </>
          }
        >
          <ItemTable scale={scale.name} items={items} />
        </Details>
      )}
      <p className="govuk-body-s">Source: {scale.source}</p>
    </section>
  );
}

const COLUMNS = [
  'Scale',
  'Comparison',
  'Difference',
  'Low',
  'High',
  't',
  'Degrees of freedom',
  'p',
  'p corrected',
  'Hedges g',
  'g low',
  'g high',
];

function csvRows(results: readonly ScaleResultFragment[]) {
  return results.flatMap(({ scale, changes, differences, changesCompared }) =>
    [...changes, ...changesCompared, ...differences].map((one) => [
      scale.name,
      comparedInWords(one),
      one.difference,
      one.low,
      one.high,
      one.t,
      one.degreesOfFreedom,
      one.p,
      one.pCorrected,
      one.effectSize,
      one.effectLow,
      one.effectHigh,
    ]),
  );
}
