import { addDays } from '@mainstay/primitives';
import { decisionEntity } from '../modules/decision/decision.entity.ts';
import { register, type DecisionType } from '../modules/decision/decision.register.ts';
import { recorderOn, type Writing } from './life.ts';

/** One child in so many has something to be decided. */
const ASKED = 8;

const QUESTIONS: readonly (readonly [DecisionType, string])[] = [
  ['CONTACT_CHANGE', 'Example question: may the invented grandmother visit every second Sunday?'],
  ['SERVICE', 'Example question: may the made-up drumming lessons go on until the summer?'],
  ['HOLIDAY_ABROAD', 'Example question: may the carers take the child to an invented island in August?'],
  ['PUBLICITY', 'Example question: may the example school print the team’s picture?'],
  ['OTHER', 'Example question: may the child keep an invented hedgehog?'],
];

/** Questions that wait for a decision, and some that were decided; of those that wait, every third was passed on. */
export function writeQuestion({ book, life, today }: Writing): void {
  const { draw, childId, place, care } = life;
  if (!care || place % ASKED !== 3) return;
  const nth = Math.floor(place / ASKED);
  const [type, question] = QUESTIONS[nth % QUESTIONS.length] ?? ['OTHER', ''];
  const rule = register.find((one) => one.type === type);
  if (!rule) return;
  const isDecided = nth % 2 === 1;
  const on = addDays(today, -(isDecided ? draw.between(40, 200) : draw.between(1, 10)));
  const by = recorderOn(life, on);
  const asked = book.add(decisionEntity, {
    childId,
    on,
    by,
    facts: {
      type,
      question,
      childWishes: 'Example: would like it.',
      childWishesNotKnown: null,
      status: 'ASKED',
      level: rule.level,
      askedLevel: rule.level,
      mayDecideOwn: rule.mayDecideOwn,
      deciderIds: [],
      neededBy: null,
      dueOn: addDays(on, rule.days),
      askedBy: by,
      askedAt: book.endOf(on),
      decidedBy: null,
      decidedAt: null,
      answer: null,
    },
  });
  const answeredOn = addDays(on, isDecided ? draw.between(1, rule.days + 2) : 1);
  const manager = recorderOn(life, answeredOn, 'manager');
  if (isDecided) {
    book.replace(decisionEntity, asked, {
      on: answeredOn,
      by: manager,
      reason: 'It was agreed.',
      facts: {
        status: 'AGREED',
        decidedBy: manager,
        decidedAt: book.endOf(answeredOn),
        answer: 'Example answer: yes, and write down how it went.',
      },
    });
  } else if (nth % 3 === 0) {
    book.replace(decisionEntity, asked, {
      on: answeredOn,
      by: manager,
      reason: 'It was passed on.',
      facts: { level: 'LA_MANAGER', answer: 'Example: this costs more than a team may spend.' },
    });
  }
}
