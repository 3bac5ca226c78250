/** What something was done for, in words; `purpose` is as the audit writes it. */
export function purposeInWords(purpose: string): string {
  return purpose;
}
