import { Telegram } from "telegraf";
import type { Secret } from "../../src/lib/secret.ts";
import { type ApiFailure, failureOf } from "./api-failure.ts";
import { createBoundedAgent } from "./bounded-agent.ts";
import { limitedSignal } from "../../src/lib/limited-signal.ts";

/** What Telegram says to a call. */
export type ApiAnswer =
  | { readonly kind: "ok"; readonly result: unknown }
  | { readonly kind: "failed"; readonly failure: ApiFailure };

/** Calls a method of the Bot API, once; never rejects. */
export type CallApi = (
  method: string,
  payload: Readonly<Record<string, unknown>>,
  limits: { readonly signal: AbortSignal; readonly ms?: number },
) => Promise<ApiAnswer>;

/** An answer that takes longer is given up. */
const LONGEST_CALL_MS = 30_000;

/**
 * Calls through telegraf's client. Its typed methods end at Bot API 7, so every call goes by its
 * method's name; the token, which the client puts into each URL, is in no answer.
 */
export function createApi(token: Secret, apiRoot: string): CallApi {
  const root = apiRoot.endsWith("/") ? apiRoot : `${apiRoot}/`;
  const client = new Telegram(token.reveal(), { apiRoot: root });
  // Given so, since the client drops an agent that it is made with where the address is plain HTTP.
  client.options.agent = createBoundedAgent(root);
  return async (method, payload, { signal, ms = LONGEST_CALL_MS }) => {
    const limited = limitedSignal(signal, ms);
    try {
      return { kind: "ok", result: await callByName(client, method, payload, limited.signal) };
    } catch (error) {
      return { kind: "failed", failure: failureOf(error, token) };
    } finally {
      limited.release();
    }
  };
}

function callByName(
  client: Telegram,
  method: string,
  payload: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
): Promise<unknown> {
  type Call = (
    method: string,
    payload: Readonly<Record<string, unknown>>,
    options: { readonly signal: AbortSignal },
  ) => Promise<unknown>;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its types know only the methods of Bot API 7
  const call = client.callApi.bind(client) as unknown as Call;
  return call(method, payload, { signal });
}
