import { type Lease, LeaseLost } from "../../lib/lease.ts";
import type { Store } from "../../store/store.ts";

/**
 * A store whose transactions keep nothing once a lease is no longer held, as when the node stood still and
 * another has taken the work over.
 */
export const fencedStore = (store: Store, lease: Lease): Store => ({
  ...store,
  transaction: (work) =>
    store.transaction(async (stores) => {
      if (!(await stores.leases.holds(lease))) throw new LeaseLost(lease.name);
      return work(stores);
    }),
});
