import { addDays } from '@mainstay/primitives';
import { voiceEntity, voicePromiseEntity, type VoiceEntity, type VoiceRating } from '../modules/voice/voice.entity.ts';
import { scaleForAge, scoresOf, type VoiceAbout } from '../modules/voice/voice.scale.ts';
import { ageOf, recorderOn, type Writing } from './life.ts';
import { CARER_WORDS, CHILD_WORDS } from './words.ts';

const YOUNGEST = 3;
const DAYS_BETWEEN = 110;
const ASKED: readonly VoiceAbout[] = ['STABILITY', 'SAFETY', 'WORKER', 'PLACEMENT', 'CONTACT'];

/** What the child says every few months, on the scale for the age; of the youngest, what the carer says. */
export function writeVoices(writing: Writing): void {
  const { life, today, since } = writing;
  const { care, draw, place } = life;
  if (!care) return;
  const first = addDays(care.from > since ? care.from : since, draw.between(20, 60));
  let last: VoiceEntity | null = null;
  for (let on = first; on <= today; on = addDays(on, DAYS_BETWEEN + draw.between(0, 40))) {
    last = writeVoice(writing, on);
  }
  if (last && place % 3 === 0) writePromise(writing, last);
}

function writeVoice({ book, life }: Writing, saidOn: VoiceEntity['saidOn']): VoiceEntity {
  const { draw, childId, facts } = life;
  const isChild = ageOf(life, saidOn) >= YOUNGEST;
  const scale = isChild ? scaleForAge(facts.dateOfBirth, saidOn) : null;
  return book.add(voiceEntity, {
    childId,
    on: saidOn,
    by: recorderOn(life, saidOn),
    facts: {
      saidOn,
      speaker: isChild ? 'CHILD' : 'CARER',
      medium: isChild ? draw.pick(['TALK', 'TALK', 'DRAWING', 'TEXT']) : 'TALK',
      words: draw.pick(isChild ? CHILD_WORDS : CARER_WORDS),
      takenDownBy: null,
      scale,
      scaleReason: null,
      ratings: scale ? ASKED.map((about): VoiceRating => ({ about, ...scored(scoresOf[scale], life.draw) })) : [],
    },
  });
}

function scored(
  [lowest, highest]: readonly [number, number],
  draw: Writing['life']['draw'],
): Pick<VoiceRating, 'score' | 'notKnown'> {
  if (draw.chance(0.06)) return { score: null, notKnown: 'DECLINED' };
  return { score: draw.between(Math.floor((lowest + highest) / 2), highest), notKnown: null };
}

function writePromise({ book, life, today }: Writing, { id, saidOn }: VoiceEntity): void {
  const { draw, childId } = life;
  const dueOn = addDays(saidOn, 21);
  const settledOn = addDays(saidOn, 18);
  const isSettled = settledOn <= today && draw.chance(0.8);
  const on = isSettled ? settledOn : saidOn;
  book.add(voicePromiseEntity, {
    childId,
    on,
    by: recorderOn(life, on),
    facts: {
      voiceId: id,
      what: 'Example promise: bring the invented board game next time.',
      who: 'The social worker',
      dueOn,
      isKept: isSettled ? draw.chance(0.9) : null,
      settledOn: isSettled ? settledOn : null,
      note: isSettled ? 'Example: it was brought, or it was said why not.' : null,
      isChildTold: isSettled ? true : null,
      childToldNotKnown: null,
    },
  });
}
