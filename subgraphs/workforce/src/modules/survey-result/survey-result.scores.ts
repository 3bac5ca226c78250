import { keyedAnswers, questionnaireOf, scaleOf, scoreOf, type Scale, type SurveyGroup } from '@mainstay/survey-bank';
import type { AnswerRow } from '../../survey-answering/ledger.ts';
import type { SurveyRow } from '../survey/survey.entity.ts';

/** The answers of one group at one wave; null when the group is kept back. */
export interface Sample {
  readonly wave: number;
  readonly group: SurveyGroup;
  readonly answers: readonly AnswerRow[] | null;
}

/** What one group at one wave answered to one scale. */
export interface ScaleSample {
  readonly wave: number;
  readonly group: SurveyGroup;
  /** Null when too few have a score: nothing of it is told. */
  readonly scores: readonly number[] | null;
  /** The answers to the scale's questions; empty when kept back. */
  readonly answers: readonly AnswerRow[];
}

/** One scale with what every group answered to it at each wave. */
export interface ScoredScale {
  readonly scale: Scale;
  /** True when people entered a score, not answers. */
  readonly isEntered: boolean;
  readonly samples: readonly ScaleSample[];
}

/** The scores of everybody on every scale of the survey. A scale that too few of a group answered is kept back of it. */
export function scoredScales(survey: SurveyRow, samples: readonly Sample[]): ScoredScale[] {
  let from = 0;
  return questionnaireOf(survey.scaleIds, survey.licensedItems).parts.flatMap(({ scaleId, questions }) => {
    const [start, end] = [from, from + questions.length];
    from = end;
    const scale = scaleOf(scaleId);
    if (!scale) return [];
    const ofScale = samples.map(({ wave, group, answers }): ScaleSample => {
      const own = (answers ?? []).map((row) => row.slice(start, end));
      const scores = own.map((row) => scoreOf(scale, row)).filter((score) => score !== null);
      const isKeptBack = scores.length < survey.leastRespondents;
      return { wave, group, scores: isKeptBack ? null : scores, answers: isKeptBack ? [] : own };
    });
    return [{ scale, isEntered: questions[0]?.kind === 'number', samples: ofScale }];
  });
}

/** The answers as they count, for Cronbach's alpha. */
export function countedRows(scale: Scale, { answers }: ScaleSample): (number | null)[][] {
  return answers.map((row) => keyedAnswers(scale, row));
}
