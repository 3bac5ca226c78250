/** To be filled. */
export const chronologyResolvers = {};
