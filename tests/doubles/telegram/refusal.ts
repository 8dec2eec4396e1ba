/** Fields that tell a client what to do about an error, as in `ResponseParameters`. */
export type ResponseParameters = {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
};

/** What the server answers instead of a result. It stops the handling of a request. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(status: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

/** A 400 with the words the server puts after "Bad Request: ". */
export const badRequest = (reason: string): Refusal => new Refusal(400, `Bad Request: ${reason}`);

/** A 403 with the words the server puts after "Forbidden: ". */
export const forbidden = (reason: string): Refusal => new Refusal(403, `Forbidden: ${reason}`);
