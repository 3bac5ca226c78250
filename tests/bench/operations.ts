/** A page of the dashboard: it crosses the three subgraphs, five hops deep, for fifty children of a practice. */
export const dashboard = `query Dashboard($la: ID!, $first: Int!) {
  localAuthority(id: $la) {
    name
    practices {
      name
      contracts {
        status
        children(first: $first) {
          totalCount
          edges {
            node {
              localId
              currentPlacement { startedOn type { code meaning } }
              leadProfessional {
                id
                name
                registration { status }
                employments { role startedOn employer { ... on Practice { name } ... on LocalAuthority { name } } }
              }
            }
          }
        }
      }
    }
  }
}`;

/** The least that can be asked: one row of one subgraph. */
export const small = `query Small($la: ID!) { localAuthority(id: $la) { id name region { name } } }`;

/** Fifty children, and a different number for each request, so that answers cannot be shared between them. */
export function variablesOf(operation: 'dashboard' | 'small', la: string, turn: number): Record<string, unknown> {
  return operation === 'small' ? { la } : { la, first: 45 + (turn % 10) };
}
