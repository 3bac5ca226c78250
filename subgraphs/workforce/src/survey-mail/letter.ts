import { formatBritishDate, type PlainDate } from '@mainstay/primitives';

/** An e-mail to somebody who is invited. */
export interface Letter {
  readonly kind: 'INVITATION' | 'REMINDER';
  readonly to: string;
  /** What follows `#` in the link. */
  readonly secret: string;
  /** Title of the survey. */
  readonly title: string;
  /** What the organiser says about it; may be empty. */
  readonly about: string;
  readonly closesOn: PlainDate;
}

/** Subject and words of a letter. A reminder goes to everybody: nobody knows who has answered. */
export function wordsOf(letter: Letter, publicUrl: string): { readonly subject: string; readonly text: string } {
  const { kind, title, about, closesOn, secret } = letter;
  const isReminder = kind === 'REMINDER';
  const opening = isReminder
    ? 'This is a reminder to everybody who was invited. If you have answered already, thank you: there is nothing more to do.'
    : 'You are invited to a survey of staff.';
  const lines = [
    opening,
    ...(about ? [about] : []),
    `Answer until ${formatBritishDate(closesOn)}:`,
    `${publicUrl}/survey/#${secret}`,
    'You need no account. The link is for you alone and works once; please do not pass it on.',
    'Your answers cannot be tied to you: not by your employer, and not by those who run the platform.',
  ];
  return { subject: isReminder ? `Reminder: ${title}` : title, text: lines.join('\n\n') };
}
