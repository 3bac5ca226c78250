import { staffStore } from '../../record/staff-store.ts';
import { PostEntity } from './post.entity.ts';

/** Posts on record. */
export const postStore = staffStore(PostEntity);
