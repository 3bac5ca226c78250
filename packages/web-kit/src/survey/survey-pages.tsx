import { useMemo } from 'react';
import { NotFoundPage } from '../page/not-found.page.tsx';
import { onDemand } from '../page/on-demand.ts';
import { Route, Routes } from '../routing/router.tsx';
import { SurveyPlaceContext, type SurveyPlace } from './survey-place.ts';
import { SurveysPage } from './surveys.page.tsx';
import { SurveyPage } from './survey.page.tsx';

const DesignSurveyPage = onDemand(async () => (await import('./design-survey.page.tsx')).DesignSurveyPage);
const ChangeSurveyPage = onDemand(async () => (await import('./change-survey.page.tsx')).ChangeSurveyPage);
const InvitePage = onDemand(async () => (await import('./invite.page.tsx')).InvitePage);
const RemindPage = onDemand(async () => (await import('./remind.page.tsx')).RemindPage);
const WavePage = onDemand(async () => (await import('./wave.page.tsx')).WavePage);
const SurveyResultsPage = onDemand(async () => (await import('./survey-results.page.tsx')).SurveyResultsPage);

/** The surveys of staff: design, invite, remind and read. Mounted at `surveys/*` of a module. */
export function SurveyPages({ surveysPath, la, practice }: SurveyPlace) {
  const place = useMemo(() => ({ surveysPath, la, practice }), [surveysPath, la, practice]);
  return (
    <SurveyPlaceContext value={place}>
      <Routes>
        <Route index element={<SurveysPage />} />
        <Route path="new" element={<DesignSurveyPage />} />
        <Route path=":surveyId" element={<SurveyPage />} />
        <Route path=":surveyId/change" element={<ChangeSurveyPage />} />
        <Route path=":surveyId/results" element={<SurveyResultsPage />} />
        <Route path=":surveyId/:waveNumber/days" element={<WavePage />} />
        <Route path=":surveyId/:waveNumber/invite" element={<InvitePage />} />
        <Route path=":surveyId/:waveNumber/remind" element={<RemindPage />} />
        <Route path="*" element={<NotFoundPage />} />
      </Routes>
    </SurveyPlaceContext>
  );
}
