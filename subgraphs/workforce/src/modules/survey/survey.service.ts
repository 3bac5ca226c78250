import { ForbiddenError, NotFoundError } from '@mainstay/subgraph-kit';
import { RecordFault } from '@mainstay/subgraph-kit/record';
import type { SurveyGroup } from '@mainstay/survey-bank';
import { randomUUID } from 'node:crypto';
import type { Context } from '../../context.ts';
import { createLedgers } from '../../survey-answering/ledger.ts';
import {
  designOf,
  groupsOf,
  keyOf,
  requireDays,
  requireInOrder,
  wavesOf,
  type DesignInput,
  type WaveDays,
} from './survey.design.ts';
import type { SurveyRow, SurveyWaveRow } from './survey.entity.ts';
import { canOrganiseSurveys, canReadSurveys } from './survey.policy.ts';
import {
  findSurveyByKey,
  findSurveys,
  findWaves,
  holdWaves,
  insertSurvey,
  insertWaves,
  laCodeOf,
  updateSurvey,
  updateWave,
} from './survey.repository.ts';
import { waveStateOn } from './survey.state.ts';

/** `CreateSurveyInput` of the graph. */
export interface CreateSurveyInput extends DesignInput {
  readonly la: string;
  readonly key: string;
  readonly groups: readonly SurveyGroup[];
  readonly waves: readonly WaveDays[];
}

/** `ChangeSurveyInput` of the graph. */
export interface ChangeSurveyInput extends DesignInput {
  readonly surveyId: string;
}

/** `ChangeSurveyWaveInput` of the graph. */
export interface ChangeWaveInput extends Partial<{ readonly [Day in keyof WaveDays]: WaveDays[Day] | null }> {
  readonly waveId: string;
}

/** A survey or its wave has gone too far. Becomes `SurveyStateError` of the graph. */
export class SurveyStateFault extends Error {
  override readonly name = 'SurveyStateFault';
}

/** A survey and its waves. */
export interface SurveyWithWaves {
  readonly survey: SurveyRow;
  readonly waves: readonly SurveyWaveRow[];
}

/**
 * Designs a survey.
 *
 * @throws ForbiddenError unless the viewer organises the authority's surveys; RecordFault for what cannot be meant.
 */
export async function createSurvey(input: CreateSurveyInput, context: Context): Promise<SurveyRow> {
  const { viewer, db, clock, today, touched, surveys } = context;
  const { la: laCode } = input;
  requireOrganiser(context, laCode);
  const key = keyOf(input.key);
  const before = await findSurveyByKey(db, laCode, key);
  if (before) return before;
  const id = `${laCode}.${randomUUID()}`;
  const survey: SurveyRow = {
    laCode,
    id,
    key,
    ...designOf(input, null),
    groupCodes: groupsOf(input.groups),
    createdAt: clock.now(),
    createdBy: viewer.subject,
  };
  const waves = wavesOf(input.waves, today).map(({ opensOn, closesOn }, index) => {
    const number = index + 1;
    return { laCode, id: `${id}.${number}`, surveyId: id, number, opensOn, closesOn, closedAt: null };
  });
  await insertSurvey(db, survey);
  await insertWaves(db, waves);
  const keys = waves.flatMap(({ id: waveId }) => survey.groupCodes.map((group) => ({ laCode, waveId, group })));
  await db.asPlatform((platform) => createLedgers(platform, surveys.seal, keys));
  touched.change({ what: 'survey designed', laCode, ids: [id], childIds: [] });
  return survey;
}

/**
 * Changes a design before its first wave opens.
 *
 * @throws NotFoundError when there is no such survey for the viewer to change; SurveyStateFault once it has opened;
 * RecordFault for what cannot be meant.
 */
export async function changeSurvey(input: ChangeSurveyInput, context: Context): Promise<SurveyRow> {
  const { survey, waves } = await surveyToChange(input.surveyId, context);
  if (waves.some((wave) => waveStateOn(wave, context.today) !== 'PLANNED')) {
    throw new SurveyStateFault('The survey has opened: what is asked stays as it is. Design a new one.');
  }
  const changed = { ...survey, ...designOf(input, survey) };
  await updateSurvey(context.db, changed);
  context.touched.change({ what: 'survey changed', laCode: survey.laCode, ids: [survey.id], childIds: [] });
  return changed;
}

/**
 * Changes the days of a wave.
 *
 * @throws NotFoundError, SurveyStateFault and RecordFault like `changeSurvey`.
 */
export async function changeWave(input: ChangeWaveInput, context: Context): Promise<SurveyRow> {
  const { survey, waves, wave } = await waveToChange(input.waveId, context);
  const state = waveStateOn(wave, context.today);
  const changed = { ...wave, opensOn: input.opensOn ?? wave.opensOn, closesOn: input.closesOn ?? wave.closesOn };
  if (state === 'CLOSED') throw new SurveyStateFault('The wave has closed. It cannot be opened again.');
  if (state === 'OPEN' && changed.opensOn !== wave.opensOn) {
    throw new SurveyStateFault('The wave has opened: its first day stays. Its last day can be changed.');
  }
  requireDays('closesOn', changed);
  if (changed.closesOn < context.today)
    throw new RecordFault('closesOn', 'The last day is past. Close the wave instead.');
  if (state === 'PLANNED' && changed.opensOn < context.today)
    throw new RecordFault('opensOn', 'The first day is past.');
  const [first, second] = waves.map((each) => (each.id === wave.id ? changed : each));
  if (first && second) requireInOrder(state === 'OPEN' ? 'closesOn' : 'opensOn', first, second);
  await updateWave(context.db, changed);
  const change = { laCode: survey.laCode, ids: [wave.id], childIds: [] };
  context.touched.change({ what: 'survey wave moved', ...change });
  return survey;
}

/**
 * Closes an open wave for good.
 *
 * @throws NotFoundError when there is no such wave for the viewer to close; SurveyStateFault before it opens.
 */
export async function closeWave(input: { readonly waveId: string }, context: Context): Promise<SurveyRow> {
  const { survey, wave } = await waveToChange(input.waveId, context);
  const state = waveStateOn(wave, context.today);
  if (state === 'PLANNED') throw new SurveyStateFault('The wave has not opened yet. Change its days instead.');
  if (state === 'CLOSED') return survey;
  await updateWave(context.db, { ...wave, closedAt: context.clock.now() });
  context.touched.change({ what: 'survey wave closed', laCode: survey.laCode, ids: [wave.id], childIds: [] });
  return survey;
}

/**
 * The survey of a wave that the viewer reads, with all its waves.
 *
 * @throws NotFoundError when there is none that the viewer reads.
 */
export async function surveyOfWave(
  waveId: string,
  context: Context,
): Promise<SurveyWithWaves & { readonly wave: SurveyWaveRow }> {
  const found = await readableSurvey(waveId.split('.').slice(0, -1).join('.'), context);
  const wave = found?.waves.find(({ id }) => id === waveId);
  if (!found || !wave) throw new NotFoundError('The authority has no such wave of a survey.');
  return { ...found, wave };
}

async function readableSurvey(surveyId: string, { viewer, db }: Context): Promise<SurveyWithWaves | null> {
  if (!canReadSurveys(viewer, laCodeOf(surveyId))) return null;
  const [survey] = await findSurveys(db, [surveyId]);
  return survey ? { survey, waves: await findWaves(db, [surveyId]) } : null;
}

async function surveyToChange(surveyId: string, context: Context): Promise<SurveyWithWaves> {
  requireOrganiserOfAny(context);
  const found = await readableSurvey(surveyId, context);
  if (!found || !canOrganiseSurveys(context.viewer, found.survey.laCode)) {
    throw new NotFoundError('The authority has no such survey.');
  }
  await context.db.asPlatform((platform) => holdWaves(platform, surveyId));
  // Whoever was before us may have changed it.
  return (await readableSurvey(surveyId, context)) ?? found;
}

async function waveToChange(waveId: string, context: Context) {
  const found = await surveyToChange(waveId.split('.').slice(0, -1).join('.'), context);
  const wave = found.waves.find(({ id }) => id === waveId);
  if (!wave) throw new NotFoundError('The authority has no such wave of a survey.');
  return { ...found, wave };
}

function requireOrganiserOfAny(context: Context): void {
  requireOrganiser(context, context.viewer.laCodes[0] ?? '');
}

function requireOrganiser({ viewer }: Context, laCode: string): void {
  if (canOrganiseSurveys(viewer, laCode)) return;
  throw new ForbiddenError('Managers and analysts of an authority design its surveys.');
}
