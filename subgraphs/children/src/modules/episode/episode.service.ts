import type { PlainDate } from '@mainstay/primitives';
import type { EpisodeVersion } from './episode.loader.ts';

/** What is wanted of a child's episodes. */
export interface EpisodesWanted {
  /** Those open on this day. */
  readonly asOf?: PlainDate | null | undefined;
  /** As the platform knew it at this instant. */
  readonly knownAt?: Date | null | undefined;
}

/** Of all versions of a child's episodes, those wanted: what is believed today unless told otherwise. */
export function episodesWanted(
  versions: readonly EpisodeVersion[],
  { asOf, knownAt }: EpisodesWanted,
): EpisodeVersion[] {
  return versions.filter(
    (version) =>
      (knownAt ? wasKnown(version, knownAt) : version.supersededAt === null) && (!asOf || isOpenOn(version, asOf)),
  );
}

function isOpenOn(episode: Pick<EpisodeVersion, 'startedOn' | 'endedOn'>, day: PlainDate): boolean {
  return episode.startedOn <= day && (episode.endedOn === null || episode.endedOn > day);
}

function wasKnown(version: Pick<EpisodeVersion, 'recordedAt' | 'supersededAt'>, at: Date): boolean {
  return version.recordedAt <= at && (version.supersededAt === null || version.supersededAt > at);
}
