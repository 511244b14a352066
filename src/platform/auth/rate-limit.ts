/** How failures are slowed: nothing for the first `free`, then a wait that doubles, never more than `longest`. */
export interface RateLimit {
  readonly free: number;
  readonly firstWaitSeconds: number;
  readonly longestWaitSeconds: number;
  /** After this long without a failure the count starts again. */
  readonly forgetAfterSeconds: number;
}

/** One account: a person who mistypes is not bothered, a program that guesses gets about a hundred tries a day. */
export const perAccount: RateLimit = {
  free: 4,
  firstWaitSeconds: 2,
  longestWaitSeconds: 900,
  forgetAfterSeconds: 86_400,
};

/** One address: a whole office shares it, so it bears more before it waits. */
export const perAddress: RateLimit = { ...perAccount, free: 30 };

export interface Failures {
  readonly count: number;
  readonly lastAt: Date;
}

export function waitSeconds(limit: RateLimit, failures: number): number {
  if (failures <= limit.free) return 0;
  const doubled = limit.firstWaitSeconds * 2 ** Math.min(failures - limit.free - 1, 30);
  return Math.min(doubled, limit.longestWaitSeconds);
}

/** Until when nothing is tried; null when the way is free. */
export function blockedUntil(limit: RateLimit, failures: Failures | null, now: Date): Date | null {
  if (!failures) return null;
  const until = new Date(failures.lastAt.getTime() + waitSeconds(limit, failures.count) * 1000);
  return until > now ? until : null;
}

export function afterFailure(limit: RateLimit, failures: Failures | null, now: Date): Failures {
  const forgotten =
    !failures || now.getTime() - failures.lastAt.getTime() > limit.forgetAfterSeconds * 1000;
  return { count: forgotten ? 1 : failures.count + 1, lastAt: now };
}
