import { agreement, amountOfTime, change, type BankItem, type OwnScale } from './scale.ts';

const source = 'Mainstay’s own words, on a theme of the national evaluation of social work practices (2009 to 2012).';

type Parts = Pick<OwnScale, 'id' | 'theme' | 'name' | 'about'> &
  Partial<OwnScale> & { readonly texts: readonly string[] };

/** A scale whose items are numbered; a text that begins with `-` is an item that counts the other way round. */
function scale({ texts, ...parts }: Parts): OwnScale {
  const items = texts.map((text, index): BankItem => {
    const id = `${parts.id}.${index + 1}`;
    return text.startsWith('-') ? { id, text: text.slice(1), isReversed: true } : { id, text };
  });
  const usual = { direction: 'HIGHER_IS_BETTER', range: { from: 1, to: 5 }, bands: [], options: agreement } as const;
  return { kind: 'own', ...usual, source, ...parts, items };
}

/** The scales in Mainstay's own words. */
export const ownScales: readonly OwnScale[] = [
  scale({
    id: 'direct-time',
    theme: 'time-spent',
    name: 'Time for direct work',
    about: 'Over the last six months: 3 is the right amount of time, less is not enough, more is too much.',
    direction: 'MIDDLE_IS_BEST',
    options: amountOfTime,
    texts: [
      'Being with the children and young people I am responsible for',
      'Being with their parents and wider families',
      'Being with their foster carers or residential workers',
    ],
  }),
  scale({
    id: 'desk-time',
    theme: 'time-spent',
    name: 'Time for forms, reports and meetings',
    about: 'Over the last six months: 3 is the right amount of time, less is not enough, more is too much.',
    direction: 'MIDDLE_IS_BEST',
    options: amountOfTime,
    texts: [
      'Filling in forms and keeping records',
      'Writing reports for reviews and courts',
      'Sitting in meetings without a child or a family',
      'Travelling and arranging transport',
    ],
  }),
  scale({
    id: 'workload-change',
    theme: 'workload',
    name: 'Change of workload',
    about: 'How the work has changed over the last six months: 3 is no change, more is more work.',
    direction: 'LOWER_IS_BETTER',
    options: change,
    texts: ['The number of children I work with', 'The hours I work', 'How hard my cases are'],
  }),
  scale({
    id: 'workload',
    theme: 'workload',
    name: 'A workload that can be managed',
    about: 'How far the amount of work can be done well in the hours there are.',
    texts: [
      'I can do what my children need within my working hours.',
      'The number of children I work with is about right.',
      '-I take work home because there is no other time for it.',
      '-What is urgent keeps me from what is important.',
    ],
  }),
  scale({
    id: 'satisfaction',
    theme: 'burnout',
    name: 'Satisfaction with the job',
    about: 'How content people are with their work, and how firmly they mean to stay.',
    texts: [
      'All in all, I am content with my job.',
      'I would recommend my workplace to a friend in the profession.',
      '-I have seriously thought of leaving in the last six months.',
      'I expect to be working here in a year.',
    ],
  }),
  scale({
    id: 'expectations',
    theme: 'expectations',
    name: 'Expectations of social work practices',
    about: 'What people expect a practice that is run by its own staff to achieve.',
    direction: 'NEITHER',
    texts: [
      'Social workers in a practice will have more time for children.',
      'Children will keep the same worker for longer in a practice.',
      'A practice will have less paperwork.',
      'Decisions about children will be made sooner in a practice.',
      'Staff of a practice will have more of a say in how it is run.',
      'Social workers will want to stay in a practice.',
    ],
  }),
  scale({
    id: 'relationships',
    theme: 'relationships',
    name: 'Quality of care and relationships',
    about: 'How lasting and how good the relationships with children and those around them are.',
    texts: [
      'I work with the same children over a long time.',
      'The children I work with know that they can rely on me.',
      'I do all I can so that children stay in the same home.',
      'I get on well with the children’s carers.',
      'I get on well with the children’s parents.',
      'My work makes a difference to the children’s lives.',
    ],
  }),
  scale({
    id: 'autonomy',
    theme: 'autonomy',
    name: 'Autonomy',
    about: 'How far people decide for themselves how they work.',
    texts: [
      'I decide how I go about my work with a child.',
      'My professional judgement counts where I work.',
      'I can spend small sums for a child without asking.',
      '-I need permission for things that I could decide well myself.',
    ],
  }),
  scale({
    id: 'participation',
    theme: 'participation',
    name: 'Taking part in decisions',
    about: 'How far those who do the work take part in running the organisation.',
    texts: [
      'Those who work with children take part in decisions about how we work.',
      'I am told early of changes that concern my work.',
      'What I propose is listened to.',
      'New ways of working are welcome here.',
    ],
  }),
  scale({
    id: 'support',
    theme: 'support',
    name: 'Support and supervision',
    about: 'The support people get from supervision, managers and colleagues.',
    texts: [
      'My supervision helps me with my work.',
      'I can get advice on a hard decision the same day.',
      'My colleagues stand by me when work is hard.',
      'Mistakes are something to learn from here.',
      'I get the training I need.',
      '-With the worries of my work I am left alone.',
    ],
  }),
];
