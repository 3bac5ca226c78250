import type { PlainDate } from '@mainstay/primitives';
import type { SocialWorkerEpisodeRow } from './social-worker-episode.loader.ts';

/**
 * The worker who is there for the child on a day, or null when nobody is.
 *
 * Of several allocated on that day, the one who took over last; the last day of an episode belongs to it. Rows come
 * oldest first, those without an end last.
 */
export function leadProfessionalOn(episodes: readonly SocialWorkerEpisodeRow[], day: PlainDate): string | null {
  const open = episodes.filter(
    (episode) => episode.startedOn <= day && (episode.endedOn === null || episode.endedOn >= day),
  );
  return open.at(-1)?.workerId ?? null;
}
