import type { SurveyGroup } from '@mainstay/survey-bank';
import type { Context } from '../../context.ts';
import { fingerprintOf } from '../../survey-answering/blind-signature.ts';
import { openBox, type AnswerRow } from '../../survey-answering/ledger.ts';
import type { SurveyRow, SurveyWaveRow } from './survey.entity.ts';
import { readableGroups } from './survey.policy.ts';
import { waveStateOn } from './survey.state.ts';

/** How many of a group were asked and answered: `SurveyResponse` of the graph. */
export interface Response {
  readonly group: SurveyGroup;
  readonly invited: number;
  readonly answered: number | null;
  readonly rate: number | null;
  readonly isKeptBack: boolean;
  readonly fingerprint: string;
}

/** What a wave belongs to. */
export interface WaveOfSurvey {
  readonly survey: SurveyRow;
  readonly wave: SurveyWaveRow;
}

/**
 * The answers of a wave, by group; null while it has not closed. The one place where boxes are opened.
 */
export async function answersOfClosedWave(
  { wave }: WaveOfSurvey,
  { today, loaders, surveys }: Context,
): Promise<ReadonlyMap<SurveyGroup, readonly AnswerRow[]> | null> {
  if (waveStateOn(wave, today) !== 'CLOSED') return null;
  const ledgers = await loaders.surveyLedgers.load(wave.id);
  return new Map(ledgers.map((ledger) => [ledger.groupCode, openBox(surveys.seal, ledger)]));
}

/** How many were asked and answered, of the groups that the viewer reads. */
export async function responsesOf(of: WaveOfSurvey, context: Context): Promise<Response[]> {
  const all = await allResponses(of, context);
  const readable = readableGroups(context.viewer, of.survey.groupCodes);
  return all.filter(({ group }) => readable.includes(group));
}

/** Over all groups; null to whoever reads one of them. Kept back when a group is: the difference would tell it. */
export async function totalOf(of: WaveOfSurvey, context: Context): Promise<Omit<Response, 'group'> | null> {
  if (readableGroups(context.viewer, of.survey.groupCodes).length < of.survey.groupCodes.length) return null;
  if (context.viewer.audience !== 'la') return null;
  const all = await allResponses(of, context);
  const invited = all.reduce((sum, response) => sum + response.invited, 0);
  const isWhole = all.every(({ answered }) => answered !== null);
  const answered = isWhole ? all.reduce((sum, response) => sum + (response.answered ?? 0), 0) : null;
  return { invited, answered, rate: rateOf(answered, invited), isKeptBack: !isWhole, fingerprint: '' };
}

async function allResponses(of: WaveOfSurvey, context: Context): Promise<Response[]> {
  const { survey, wave } = of;
  const [ledgers, invitedCounts, answers] = await Promise.all([
    context.loaders.surveyLedgers.load(wave.id),
    context.loaders.surveyInvited.load(wave.id),
    answersOfClosedWave(of, context),
  ]);
  return survey.groupCodes.map((group): Response => {
    const invited = invitedCounts.find((count) => count.group === group)?.invited ?? 0;
    const received = answers?.get(group)?.length ?? null;
    // Of a group that nobody was invited of, as practices before they begin, there is nothing to give away.
    const isKeptBack = received !== null && invited > 0 && received < survey.leastRespondents;
    const answered = isKeptBack ? null : received;
    const publicKey = ledgers.find(({ groupCode }) => groupCode === group)?.publicKey ?? '';
    const rate = rateOf(answered, invited);
    return { group, invited, answered, rate, isKeptBack, fingerprint: fingerprintOf(publicKey) };
  });
}

function rateOf(answered: number | null, invited: number): number | null {
  return answered === null || invited === 0 ? null : answered / invited;
}
