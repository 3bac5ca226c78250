import type { PlainDate } from '@mainstay/primitives';
import type { Context } from '../../context.ts';
import type { EmployerKey } from '../employment/employment.entity.ts';
import { readableLaCodes } from '../employment/employment.policy.ts';
import { staffMeasureAccess } from '../staff-indicator/staff-indicator.policy.ts';
import { requirePeriod } from '../staff-indicator/staff-indicator.service.ts';
import { retentionOf, type RetentionGroup, type RetentionGrouping } from './retention.groups.ts';
import { findService } from './retention.repository.ts';

/** What is asked. */
export interface RetentionWanted {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly by?: RetentionGrouping | null;
}

/** `Retention` of the graph. */
export interface Retention {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly followedTo: PlainDate;
  readonly all: RetentionGroup;
  readonly groups: readonly RetentionGroup[];
}

/**
 * How long an employer's staff stay; null for those who may not see the posts.
 *
 * @throws BadInputError when the period ends before it begins, or is longer than ten years.
 */
export async function findRetention(
  employer: EmployerKey,
  { from, to, by = null }: RetentionWanted,
  { viewer, db, today, touched }: Context,
): Promise<Retention | null> {
  requirePeriod({ from, to });
  if (staffMeasureAccess(viewer, employer, today) !== 'own-rows') return null;
  const isOfAllEmployers = employer.employerKind === 'local-authority' && by === 'EMPLOYER';
  const laCodes = readableLaCodes(viewer, today);
  const services = await findService(db, { ...employer, isOfAllEmployers, from, to: to < today ? to : today, laCodes });
  touched.list('retention', [], services.length);
  return { from, to, followedTo: today, ...retentionOf(services, { by, today }) };
}
