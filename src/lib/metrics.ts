import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from "prom-client";

/**
 * What tells series of one metric apart: each label with its value. Values come from a small fixed set,
 * such as the kinds of a union: each combination is a series that is kept for good.
 */
export type Labels = Readonly<Record<string, string>>;

/** What a metric is called, what it says, and its labels; durations are in seconds. */
export type MetricForm<L extends Labels> = {
  /** By the rules of https://prometheus.io/docs/practices/naming/. */
  readonly name: string;
  readonly help: string;
  readonly labels: readonly (keyof L & string)[];
};

/** Counts what happens. */
export type Count<L extends Labels> = (labels: L, amount?: number) => void;

/** Says how things stand: all series at once, so that none outlives what it tells of. */
export type Level<L extends Labels> = (
  series: readonly { readonly labels: L; readonly value: number }[],
) => void;

/** Takes one measurement. */
export type Observe<L extends Labels> = (labels: L, value: number) => void;

/** Makes metrics and writes them all out; nothing is global. */
export type Metrics = {
  /**
   * Series of `from` are there from the start, at 0: Prometheus sees no increase in the first sample of a
   * series (https://prometheus.io/docs/practices/instrumentation/#avoid-missing-metrics).
   */
  counter<L extends Labels>(form: MetricForm<L>, from?: readonly L[]): Count<L>;
  gauge<L extends Labels>(form: MetricForm<L>): Level<L>;
  /** `buckets` are upper bounds, lowest first; series of `from` are there from the start. */
  histogram<L extends Labels>(
    form: MetricForm<L>,
    buckets: readonly number[],
    from?: readonly L[],
  ): Observe<L>;
  /** Adds what is known of every Node process: memory, processor time, the event loop's lag. */
  observeProcess(): void;
  /** Everything in Prometheus' text format, with its media type. */
  write(): Promise<{ readonly mediaType: string; readonly body: string }>;
};

/** Metrics of which none is made yet. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  return {
    counter(form, from = []) {
      const counter = new Counter({ ...toOptions(form), registers });
      for (const labels of from) counter.inc({ ...labels }, 0);
      return (labels, amount = 1) => counter.inc({ ...labels }, amount);
    },
    gauge(form) {
      const gauge = new Gauge({ ...toOptions(form), registers });
      return (series) => {
        gauge.reset();
        for (const { labels, value } of series) gauge.set({ ...labels }, value);
      };
    },
    histogram(form, buckets, from = []) {
      const histogram = new Histogram({ ...toOptions(form), buckets: [...buckets], registers });
      for (const labels of from) histogram.zero({ ...labels });
      return (labels, value) => histogram.observe({ ...labels }, value);
    },
    observeProcess: () => collectDefaultMetrics({ register: registry }),
    write: async () => ({ mediaType: registry.contentType, body: await registry.metrics() }),
  };
}

const toOptions = <L extends Labels>({ name, help, labels }: MetricForm<L>) => ({
  name,
  help,
  labelNames: [...labels],
});
