export const voiceResolvers = {};
