/** To be filled. */
export const summaryResolvers = {};
