import { formatDate } from '../format/format.ts';
import type { LeadProfessionalFragment } from '../generated/operations.ts';

const ROLES: Record<NonNullable<LeadProfessionalFragment['currentEmployment']>['role'], string> = {
  SOCIAL_WORKER: 'social worker',
  SENIOR_SOCIAL_WORKER: 'senior social worker',
  PRACTICE_MANAGER: 'manager',
  PERSONAL_ADVISER: 'personal adviser',
  PLACEMENT_WORKER: 'placement worker',
  ADMINISTRATOR: 'administrator',
  EDUCATION_SUPPORT: 'education support',
  RESEARCH_SUPPORT: 'research and evaluation',
  LEGAL_SUPPORT: 'legal support',
  STUDENT: 'student on placement',
  DIRECTOR: 'director',
};

const REGISTRATIONS = {
  REGISTERED: 'registered until',
  LAPSED: 'registration lapsed on',
  SUSPENDED: 'registration suspended, due to end on',
  REMOVED: 'removed from the register; registration was to end on',
};

/** Who is there for the child today, with post and registration as far as they are on record. */
export function leadProfessionalInWords(worker: LeadProfessionalFragment | null): string {
  if (!worker) return 'None recorded today';
  const words = [worker.name ? `${worker.name} (${worker.id})` : worker.id];
  const post = worker.currentEmployment;
  if (post) words.push(`${ROLES[post.role]} with ${post.employer.name} since ${formatDate(post.startedOn)}`);
  if (worker.registration) {
    words.push(`${REGISTRATIONS[worker.registration.status]} ${formatDate(worker.registration.expiresOn)}`);
  }
  return words.join('; ');
}
