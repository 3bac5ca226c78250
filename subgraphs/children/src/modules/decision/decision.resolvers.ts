export const decisionResolvers = {};
