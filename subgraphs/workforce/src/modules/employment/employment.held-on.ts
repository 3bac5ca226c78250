import type { PlainDate } from '@mainstay/primitives';
import type { EmploymentRow } from './employment.entity.ts';

/** True when the post is held on the day; its first and last day both count. */
export function isHeldOn(employment: Pick<EmploymentRow, 'startedOn' | 'endedOn'>, day: PlainDate): boolean {
  return employment.startedOn <= day && (employment.endedOn === null || day <= employment.endedOn);
}
