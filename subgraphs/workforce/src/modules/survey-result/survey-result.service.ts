import type { Scale } from '@mainstay/survey-bank';
import type { Context } from '../../context.ts';
import type { SurveyRow } from '../survey/survey.entity.ts';
import { readableGroups } from '../survey/survey.policy.ts';
import { answersOfClosedWave } from '../survey/survey.responses.ts';
import { findingsOf, type Finding } from './survey-result.comparisons.ts';
import { figureOf, itemFigures, type ItemFigure, type ScaleFigure } from './survey-result.figures.ts';
import { scoredScales, type Sample } from './survey-result.scores.ts';
import { notesOf } from './survey-result.words.ts';

/** `SurveyResults` of the graph. */
export interface Results {
  readonly scales: readonly ScaleResult[];
  readonly notes: readonly string[];
}

interface ScaleResult {
  readonly scale: Scale;
  readonly figures: readonly ScaleFigure[];
  readonly changes: readonly Finding[];
  readonly differences: readonly Finding[];
  readonly changesCompared: readonly Finding[];
  readonly items: readonly ItemFigure[];
}

/** The results that the viewer reads of the waves that have closed; null when none has. */
export async function resultsOf(survey: SurveyRow, context: Context): Promise<Results | null> {
  const groups = readableGroups(context.viewer, survey.groupCodes);
  const waves = await context.loaders.surveyWaves.load(survey.id);
  const answered = await Promise.all(
    waves.map(async (wave) => ({ number: wave.number, byGroup: await answersOfClosedWave({ survey, wave }, context) })),
  );
  const closed = answered.flatMap(({ number, byGroup }) => (byGroup === null ? [] : [{ number, byGroup }]));
  if (closed.length === 0 || groups.length === 0) return null;
  const samples = closed.flatMap(({ number, byGroup }) =>
    groups.map((group): Sample => {
      const answers = byGroup.get(group) ?? [];
      return { wave: number, group, answers: answers.length < survey.leastRespondents ? null : answers };
    }),
  );
  const scored = scoredScales(survey, samples);
  const findings = findingsOf(
    scored,
    groups,
    closed.map(({ number }) => number),
  );
  const scales = scored.map((one, index): ScaleResult => {
    const of = (kind: Finding['kind']) => (findings[index] ?? []).filter((finding) => finding.kind === kind);
    return {
      scale: one.scale,
      figures: one.samples.map((sample) => figureOf(one, sample)),
      changes: of('CHANGE'),
      differences: of('DIFFERENCE'),
      changesCompared: of('CHANGES_COMPARED'),
      items: itemFigures(one, survey.leastRespondents),
    };
  });
  return { scales, notes: notesOf(survey.leastRespondents) };
}
