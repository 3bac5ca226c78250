export const carePlanResolvers = {};
