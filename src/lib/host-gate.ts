/** Runs work for a host when no other work for that host is running, in the order it was asked for. */
export type HostGate = <T>(host: string, work: () => Promise<T>) => Promise<T>;

/** A gate that lets one piece of work a host through at a time, and forgets hosts with none. */
export function createHostGate(): HostGate {
  const last = new Map<string, Promise<unknown>>();
  return (host, work) => {
    const before = last.get(host) ?? Promise.resolve();
    const result = before.then(work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    last.set(host, settled);
    void settled.then(() => last.get(host) === settled && last.delete(host));
    return result;
  };
}
