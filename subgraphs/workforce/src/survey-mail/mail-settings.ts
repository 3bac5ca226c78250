/** Where e-mails go out, and what they say of the platform. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server wants them. */
  readonly smtpUrl: string;
  /** The sender's address. */
  readonly from: string;
  /** The platform's public address, without a slash at its end. */
  readonly publicUrl: string;
}

/**
 * The settings of e-mail; null where there is no server.
 *
 * @throws Error naming the variable that is missing.
 */
export function mailSettings(given: {
  readonly smtpUrl?: string | undefined;
  readonly from?: string | undefined;
  readonly publicUrl?: string | undefined;
}): MailSettings | null {
  const { smtpUrl, from, publicUrl } = given;
  if (!smtpUrl) return null;
  if (!/^smtps?:\/\//.test(smtpUrl)) throw new Error('SMTP_URL begins with smtp:// or smtps://.');
  if (!from) throw new Error('MAIL_FROM is required with SMTP_URL: the address that e-mails come from.');
  if (!publicUrl) throw new Error('PUBLIC_URL is required with SMTP_URL: e-mails hold links to it.');
  return { smtpUrl, from, publicUrl: publicUrl.replace(/\/$/, '') };
}
