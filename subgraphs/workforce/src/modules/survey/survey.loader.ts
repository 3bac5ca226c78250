import { manyByKey, oneByKey, type Loading } from '@mainstay/subgraph-kit';
import type DataLoader from 'dataloader';
import { findLedgers } from '../../survey-answering/ledger.ts';
import type { SurveyRow, SurveyWaveRow } from './survey.entity.ts';
import { canReadSurveys } from './survey.policy.ts';
import {
  countInvited,
  findSurveys,
  findSurveysOf,
  findWaves,
  laCodeOf,
  type InvitedCount,
} from './survey.repository.ts';
import type { SurveyLedgerRow } from './survey.sealed-entities.ts';

/** What is loaded of surveys. */
export interface SurveyLoaders {
  /** By the authority's code; empty when the viewer may not read its surveys. */
  readonly surveysOf: DataLoader<string, readonly SurveyRow[]>;
  /** By id; null when the viewer may not read it. */
  readonly survey: DataLoader<string, SurveyRow | null>;
  /** By the survey's id, in order. */
  readonly surveyWaves: DataLoader<string, readonly SurveyWaveRow[]>;
  /** By the wave's id, past what the viewer reads: figures only may be made of them. */
  readonly surveyLedgers: DataLoader<string, readonly SurveyLedgerRow[]>;
  /** By the wave's id. */
  readonly surveyInvited: DataLoader<string, readonly InvitedCount[]>;
}

/** Loaders of surveys. Statements are asked only where the viewer may read at all. */
export function createSurveyLoaders({ viewer, db }: Loading): SurveyLoaders {
  const readable = (ids: readonly string[]) => ids.filter((id) => canReadSurveys(viewer, laCodeOf(id)));
  const fetch =
    <Row>(find: (ids: readonly string[]) => Promise<Row[]>) =>
    async (ids: readonly string[]): Promise<Row[]> => {
      const allowed = readable(ids);
      return allowed.length === 0 ? [] : find(allowed);
    };
  return {
    surveysOf: manyByKey(
      fetch((laCodes) => findSurveysOf(db, laCodes)),
      ({ laCode }) => laCode,
    ),
    survey: oneByKey(
      fetch((ids) => findSurveys(db, ids)),
      ({ id }) => id,
    ),
    surveyWaves: manyByKey(
      fetch((ids) => findWaves(db, ids)),
      ({ surveyId }) => surveyId,
    ),
    surveyLedgers: manyByKey(
      fetch((ids) => db.asPlatform((platform) => findLedgers(platform, ids))),
      ({ waveId }) => waveId,
    ),
    surveyInvited: manyByKey(
      fetch((ids) => db.asPlatform((platform) => countInvited(platform, ids))),
      ({ waveId }) => waveId,
    ),
  };
}
