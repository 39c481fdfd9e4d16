/** Notices that the homeserver has left a transaction behind. */
export interface DeliveryGaps {
  /**
   * Whether a transaction comes before one that is missing. It is to be refused then: the homeserver begins anew with the
   * oldest that it holds. The same one is never refused twice.
   */
  readonly isAhead: (transactionId: string) => boolean;
}

/** So many refusals that brought nothing, and gaps are taken for normal. */
const mostInVain = 3;

/**
 * A transaction that Synapse makes in the moment in which it finds us back is stored and not sent, until the next time it
 * cannot deliver (`synapse/appservice/scheduler.py`: whether we are there is read before the transaction is made). A ✋
 * could lie there for hours. The numbers follow each other, so the next one shows the gap. Where several application
 * services share the homeserver, gaps are normal: after a few refusals that brought nothing, nothing is refused any more.
 */
export function deliveryGaps(): DeliveryGaps {
  let latest: number | undefined;
  let refused: number | undefined;
  let inVain = 0;
  return {
    isAhead: (transactionId) => {
      const number = numberOf(transactionId);
      if (number === undefined) return false;
      const isGap = latest !== undefined && number > latest + 1;
      if (isGap && number !== refused && inVain < mostInVain) {
        refused = number;
        return true;
      }
      if (number === refused) inVain = isGap ? inVain + 1 : 0;
      latest = Math.max(latest ?? 0, number);
      return false;
    },
  };
}

function numberOf(transactionId: string): number | undefined {
  return /^[0-9]{1,15}$/.test(transactionId) ? Number(transactionId) : undefined;
}
