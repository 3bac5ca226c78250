import { useOperation, useViewer } from '@mainstay/web-kit';
import { OrganisationsDocument } from '../generated/operations.ts';
import { capacityInWords } from '../person/person-words.ts';

/** How an event names what somebody acted as and for. */
export interface Acted {
  readonly role: string | null;
  readonly organisation: string | null;
}

/**
 * Says in which role and for which organisation somebody acted: `Social worker, Canal Street Practice`.
 *
 * Until the practices' names are there, and where they cannot be had, a practice is said by its identifier.
 */
export function useActingFor(): (acted: Acted) => string {
  const { laCode, organisation } = useViewer();
  const { data } = useOperation(OrganisationsDocument, { la: laCode ?? '' });
  const names = new Map(data?.localAuthority?.practices.map(({ id, name }) => [id, name]));
  names.set('ofsted', 'Ofsted').set(laCode ?? '', organisation);
  return ({ role, organisation: id }) => capacityInWords({ role, organisation: id && (names.get(id) ?? id) });
}
