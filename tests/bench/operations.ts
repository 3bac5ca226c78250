/** What is asked of every server. */
export type OperationName = 'dashboard' | 'small';

/** One request with all its values. */
export interface GraphRequest {
  /** ONS code of the authority whose analyst asks. */
  readonly viewerLa: string;
  readonly body: string;
}

/** A page of the dashboard: it crosses the three subgraphs, four hops deep, for fifty children of a practice. */
const dashboard = `query Dashboard($la: ID!, $first: Int!) {
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
const small = `query Small($la: ID!) { localAuthority(id: $la) { id name region { name } } }`;

const SIZES = [45, 46, 47, 48, 49, 50, 51, 52, 53, 54];

/**
 * The requests of one operation, in the order they are sent: neighbours differ in their variables, so that no server can
 * answer two that are under way at once with one.
 *
 * @param hosts ONS codes of authorities with a practice.
 * @param all ONS codes of authorities; the names of all of them are open to every viewer.
 */
export function requestsOf(operation: OperationName, hosts: readonly string[], all: readonly string[]): GraphRequest[] {
  if (operation === 'small') {
    return all.map((la, turn) => request(small, hosts[turn % hosts.length] ?? la, { la }));
  }
  return SIZES.flatMap((first) => hosts.map((la) => request(dashboard, la, { la, first })));
}

function request(query: string, viewerLa: string, variables: object): GraphRequest {
  return { viewerLa, body: JSON.stringify({ query, variables }) };
}
