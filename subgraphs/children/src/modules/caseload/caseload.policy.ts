import { hasScope, seesNamedChildrenOnly, type Viewer } from '@mainstay/subgraph-kit';

/** Who is told of caseloads, of the children they may see: not those who see single children only, whose counts would mislead. */
export function mayCountCases(viewer: Viewer): boolean {
  return !seesNamedChildrenOnly(viewer) && hasScope(viewer, 'children');
}

/**
 * Who is told what staff and children have to do with each other: the authority's staff, machines let in for both, and
 * managers of practices. Practices' workers know nothing of colleagues' posts; inspectors nothing of children's past.
 */
export function mayJoinStaffAndChildren(viewer: Viewer): boolean {
  if (!mayCountCases(viewer) || !hasScope(viewer, 'workforce')) return false;
  return viewer.audience === 'la' || (viewer.audience === 'practice' && viewer.role === 'swp-manager');
}

/** Who may know of some posts at all, as the workforce decides it post by post: asking for others is no use. */
export function mayKnowPosts(viewer: Viewer): boolean {
  return mayJoinStaffAndChildren(viewer) || (viewer.audience === 'inspector' && mayCountCases(viewer));
}
