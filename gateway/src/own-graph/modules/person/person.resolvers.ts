/** Resolvers of people. */
export const personResolvers = {
  Person: { __resolveReference: ({ id }: { id: string }) => ({ id }) },
};
