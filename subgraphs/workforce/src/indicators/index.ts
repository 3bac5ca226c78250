import { agency } from './agency.ts';
import { lengthOfService } from './length-of-service.ts';
import type { StaffIndicator } from './staff-indicator.ts';
import { turnover } from './turnover.ts';

/** The catalogue of staff indicators, in the order they are shown. Adding an indicator is adding its file here. */
export const staffIndicators: readonly StaffIndicator[] = [turnover, agency, lengthOfService];
