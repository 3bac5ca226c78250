import { meaningOf } from '@mainstay/ssda903';
import { after, detailOf, inWords, recorded, textIn, yes, type ChronologySource } from './chronology.source.ts';

/** Visits, contact, what was said, hand-overs. */
export const aboutPeople: readonly ChronologySource[] = [
  recorded(
    ['visit', 'VISIT', 'VISITS'],
    ['visit', 'visited_on'],
    {
      worker: 't.worker_id',
      purpose: 't.purpose',
      isSeen: 't.is_seen',
      isSeenAlone: 't.is_seen_alone',
      why: 't.not_seen_reason',
      note: 't.note',
    },
    {
      title: ({ isSeen, isSeenAlone, purpose }) =>
        yes(isSeen)
          ? `Visit (${inWords(purpose)}): the child was seen${yes(isSeenAlone) ? ' alone' : ''}`
          : `Visit (${inWords(purpose)}): the child was not seen`,
      detail: ({ isSeen, why, note }) =>
        yes(isSeen) ? textIn(note) : `${textIn(why) ?? ''}\n${textIn(note) ?? ''}`.trim(),
    },
  ),
  recorded(
    ['hand-over', 'SOCIAL_WORKER', 'SOCIAL_WORKERS'],
    ['hand_over', 'taken_over_on'],
    { worker: 't.to_worker_id', note: 't.note' },
    {
      title: () => 'Handed over to a social worker',
      detail: detailOf('note'),
    },
  ),
  recorded(
    ['contact', 'CONTACT', 'CONTACT'],
    ['contact', 'held_on'],
    { who: 't.person_name', outcome: 't.outcome', kind: 't.kind', view: 't.child_view', note: 't.note' },
    {
      title: ({ who, kind, outcome }) => `Contact with ${who} (${inWords(kind)}): ${inWords(outcome)}`,
      detail: ({ view, note }) => textIn(view) ?? textIn(note),
    },
  ),
  recorded(
    ['contact-plan', 'CONTACT', 'CONTACT'],
    ['contact_plan', 'started_on'],
    { who: 't.person_name', isBarred: 't.is_barred', note: 't.note' },
    {
      title: ({ who, isBarred }) => (yes(isBarred) ? `Contact barred: ${who}` : `Contact planned with ${who}`),
      detail: detailOf('note'),
    },
  ),
  recorded(
    ['voice', 'VOICE', 'VOICE'],
    ['voice', 'said_on'],
    { speaker: 't.speaker', words: 't.words' },
    {
      title: ({ speaker }) => `What the ${inWords(speaker)} said`,
      detail: detailOf('words'),
    },
  ),
  recorded(
    ['promise', 'VOICE', 'VOICE'],
    ['voice_promise', 'settled_on'],
    { what: 't.what', isKept: 't.is_kept', note: 't.note' },
    {
      title: ({ what, isKept }) => `A promise was ${yes(isKept) ? 'kept' : 'not kept'}${after(what)}`,
      detail: detailOf('note'),
    },
  ),
];

/** Plans, reviews and decisions. */
export const aboutPlans: readonly ChronologySource[] = [
  recorded(
    ['plan', 'PLAN', 'PLANS'],
    ['care_plan', 'agreed_on'],
    { kind: 't.kind', edition: 't.edition', aim: 't.permanence_aim' },
    {
      title: ({ kind, edition }) => `${kind === 'PATHWAY' ? 'Pathway' : 'Care'} plan agreed, edition ${edition}`,
      detail: ({ aim }) => (aim === null ? null : `Aim: ${inWords(aim)}.`),
      where: `t.status = 'AGREED'`,
    },
  ),
  recorded(
    ['review-meeting', 'REVIEW', 'REVIEWS'],
    ['review_meeting', 'held_on'],
    { participation: 't.participation' },
    {
      title: () => 'Review held',
      detail: ({ participation }) =>
        typeof participation === 'string' ? `${meaningOf('REVIEW_CODE', participation)}.` : null,
      where: `t.status = 'HELD'`,
    },
  ),
  recorded(
    ['decision-asked', 'DECISION', 'DECISIONS'],
    ['decision', `asked_at AT TIME ZONE 'Europe/London'`],
    { type: 't.type', question: 't.question' },
    {
      title: ({ type }) => `A decision was asked for: ${inWords(type)}`,
      detail: detailOf('question'),
    },
  ),
  recorded(
    ['decided', 'DECISION', 'DECISIONS'],
    ['decision', `decided_at AT TIME ZONE 'Europe/London'`],
    { type: 't.type', status: 't.status', answer: 't.answer' },
    {
      title: ({ type, status }) => `Decision on ${inWords(type)}: ${inWords(status)}`,
      detail: detailOf('answer'),
    },
  ),
  recorded(
    ['adoption', 'DECISION', 'DECISIONS'],
    ['adoption_decision', 'decided_on'],
    {},
    {
      title: () => 'Decided that the child should be placed for adoption',
    },
  ),
  recorded(
    ['adoption-reversed', 'DECISION', 'DECISIONS'],
    ['adoption_decision', 'reversed_on'],
    {},
    {
      title: () => 'The decision to place the child for adoption was reversed',
    },
  ),
  recorded(
    ['match', 'PLACEMENT', 'PLACEMENTS'],
    ['placement_match', 'started_on'],
    { note: 't.note' },
    {
      title: () => 'How well the placement fits was recorded',
      detail: detailOf('note'),
    },
  ),
];
