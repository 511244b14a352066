import type { Instance } from "../db/tx.ts";
import type { Agent, Deps } from "../usecase/define-use-case.ts";

export interface Command {
  /** `importer caf`: as typed after `jalon`. */
  readonly name: string;
  /** French, one line. */
  readonly summary: string;
  readonly args?: readonly CommandArg[];
  readonly options?: Readonly<Record<string, CommandOption>>;
  /** Stops by itself when `signal` is aborted, as a server does; other commands are ended at once. */
  readonly stopsItself?: boolean;
  /** What `--json` prints. */
  readonly run: (context: CommandContext) => Promise<Record<string, unknown>>;
  /** The same, for people. */
  readonly print: (result: Record<string, unknown>) => string;
}

interface CommandArg {
  readonly name: string;
  readonly help: string;
  readonly required?: boolean;
}

interface CommandOption {
  readonly type: "string" | "boolean";
  readonly help: string;
  readonly required?: boolean;
  readonly default?: string;
  /** Nothing else is taken: another value is a misuse of the command, told with these. */
  readonly choices?: readonly string[];
}

export interface CommandContext {
  readonly args: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string | boolean>>;
  /** Aborted by Ctrl-C or by the system. */
  readonly signal: AbortSignal;
  /** Opened at the first call, closed by the runner. */
  instance(): Promise<Instance>;
  /** What acts need, for one département. */
  deps(slug: string): Promise<Deps>;
  /** The command line itself: every right, whole département. */
  readonly agent: Agent;
  /** A bar on the terminal, nothing anywhere else. */
  progress(done: number, total: number, label: string): void;
}
