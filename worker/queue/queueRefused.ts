/** The queue cannot be used: the French sentence says why and what to do. */
export class QueueRefused extends Error {
  constructor(
    readonly sentence: string,
    cause?: unknown,
  ) {
    super(sentence, { cause });
    this.name = "QueueRefused";
  }
}
