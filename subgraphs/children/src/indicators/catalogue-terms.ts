/** Who decides a definition. */
export type Owner = 'Department for Education' | 'The parties to the contract' | 'Mainstay';

/**
 * What Ofsted judges when it inspects an authority's services for children.
 *
 * @see Ofsted, Inspecting local authority children's services
 */
export type InspectionJudgement =
  | 'The impact of leaders on social work practice with children and families'
  | 'The experiences and progress of children who need help and protection'
  | 'The experiences and progress of children in care'
  | 'The experiences and progress of care leavers';

/**
 * The outcomes of children's social care.
 *
 * @see Department for Education, Children's social care national framework
 */
export type FrameworkOutcome =
  | 'Children, young people and families stay together and get the help they need'
  | 'Children and young people are supported by their family network'
  | 'Children and young people are safe in and outside of their homes'
  | 'Children in care and care leavers have stable, loving homes';

/** What nearly all indicators of children in care have in common. */
export const ofChildrenInCare = {
  owner: 'Department for Education',
  inspectionJudgement: 'The experiences and progress of children in care',
  frameworkOutcome: 'Children in care and care leavers have stable, loving homes',
} as const;

/** What nearly all indicators of care leavers have in common. */
export const ofCareLeavers = {
  ...ofChildrenInCare,
  inspectionJudgement: 'The experiences and progress of care leavers',
} as const;
