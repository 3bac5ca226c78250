import { addDays } from '@mainstay/primitives';
import { profileEntity, type Religion } from '../modules/profile/profile.entity.ts';
import { siblingEntity } from '../modules/sibling/sibling.entity.ts';
import { specialEducationalNeedEntity } from '../modules/special-educational-need/special-educational-need.entity.ts';
import { contributionEntity, type ContributionKind } from '../modules/contribution/contribution.entity.ts';
import { ageOf, isWithPractice, recorderOn, type Writing } from './life.ts';
import { ACHIEVEMENTS } from './words.ts';

const RELIGIONS: readonly [Religion, ...Religion[]] = [
  'NO_RELIGION',
  'NO_RELIGION',
  'CHRISTIAN',
  'CHRISTIAN',
  'MUSLIM',
  'MUSLIM',
  'SIKH',
  'HINDU',
];
const DISABILITIES: readonly [string, ...string[]] = ['LD', 'AUT', 'COMM', 'MOB', 'HEAR', 'BEH'];
const CORRECTED = 15;

/** Who the child is, whom the child has as brothers and sisters, and what the child takes part in. */
export function writePerson(writing: Writing): void {
  writeProfile(writing);
  writeSibling(writing);
  writeAchievement(writing);
}

function writeProfile({ book, life, today }: Writing): void {
  const { draw, childId, facts, place } = life;
  const asOf = facts.care.at(-1)?.from ?? today;
  const isDisabled = draw.chance(0.1);
  const isReligionKnown = draw.chance(0.9);
  const firstLanguage = draw.pick(['en', 'en', 'en', 'en', 'en', 'en', 'ur', 'pa', 'pl', 'so', 'ku']);
  const team = isWithPractice(life, today) ? 'Example practice team' : `Example team ${draw.pick(['north', 'south'])}`;
  const profile = book.add(profileEntity, {
    childId,
    on: asOf,
    by: recorderOn(life, asOf),
    facts: {
      asOf,
      religion: isReligionKnown ? draw.pick(RELIGIONS) : null,
      religionNotKnown: isReligionKnown ? null : 'NOT_ASKED',
      firstLanguage,
      firstLanguageNotKnown: null,
      needsInterpreter: firstLanguage === 'ku',
      needsInterpreterNotKnown: null,
      isDisabled,
      hasDisabilityNotKnown: null,
      disabilities: isDisabled ? [draw.pick(DISABILITIES)] : [],
      communicationNeeds: 'Example: nothing special is needed.',
      communicationNeedsNotKnown: null,
      nationalities: ['GB'],
      nationalitiesNotKnown: null,
      team,
      teamNotKnown: null,
    },
  });
  if (isDisabled && life.care && ageOf(life, today) >= 5) {
    book.add(specialEducationalNeedEntity, {
      childId,
      on: asOf,
      by: recorderOn(life, asOf),
      facts: { asOf, provision: 'SUPPORT', provisionNotKnown: null, needs: ['OTHER'], planReviewedOn: null },
    });
  }
  const later = addDays(asOf, 60);
  if (place % CORRECTED === 4 && later < today) {
    book.replace(profileEntity, profile, {
      on: later,
      by: recorderOn(life, later),
      reason: 'Example reason: the religion had been written down wrongly.',
      facts: { religion: null, religionNotKnown: 'DECLINED' },
    });
  }
}

function writeSibling({ book, life, today }: Writing): void {
  const { draw, childId, facts } = life;
  if (!draw.chance(0.4)) return;
  const asOf = facts.care.at(-1)?.from ?? today;
  const isTogether = draw.chance(0.3);
  book.add(siblingEntity, {
    childId,
    on: asOf,
    by: recorderOn(life, asOf),
    facts: {
      siblingChildId: null,
      name: draw.pick(['Example Sister', 'Example Brother']),
      relation: draw.pick(['FULL', 'FULL', 'HALF']),
      home: isTogether ? 'OTHER' : 'PARENTS',
      homeNotKnown: null,
      isTogether,
      livesTogetherNotKnown: null,
      apartReason: isTogether ? null : 'Example: the older one stayed with an invented aunt.',
      asOf,
    },
  });
}

function writeAchievement({ book, life, today, since }: Writing): void {
  const { draw, childId, care } = life;
  if (!care || ageOf(life, today) < 5 || !draw.chance(0.6)) return;
  const startedOn = addDays(care.from > since ? care.from : since, draw.between(10, 120));
  if (startedOn > today) return;
  const kind = draw.pick(['SPORT', 'CLUB', 'PRIZE', 'VOLUNTEERING'] as const) satisfies ContributionKind;
  book.add(contributionEntity, {
    childId,
    on: startedOn,
    by: recorderOn(life, startedOn),
    facts: { kind, startedOn, endedOn: kind === 'PRIZE' ? startedOn : null, what: ACHIEVEMENTS[kind] },
  });
}
