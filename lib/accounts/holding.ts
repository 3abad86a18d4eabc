/** The condition on a sanction that it holds at `now`: not lifted, and without an end or before it. */
export const holdingAt = (now: Date) => ({ liftedAt: null, OR: [{ until: null }, { until: { gt: now } }] });
