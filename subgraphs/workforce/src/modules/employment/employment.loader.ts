import { manyByKey, oneByKey, type Loading } from '@mainstay/subgraph-kit';
import DataLoader from 'dataloader';
import { manyByNumber } from '../../record/by-number.ts';
import type { EmploymentRow } from './employment.entity.ts';
import { findMovements, type MovementQuestion } from './employment.movement-repository.ts';
import { canReadEmployment, canReadStaffOf, readableLaCodes } from './employment.policy.ts';
import { findEmploymentsById, findEmploymentsInPosts, findEmploymentsOfWorkers } from './employment.repository.ts';

/** The ways to employments; each answers those the viewer may see. */
export interface EmploymentLoaders {
  readonly employment: DataLoader<string, EmploymentRow | null>;
  readonly employmentsOfWorker: DataLoader<string, readonly EmploymentRow[]>;
  /** By post, whenever they were; employees and partners first. */
  readonly employmentsInPost: DataLoader<string, readonly EmploymentRow[]>;
  readonly movements: DataLoader<MovementQuestion, readonly EmploymentRow[], string>;
}

/** Loaders of employments for one request. */
export function createEmploymentLoaders(loading: Loading): EmploymentLoaders {
  const { db, viewer, moment, touched } = loading;
  const visible = async (rows: Promise<EmploymentRow[]>): Promise<EmploymentRow[]> =>
    (await rows).filter((row) => canReadEmployment(viewer, row, moment.today));
  const listed = async (rows: Promise<EmploymentRow[]>): Promise<EmploymentRow[]> => {
    const employments = await visible(rows);
    touched.list('employments', [], employments.length);
    return employments;
  };
  return {
    employment: oneByKey(
      (ids) => visible(findEmploymentsById(db, ids)),
      (employment) => employment.id,
    ),
    employmentsOfWorker: manyByNumber(
      (workerIds) => listed(findEmploymentsOfWorkers(db, workerIds)),
      (employment) => employment.workerId,
    ),
    employmentsInPost: manyByKey(
      (postIds) => listed(findEmploymentsInPosts(db, postIds)),
      (employment) => employment.postId ?? '',
    ),
    movements: movementLoader(loading),
  };
}

function movementLoader({ db, viewer, moment: { today }, touched }: Loading): EmploymentLoaders['movements'] {
  const load = async (asked: readonly MovementQuestion[]): Promise<(readonly EmploymentRow[])[]> => {
    const answers = new Map<MovementQuestion, readonly EmploymentRow[]>();
    const open = asked.filter((question) => canReadStaffOf(viewer, question, today));
    for (const [movement, questions] of Map.groupBy(open, (question) => question.movement)) {
      const found = await findMovements(db, movement, { questions, laCodes: readableLaCodes(viewer, today) });
      for (const [index, question] of questions.entries()) {
        const rows = (found[index] ?? []).filter((row) => canReadEmployment(viewer, row, today));
        touched.list(movement, [], rows.length);
        answers.set(question, rows);
      }
    }
    return asked.map((question) => answers.get(question) ?? []);
  };
  return new DataLoader<MovementQuestion, readonly EmploymentRow[], string>(load, { cacheKeyFn: JSON.stringify });
}
