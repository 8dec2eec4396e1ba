import { hash } from "node:crypto";
import type { DeliveryKey } from "../platform/adapter.ts";
import type { Delivery } from "./delivery.ts";

const LENGTH = 24;

/** The key of a part of a delivery: the same at each attempt, another for each part and style. */
export const deliveryKey = ({ id, style }: Delivery, part: number): DeliveryKey =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- base64url is made of its characters
  hash("sha256", JSON.stringify([id, part, style]), "base64url").slice(0, LENGTH) as DeliveryKey;
