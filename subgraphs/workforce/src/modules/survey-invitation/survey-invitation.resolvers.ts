import type { SurveyGroup } from '@mainstay/survey-bank';
import type { Context } from '../../context.ts';
import { orSurveyFailure } from '../survey/survey.resolvers.ts';
import { inviteStaff, remindStaff, type InviteStaffInput } from './survey-invitation.service.ts';

/** Invitations to surveys, between the graph and the domain. */
export const surveyInvitationResolvers = {
  Mutation: {
    inviteStaff: (_root: unknown, { input }: { input: InviteStaffInput }, context: Context) =>
      orSurveyFailure(async () => ({ __typename: 'InviteStaffSuccess', ...(await inviteStaff(input, context)) })),
    remindStaff: (_root: unknown, { input }: { input: { waveId: string; group: SurveyGroup } }, context: Context) =>
      orSurveyFailure(async () => ({ __typename: 'RemindStaffSuccess', ...(await remindStaff(input, context)) })),
  },
};
