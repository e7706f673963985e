import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Seconds; fine where goal lines lie (a write at 5 ms, a KPI visible within 2 s). */
const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30];

/** The figures of one service for Prometheus. Labels are closed lists of codes; never ids, areas or people. */
export class MetricsRegistry {
  private readonly registry = new Registry();

  constructor(labels: { readonly service: string; readonly node: string }) {
    this.registry.setDefaultLabels(labels);
  }

  /** Memory, event loop and garbage collection of the process; once a process is enough. */
  collectProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  counter<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Counter<L> {
    return new Counter({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  gauge<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Gauge<L> {
    return new Gauge({ name, help, labelNames: [...labelNames], registers: [this.registry] });
  }

  /** Durations in seconds. */
  seconds<L extends string>(name: string, help: string, labelNames: readonly L[] = []): Histogram<L> {
    return new Histogram({ name, help, labelNames: [...labelNames], buckets: SECONDS, registers: [this.registry] });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  /** What the metrics route answers. */
  text(): Promise<string> {
    return this.registry.metrics();
  }
}
