import type { PlainDate } from '@mainstay/primitives';
import { createContext, useContext, type ReactNode } from 'react';

/** Which of the platform's three kinds of reader somebody is. */
export type Audience = 'la' | 'practice' | 'inspector';

/** An inspection in progress, and the days on which records are open to it. */
export interface Inspection {
  readonly id: string;
  readonly la: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** The person signed in. */
export interface Viewer {
  /** The subject of their sign-in. */
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  readonly audience: Audience;
  /** The name of the organisation they work for. */
  readonly organisation: string;
  /** ONS code of their authority, or of the one they inspect; null for a practice's staff. */
  readonly laCode: string | null;
  /** Their practice; null for everybody else. */
  readonly practiceId: string | null;
  /** The regulator's number of somebody who is a social worker; null or left out for everybody else. */
  readonly workerId?: string | null;
  readonly inspection: Inspection | null;
  /** Whether they may break the glass: see a record at once, on giving a reason, that is not open to them. */
  readonly breakGlassAllowed?: boolean;
}

/** What an organisation says about the accessibility of its service, for the accessibility statement. */
export interface AccessibilityContact {
  readonly organisation?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly preparedOn?: PlainDate;
  readonly testedOn?: PlainDate;
  readonly knownProblems?: readonly string[];
}

/** Who is signed in, and what the page must say about this installation. */
export interface Session {
  readonly viewer: Viewer | null;
  /** True when the data is made up. */
  readonly demonstration: boolean;
  readonly accessibility?: AccessibilityContact;
}

const SessionContext = createContext<Session>({ viewer: null, demonstration: false });

/** Makes the session known to everything inside it. */
export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** The session of this page. */
export function useSession(): Session {
  return useContext(SessionContext);
}

/**
 * The person signed in. A module is shown only to somebody who is.
 *
 * @throws Error outside a signed-in page.
 */
export function useViewer(): Viewer {
  const { viewer } = useSession();
  if (!viewer) throw new Error('Nobody is signed in.');
  return viewer;
}

/** Asks the gateway who is signed in. */
export async function fetchSession(): Promise<Session> {
  const response = await fetch('/session', { credentials: 'same-origin', signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The session could not be read (${response.status}).`);
  return (await response.json()) as Session;
}
