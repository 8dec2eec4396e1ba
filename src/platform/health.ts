/** One thing that has to be well for the program to do its work. */
export type HealthCheck = {
  /** A few fixed words, such as `store` or `telegram`. */
  readonly name: string;
  readonly ok: boolean;
  /** What is wrong and how to mend it, for operators; how it stands or nothing while all is well. */
  readonly detail: string;
};

/** What a supervisor and a metrics collector ask. None of it rejects. */
export type Health = {
  /** Whether the program can do its work now; each check by itself. */
  ready(): Promise<readonly HealthCheck[]>;
  /** Measurements in Prometheus' text format, with the media type that names its version. */
  metrics(): Promise<{ readonly mediaType: string; readonly body: string }>;
};
