import type { Context } from '../../context.ts';
import type { SurveyRow } from '../survey/survey.entity.ts';
import { resultsOf } from './survey-result.service.ts';

/** Results of surveys, between the graph and the domain. */
export const surveyResultResolvers = {
  Survey: {
    results: (survey: SurveyRow, _args: unknown, context: Context) => resultsOf(survey, context),
  },
};
