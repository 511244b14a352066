import { PgBoss } from "pg-boss";

export type JobData = Readonly<Record<string, string | number | boolean | null>>;

interface SendOptions {
  /** While a job of this key waits, another one of the same key is not added. */
  readonly key?: string;
}

export interface Jobs {
  send(name: string, data: JobData, options?: SendOptions): Promise<void>;
  /** Takes the jobs of this name one at a time. A job that throws is taken again later. */
  work(name: string, handler: (data: JobData) => Promise<void>): Promise<void>;
  /** Lets the job in hand end, ten seconds at most. */
  stop(): Promise<void>;
}

export interface JobsOptions {
  readonly url: string;
  /** This process looks after the queues: jobs left by a dead worker are given again. */
  readonly supervise?: boolean;
  readonly onError?: (error: Error) => void;
}

const SCHEMA = "pgboss";
const STOP_AFTER_MS = 10_000;

/** The shortest the library takes: a worker killed with a job in hand is noticed after it. */
const HEARTBEAT_SECONDS = 10;
const SUPERVISE_SECONDS = 10;

/** A queue outlives a long file: jobs of a whole night, and a retry when the base was away. */
const queueOptions = {
  policy: "short",
  expireInSeconds: 12 * 60 * 60,
  heartbeatSeconds: HEARTBEAT_SECONDS,
  retryLimit: 20,
  retryDelay: 5,
  deleteAfterSeconds: 24 * 60 * 60,
} as const;

/** Work done outside the request, in the schema `pgboss` of the same database. Nothing opens before the first call. */
export function createJobs(options: JobsOptions): Jobs {
  let starting: Promise<PgBoss> | null = null;
  const queues = new Map<string, Promise<void>>();

  function started(): Promise<PgBoss> {
    starting ??= start(options).catch((error: unknown) => {
      starting = null;
      throw error;
    });
    return starting;
  }

  async function withQueue(name: string): Promise<PgBoss> {
    const boss = await started();
    const known = queues.get(name) ?? boss.createQueue(name, queueOptions);
    queues.set(name, known);
    await known;
    return boss;
  }

  return {
    async send(name, data, { key } = {}) {
      const boss = await withQueue(name);
      await boss.send(name, data, key === undefined ? {} : { singletonKey: key });
    },
    async work(name, handler) {
      const boss = await withQueue(name);
      await boss.work<JobData>(
        name,
        { batchSize: 1, pollingIntervalSeconds: 0.5 },
        async ([job]) => {
          if (job) await handler(job.data);
        },
      );
    },
    async stop() {
      if (!starting) return;
      const boss = await starting;
      starting = null;
      queues.clear();
      await boss.stop({ graceful: true, timeout: STOP_AFTER_MS });
    },
  };
}

async function start({ url, supervise = false, onError }: JobsOptions): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: "jalon-jobs",
    max: supervise ? 3 : 1,
    supervise,
    schedule: false,
    superviseIntervalSeconds: SUPERVISE_SECONDS,
    monitorIntervalSeconds: SUPERVISE_SECONDS,
  });
  // Without a listener the first cut connection would end the process.
  boss.on("error", (error) => onError?.(error));
  await boss.start();
  return boss;
}
