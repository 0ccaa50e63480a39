import type { Evidence } from '../evidence.ts';

/** What one depot gave to a request under one commitment. */
export interface SupplyCommitment {
  readonly commitment: string;
  /** `<city>.<depot>` */
  readonly depot: string;
  /** Still reserved. */
  readonly committed: number;
  /** All that ever went out. */
  readonly issued: number;
  readonly returned: number;
  readonly consumed: number;
  /** It is to come back; known once something went out. */
  readonly returnable?: boolean;
}

export interface SupplyRequest {
  readonly id: string;
  readonly item: string;
  readonly quantity: number;
  readonly note: string;
  readonly depot?: string;
  readonly depots: readonly string[];
  readonly status: 'open' | 'cancelled' | 'ended';
  readonly requested: Evidence;
  readonly cancelled?: Evidence & { readonly reason: string };
  readonly declined: readonly (Evidence & { readonly depot: string; readonly reason: string })[];
  readonly commitments: ReadonlyMap<string, SupplyCommitment>;
}

const commitmentsOf = ({ commitments }: SupplyRequest) => [...commitments.values()];

/** Reserved by a depot or gone out. */
export const givenBy = (request: SupplyRequest, depot?: string): number =>
  commitmentsOf(request)
    .filter((one) => depot === undefined || one.depot === depot)
    .reduce((sum, { committed, issued }) => sum + committed + issued, 0);

interface Supplied {
  readonly supplies: ReadonlyMap<string, SupplyRequest>;
}

/** What went out and must come back, by request; only of what is returnable. */
export const stillOut = ({ supplies }: Supplied): readonly { item: string; out: number }[] =>
  [...supplies.values()].flatMap((request) => {
    const out = commitmentsOf(request)
      .filter(({ returnable }) => returnable)
      .reduce((sum, { issued, returned, consumed }) => sum + issued - returned - consumed, 0);
    return out > 0 ? [{ item: request.item, out }] : [];
  });
