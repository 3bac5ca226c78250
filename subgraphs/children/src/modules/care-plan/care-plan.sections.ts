/** Which plan: `CarePlanKind` of the graph. */
export type CarePlanKind = 'CARE' | 'PATHWAY';

/** The sections of plans: `CarePlanSectionKind` of the graph. */
export type CarePlanSectionKind =
  | 'PERMANENCE'
  | 'PLACEMENT'
  | 'HEALTH'
  | 'EDUCATION'
  | 'EMOTIONAL_DEVELOPMENT'
  | 'IDENTITY'
  | 'RELATIONSHIPS'
  | 'SELF_CARE'
  | 'WISHES_AND_FEELINGS'
  | 'PARENTS_VIEWS'
  | 'SAFETY'
  | 'CONTINGENCY'
  | 'ACCOMMODATION'
  | 'EDUCATION_TRAINING_WORK'
  | 'MONEY'
  | 'SKILLS'
  | 'SUPPORT';

/**
 * The sections of each plan, in their order: all have to be written, or said to be not known and why, before it is agreed.
 *
 * @see SI 2010/959, regulation 5 and schedule 1; SI 2010/2571, schedule 1
 */
export const sectionsOf: Readonly<Record<CarePlanKind, readonly CarePlanSectionKind[]>> = {
  CARE: [
    'PERMANENCE',
    'PLACEMENT',
    'HEALTH',
    'EDUCATION',
    'EMOTIONAL_DEVELOPMENT',
    'IDENTITY',
    'RELATIONSHIPS',
    'SELF_CARE',
    'WISHES_AND_FEELINGS',
    'PARENTS_VIEWS',
    'SAFETY',
    'CONTINGENCY',
  ],
  PATHWAY: [
    'ACCOMMODATION',
    'EDUCATION_TRAINING_WORK',
    'MONEY',
    'HEALTH',
    'EMOTIONAL_DEVELOPMENT',
    'IDENTITY',
    'RELATIONSHIPS',
    'SKILLS',
    'SUPPORT',
    'WISHES_AND_FEELINGS',
    'SAFETY',
    'CONTINGENCY',
  ],
};
