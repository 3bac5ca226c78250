import { staffStore } from '../../record/staff-store.ts';
import { TimeDiaryEntity } from './time-diary.entity.ts';

/** Time diaries on record. Not among the stores whose entries managers take back: each person takes back their own. */
export const timeDiaryStore = staffStore(TimeDiaryEntity);
