const WIDTH = 24;

/** A bar that fills on one line of a terminal; silent where the output is not a terminal. */
export class ProgressBar {
  readonly #stream: NodeJS.WriteStream;

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** Shows how much is done, 0 to 1, and what is being done. */
  show(share: number, stage: string): void {
    if (!this.#stream.isTTY) return;
    const filled = Math.round(Math.min(1, Math.max(0, share)) * WIDTH);
    const percent = String(Math.round(share * 100)).padStart(3);
    this.#stream.write(`\r\u001b[2K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${percent} %  ${stage}`);
  }

  /** Clears the line. */
  end(): void {
    if (this.#stream.isTTY) this.#stream.write('\r\u001b[2K');
  }
}
