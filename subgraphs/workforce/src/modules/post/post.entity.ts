import type { PlainDate } from '@mainstay/primitives';
import { EntitySchema } from 'typeorm';
import { staffRecordColumns, staffRecordKeys, type StaffRecordRow } from '../../record/staff-record-row.ts';
import { oneOfSql, workerRoles, type WorkerRole } from '../employment/employment.codes.ts';

/** How far recruiting for a post has come; the values of the GraphQL enum `Recruitment`. */
export const recruitments = ['NOT_RECRUITING', 'APPROVED', 'ADVERTISED', 'INTERVIEWING', 'OFFERED', 'ON_HOLD'] as const;

/** One of `recruitments`. */
export type Recruitment = (typeof recruitments)[number];

/** One version of a post of an employer's establishment. */
export interface PostRow extends StaffRecordRow {
  role: WorkerRole;
  fullTimeEquivalent: number;
  /** True when whoever holds it holds children's cases. */
  isCaseHolding: boolean;
  startsOn: PlainDate;
  /** The last day, which still belongs to it; null while it lasts. */
  endsOn: PlainDate | null;
  recruitment: Recruitment;
}

const keys = staffRecordKeys('post');

export const PostEntity = new EntitySchema<PostRow>({
  name: 'Post',
  tableName: 'post',
  columns: {
    ...staffRecordColumns('post'),
    role: { name: 'role', type: 'text' },
    fullTimeEquivalent: { name: 'full_time_equivalent', type: 'double precision' },
    isCaseHolding: { name: 'is_case_holding', type: 'boolean' },
    startsOn: { name: 'starts_on', type: 'date' },
    endsOn: { name: 'ends_on', type: 'date', nullable: true },
    recruitment: { name: 'recruitment', type: 'text' },
  },
  indices: keys.indices,
  checks: [
    ...keys.checks,
    { name: 'ck_post_role', expression: oneOfSql('role', workerRoles) },
    { name: 'ck_post_recruitment', expression: oneOfSql('recruitment', recruitments) },
    { name: 'ck_post_full_time_equivalent', expression: 'full_time_equivalent > 0 AND full_time_equivalent <= 1' },
    { name: 'ck_post_dates', expression: 'ends_on IS NULL OR ends_on >= starts_on' },
  ],
});
