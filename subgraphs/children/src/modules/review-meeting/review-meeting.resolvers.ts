export const reviewMeetingResolvers = {};
