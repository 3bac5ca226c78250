import { plainNumber } from '@mainstay/primitives';
import type { Detector } from '../facts.ts';
import { dayOf } from '../looks-by.ts';

/** Somebody used the platform after the last of their posts had ended, once for each who did. */
export const leaverStillActive: Detector = (facts) =>
  [...Map.groupBy(facts.uses, ({ subject }) => subject)].flatMap(([subject, uses]) => {
    const workerId = facts.people.get(subject)?.workerId;
    const posts = workerId ? facts.posts.get(plainNumber(workerId)) : undefined;
    if (!posts || posts.length === 0 || posts.some(({ until }) => until === null)) return [];
    const lastDay =
      posts
        .map(({ until }) => until ?? '')
        .toSorted()
        .at(-1) ?? '';
    const late = uses.filter(({ at }) => dayOf(at) > lastDay).toSorted((a, b) => a.at.getTime() - b.at.getTime());
    const [first] = late;
    if (!first) return [];
    return [
      {
        detector: 'LEAVER_STILL_ACTIVE',
        subject,
        childId: null,
        at: first.at,
        explanation: `Used the platform after the last post on record had ended (${lastDay}). The account should be closed, or the record of posts is behind.`,
        eventIds: late.slice(0, 20).map(({ eventId }) => eventId),
      },
    ];
  });
