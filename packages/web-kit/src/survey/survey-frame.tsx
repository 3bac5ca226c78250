import type { ReactNode } from 'react';
import { Breadcrumbs } from '../components/wayfinding.tsx';
import { OneSurveyDocument, type OneSurveyQuery } from '../generated/operations.ts';
import { useOperation } from '../graph/use-operation.ts';
import { EmptyState } from '../page/empty-state.tsx';
import { Page } from '../page/page.tsx';
import { Part } from '../page/part.tsx';
import { LeftNotice } from '../record/form/left-notice.tsx';
import { useParams } from '../routing/router.tsx';
import { surveyPath, useSurveyPlace } from './survey-place.ts';
import type { Wave } from './survey-words.ts';

/** A survey with what is asked. */
export type OneSurvey = NonNullable<OneSurveyQuery['survey']>;

/** A page about one survey. */
export function SurveyFrame(props: {
  /** The page's title; the survey's own where it is left out. */
  readonly title?: string;
  readonly hasErrors?: boolean;
  readonly children: (survey: OneSurvey) => ReactNode;
}) {
  const { title, hasErrors = false, children } = props;
  const { surveyId = '' } = useParams();
  const place = useSurveyPlace();
  const operation = useOperation(OneSurveyDocument, { id: surveyId }, { keepPrevious: true });
  const survey = operation.data?.survey;
  const crumbs = [{ text: 'Staff surveys', to: place.surveysPath }];
  if (title !== undefined) crumbs.push({ text: survey?.title ?? 'Survey', to: surveyPath(place, surveyId) });
  return (
    <Page
      title={title ?? survey?.title ?? 'Survey'}
      caption={title === undefined ? survey?.localAuthority.name : survey?.title}
      hasErrors={hasErrors}
      before={<Breadcrumbs crumbs={crumbs} />}
    >
      <Part what="The survey" operation={operation} shape="text" count={4}>
        {(data) =>
          data.survey ? (
            <>
              {title === undefined && <LeftNotice />}
              {children(data.survey)}
            </>
          ) : (
            <EmptyState title="There is no such survey that you may see." />
          )
        }
      </Part>
    </Page>
  );
}

/** A page about one point in time of a survey. `title` is completed with which. */
export function WaveFrame(props: {
  readonly title: string;
  readonly hasErrors?: boolean;
  readonly children: (survey: OneSurvey, wave: Wave) => ReactNode;
}) {
  const { title, hasErrors = false, children } = props;
  const { waveNumber } = useParams();
  return (
    <SurveyFrame title={`${title}: ${waveNumber === '2' ? 'second' : 'first'} time`} hasErrors={hasErrors}>
      {(survey) => {
        const wave = survey.waves.find(({ number }) => String(number) === waveNumber);
        return wave ? children(survey, wave) : <EmptyState title="The survey does not ask that often." />;
      }}
    </SurveyFrame>
  );
}
