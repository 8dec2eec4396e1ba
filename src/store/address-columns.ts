import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Owner } from "../deliveries/outbox.ts";
import type { Address } from "../platform/address.ts";
import type { AddressColumns, DeliveryTables } from "./delivery-tables.ts";

type Addressed = "chats" | "subscriptions" | "deliveries";
type Condition<T extends Addressed> = (
  eb: ExpressionBuilder<DeliveryTables, T>,
) => Expression<SqlBool>;

/** The columns that an address is kept in. */
export const toAddressColumns = ({ platform, channel, thread }: Address): AddressColumns => ({
  platform,
  channel,
  thread: thread ?? "",
});

/** The address that columns hold. */
export const readAddressColumns = ({ platform, channel, thread }: AddressColumns): Address => ({
  platform,
  channel,
  thread: thread === "" ? null : thread,
});

/** Holds for an address, and nothing within it. */
export const isAt =
  <T extends Addressed>(address: Address): Condition<T> =>
  (eb) =>
    columnsAre(eb, toAddressColumns(address));

/** Holds for an address, threads of its channel included when it names none. */
export const isWithin =
  <T extends Addressed>({ platform, channel, thread }: Address): Condition<T> =>
  (eb) =>
    columnsAre(eb, { platform, channel, ...(thread === null ? {} : { thread }) });

/** Holds for a channel, whatever its threads. */
export const isInChannel = <T extends Addressed>(address: Address): Condition<T> =>
  isWithin({ ...address, thread: null });

/** Holds for what is owed on behalf of a subscription; looked up by its address, which has an index. */
export const isOwedFor =
  ({ id, address }: Owner): Condition<"deliveries"> =>
  (eb) =>
    eb.and([isAt<"deliveries">(address)(eb), eb("subscription", "=", id)]);

function columnsAre<T extends Addressed>(
  eb: ExpressionBuilder<DeliveryTables, T>,
  columns: Partial<AddressColumns>,
): Expression<SqlBool> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each of these tables has these columns
  const columnsOf = eb as unknown as ExpressionBuilder<{ any: AddressColumns }, "any">;
  return columnsOf.and(columns);
}
