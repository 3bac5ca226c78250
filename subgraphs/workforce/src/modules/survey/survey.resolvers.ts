import { orFailure } from '@mainstay/subgraph-kit/record';
import { scaleOf, scales, themes, type Scale, type SurveyTheme } from '@mainstay/survey-bank';
import type { Context } from '../../context.ts';
import type { SurveyRow, SurveyWaveRow } from './survey.entity.ts';
import { responsesOf, totalOf, type WaveOfSurvey } from './survey.responses.ts';
import {
  changeSurvey,
  changeWave,
  closeWave,
  createSurvey,
  SurveyStateFault,
  type ChangeSurveyInput,
  type ChangeWaveInput,
  type CreateSurveyInput,
} from './survey.service.ts';
import { waveStateOn } from './survey.state.ts';

/** Answers what `work` does, or the member of the result's union that says why it could not be. */
export function orSurveyFailure<Success extends object>(work: () => Promise<Success>): Promise<object> {
  return orFailure<object>(async () => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof SurveyStateFault)) throw error;
      return { __typename: 'SurveyStateError', message: error.message };
    }
  });
}

type Given<Input> = { readonly input: Input };

/** Surveys, between the graph and the domain. */
export const surveyResolvers = {
  Query: {
    surveyBank: () => themes,
    survey: (_root: unknown, { id }: { id: string }, { loaders }: Context) => loaders.survey.load(id),
  },
  LocalAuthority: {
    surveys: async ({ id }: { id: string }, _args: unknown, { loaders, touched }: Context) => {
      const found = await loaders.surveysOf.load(id);
      touched.list('surveys', [], found.length);
      return found;
    },
  },
  SurveyTheme: {
    scales: ({ id }: SurveyTheme) => scales.filter(({ theme }) => theme === id),
  },
  SurveyScale: {
    themeId: ({ theme }: Scale) => theme,
    from: ({ range }: Scale) => range.from,
    to: ({ range }: Scale) => range.to,
    isLicensed: ({ kind }: Scale) => kind === 'licensed',
    itemCount: (scale: Scale) => (scale.kind === 'licensed' ? scale.key.length : scale.items.length),
    items: (scale: Scale) =>
      scale.kind === 'licensed'
        ? []
        : scale.items.map(({ id, text, isReversed = false }) => ({ id, text, isReversed })),
  },
  Survey: {
    __resolveReference: ({ id }: { id: string }, { loaders }: Context) => loaders.survey.load(id),
    localAuthority: ({ laCode }: SurveyRow) => ({ id: laCode }),
    scales: ({ scaleIds }: SurveyRow) => scaleIds.flatMap((id) => scaleOf(id) ?? []),
    groups: ({ groupCodes }: SurveyRow) => groupCodes,
    waves: async (survey: SurveyRow, _args: unknown, { loaders }: Context): Promise<WaveOfSurvey[]> =>
      (await loaders.surveyWaves.load(survey.id)).map((wave) => ({ survey, wave })),
    createdBy: ({ createdBy }: SurveyRow) => ({ id: createdBy }),
  },
  SurveyWave: {
    ...ofWave('id', 'number', 'opensOn', 'closesOn'),
    state: ({ wave }: WaveOfSurvey, _args: unknown, { today }: Context) => waveStateOn(wave, today),
    responses: (of: WaveOfSurvey, _args: unknown, context: Context) => responsesOf(of, context),
    total: (of: WaveOfSurvey, _args: unknown, context: Context) => totalOf(of, context),
  },
  Mutation: {
    createSurvey: (_root: unknown, { input }: Given<CreateSurveyInput>, context: Context) =>
      success('CreateSurveySuccess', () => createSurvey(input, context)),
    changeSurvey: (_root: unknown, { input }: Given<ChangeSurveyInput>, context: Context) =>
      success('ChangeSurveySuccess', () => changeSurvey(input, context)),
    changeSurveyWave: (_root: unknown, { input }: Given<ChangeWaveInput>, context: Context) =>
      success('ChangeSurveyWaveSuccess', () => changeWave(input, context)),
    closeSurveyWave: (_root: unknown, { input }: Given<{ waveId: string }>, context: Context) =>
      success('CloseSurveyWaveSuccess', () => closeWave(input, context)),
  },
};

function success(type: string, work: () => Promise<SurveyRow>): Promise<object> {
  return orSurveyFailure(async () => ({ __typename: type, survey: await work() }));
}

function ofWave<Field extends keyof SurveyWaveRow>(...fields: readonly Field[]) {
  return Object.fromEntries(fields.map((field) => [field, ({ wave }: WaveOfSurvey) => wave[field]]));
}
