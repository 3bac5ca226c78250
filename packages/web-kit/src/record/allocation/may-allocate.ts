import { useGlass } from '../../graph/glass.tsx';
import { useViewer } from '../../session/session.tsx';

const ALLOCATORS = ['la-commissioner', 'la-manager'];

/** Whether the viewer allocates children: the authority's commissioners and managers alone, never a practice. */
export function useMayAllocate(): boolean {
  const { role } = useViewer();
  return useGlass() === null && ALLOCATORS.includes(role);
}
