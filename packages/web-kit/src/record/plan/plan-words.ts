import type { CarePlanKind, CarePlanSectionKind } from '../../generated/operations.ts';

/** What plans are called. */
export const planNames: Readonly<Record<CarePlanKind, string>> = { CARE: 'Care plan', PATHWAY: 'Pathway plan' };

/** What each section of a plan is called, and what belongs in it. */
export const sectionWords: Readonly<Record<CarePlanSectionKind, { readonly title: string; readonly hint: string }>> = {
  PERMANENCE: { title: 'A home for good', hint: 'How the child will have a home for good, and by when.' },
  PLACEMENT: { title: 'Where the child lives', hint: 'Why there, and how it meets the child’s needs.' },
  HEALTH: { title: 'Health', hint: 'What the child needs, and who sees to it.' },
  EDUCATION: { title: 'School and learning', hint: 'The school, and what the personal education plan says.' },
  EMOTIONAL_DEVELOPMENT: { title: 'Feelings, behaviour and development', hint: 'How the child is, and who helps.' },
  IDENTITY: { title: 'Identity', hint: 'Religion, language, culture, and how the child sees themselves.' },
  RELATIONSHIPS: { title: 'Family and other people who matter', hint: 'Contact with them, and what is barred.' },
  SELF_CARE: {
    title: 'How the child presents and looks after themselves',
    hint: 'What they can do, and what they learn next.',
  },
  WISHES_AND_FEELINGS: { title: 'What the child wishes and feels', hint: 'In their own words where possible.' },
  PARENTS_VIEWS: { title: 'What the parents wish and feel', hint: 'And others with parental responsibility.' },
  SAFETY: { title: 'Safety', hint: 'What keeps the child safe.' },
  CONTINGENCY: { title: 'If the plan does not work out', hint: 'What happens then, and who decides it.' },
  ACCOMMODATION: { title: 'Where the young person lives', hint: 'Now, and later.' },
  EDUCATION_TRAINING_WORK: { title: 'Education, training and work', hint: 'What they do, and what they want to do.' },
  MONEY: { title: 'Money', hint: 'What they have, and what the authority pays.' },
  SKILLS: { title: 'Skills for living on one’s own', hint: 'What they can do, and what they learn next.' },
  SUPPORT: { title: 'Support', hint: 'The personal adviser, the authority and others.' },
};

/** What a care plan works towards for good. */
export const permanenceAims = [
  { value: 'RETURN_HOME', text: 'Return to parents or others with parental responsibility' },
  { value: 'FAMILY_AND_FRIENDS', text: 'Living with relatives or friends' },
  { value: 'LONG_TERM_FOSTERING', text: 'Long-term fostering' },
  { value: 'LONG_TERM_RESIDENTIAL', text: 'Long-term residential care' },
  { value: 'SPECIAL_GUARDIANSHIP', text: 'A special guardianship order' },
  { value: 'CHILD_ARRANGEMENTS', text: 'A child arrangements order' },
  { value: 'ADOPTION', text: 'Adoption' },
  { value: 'INDEPENDENCE', text: 'Living on their own, with support' },
  { value: 'UNDECIDED', text: 'It is still being assessed' },
] as const;

/** Who agrees plans, and corrects what was agreed. */
export function mayAgree(role: string): boolean {
  return role === 'la-manager' || role === 'swp-manager';
}
