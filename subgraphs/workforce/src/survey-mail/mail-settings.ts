/** Where e-mails go out, and what they say of the platform. */
export interface MailSettings {
  /** `smtp://` or `smtps://`, with name and password where the server wants them. */
  readonly smtpUrl: string;
  /** The sender's address. */
  readonly from: string;
  /** The platform's public address, without a slash at its end. */
  readonly publicUrl: string;
}
