import type { PlainDate } from '@mainstay/primitives';
import { engagements, workerRoles, type WorkerRole } from '../employment/employment.codes.ts';
import { sumOf, tidy } from '../post/post.holding.ts';
import type { PostLine, StaffingLines, StaffLine } from './staffing.repository.ts';

/** An employer's staff and establishment on a day, as the graph tells of them. */
export type Staffing = ReturnType<typeof summarise>;

const frontLine: readonly WorkerRole[] = [
  'SOCIAL_WORKER',
  'SENIOR_SOCIAL_WORKER',
  'PERSONAL_ADVISER',
  'PLACEMENT_WORKER',
];

/** About one administrator to five front-line staff is expected of a practice. */
const EXPECTED = 5;

/** The summary of an employer's staff and posts on a day. */
export function summarise({ staff, posts }: StaffingLines, on: PlainDate) {
  const total = (line: 'established' | 'vacant' | 'cover', of: readonly PostLine[] = posts): number =>
    tidy(of.reduce((sum, post) => sum + post[line], 0));
  return {
    on,
    headcount: headcount(staff),
    fullTimeEquivalent: sumOf(staff),
    roles: workerRoles
      .filter((role) => [...staff, ...posts].some((line) => line.role === role))
      .map((role) => {
        const inRole = staff.filter((line) => line.role === role);
        const agency = inRole.filter(({ engagement }) => engagement === 'AGENCY');
        const ofRole = posts.filter((line) => line.role === role);
        return {
          role,
          headcount: headcount(inRole),
          fullTimeEquivalent: sumOf(inRole),
          agencyHeadcount: headcount(agency),
          agencyFullTimeEquivalent: sumOf(agency),
          posts: ofRole.reduce((sum, line) => sum + line.posts, 0),
          establishedFullTimeEquivalent: total('established', ofRole),
          vacantFullTimeEquivalent: total('vacant', ofRole),
        };
      }),
    engagements: engagements.map((engagement) => {
      const engaged = staff.filter((line) => line.engagement === engagement);
      return { engagement, headcount: headcount(engaged), fullTimeEquivalent: sumOf(engaged) };
    }),
    establishedFullTimeEquivalent: total('established'),
    vacantFullTimeEquivalent: total('vacant'),
    agencyCoverFullTimeEquivalent: total('cover'),
    students: headcount(staff.filter(({ engagement }) => engagement === 'STUDENT')),
    support: supportOf(staff),
  };
}

function supportOf(staff: readonly StaffLine[]) {
  const administrators = sumOf(staff.filter(({ role }) => role === 'ADMINISTRATOR'));
  const frontLineStaff = sumOf(staff.filter(({ role }) => frontLine.includes(role)));
  return {
    administratorFullTimeEquivalent: administrators,
    frontLineFullTimeEquivalent: frontLineStaff,
    frontLinePerAdministrator: administrators === 0 ? null : frontLineStaff / administrators,
    expectedFrontLinePerAdministrator: EXPECTED,
  };
}

function headcount(lines: readonly StaffLine[]): number {
  return new Set(lines.map(({ workerId }) => workerId)).size;
}
