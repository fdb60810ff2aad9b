/** Milliseconds that a worker's hold on a mailing lasts after its last sign of life. */
export const lease = 60_000;

/** Milliseconds between two signs of life: a few of them may be missed. */
export const heartbeat = 10_000;

/** Milliseconds after the dot in which a worker that is not known to be dead may still hear an answer. */
export const lateAnswer = 660_000;
