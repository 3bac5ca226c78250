import type { Detector, DetectorName } from '../facts.ts';
import { colleaguesChild } from './colleagues-child.ts';
import { dormantAccount } from './dormant-account.ts';
import { leaverStillActive } from './leaver-still-active.ts';
import { outOfHoursBurst } from './out-of-hours-burst.ts';
import { sameAddress } from './same-address.ts';
import { sameSurname } from './same-surname.ts';
import { unallocatedAccess } from './unallocated-access.ts';

/** Every detector: one file each. Adding one is adding a file and a line. */
export const detectors: Readonly<Record<DetectorName, Detector>> = {
  UNALLOCATED_ACCESS: unallocatedAccess,
  SAME_SURNAME: sameSurname,
  SAME_ADDRESS: sameAddress,
  COLLEAGUES_CHILD: colleaguesChild,
  OUT_OF_HOURS_BURST: outOfHoursBurst,
  LEAVER_STILL_ACTIVE: leaverStillActive,
  DORMANT_ACCOUNT: dormantAccount,
};
