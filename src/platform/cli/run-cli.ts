import type { Instance } from "../db/tx.ts";
import { DomainError } from "../errors/domain-error.ts";
import { type Agent, type Deps, porteeTotale } from "../usecase/define-use-case.ts";
import { everyRight } from "../usecase/every-right.ts";
import type { Command } from "./command.ts";
import { type ParsedLine, parseLine, UsageError } from "./parse.ts";
import { createProgress } from "./progress.ts";
import { commandUsage, generalUsage } from "./usage.ts";

interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface CliEnvironment {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly openInstance: () => Promise<Instance>;
  readonly deps: (instance: Instance, slug: string) => Promise<Deps>;
  /** Aborted when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** Ends the process: called when the signal comes to a command that does not stop by itself. */
  readonly exit: (code: number) => void;
}

const agentLigneDeCommande: Agent = {
  id: null,
  nom: "ligne de commande",
  droits: everyRight,
  portee: porteeTotale,
};

const DONE = 0;
const REFUSED = 1;
const MISUSED = 2;
const INTERRUPTED = 130;
/** What a command that stops by itself gets before it is ended all the same. */
const GRACE_MS = 10_000;

/** Runs one line and gives the exit code: 0 done, 1 refused, 2 misused. */
export async function runCli(
  argv: readonly string[],
  commands: readonly Command[],
  environment: CliEnvironment,
): Promise<number> {
  const json = argv.includes("--json");
  try {
    const line = parseLine(argv, commands);
    if (line.help || line.command === null) {
      environment.stdout.write(line.command ? commandUsage(line.command) : generalUsage(commands));
      return DONE;
    }
    const result = await runCommand(line.command, line, environment);
    const text = json ? JSON.stringify(result) : line.command.print(result);
    if (text !== "") environment.stdout.write(`${text}\n`);
    return DONE;
  } catch (error) {
    return report(error, json, commands, environment);
  }
}

async function runCommand(
  command: Command,
  line: ParsedLine,
  environment: CliEnvironment,
): Promise<Record<string, unknown>> {
  const progress = createProgress(environment.stderr);
  let opened: Promise<Instance> | null = null;
  const instance = () => {
    opened ??= environment.openInstance();
    return opened;
  };
  const interrupt = () => {
    progress.clear();
    environment.exit(INTERRUPTED);
  };
  const onAbort = command.stopsItself ? () => setTimeout(interrupt, GRACE_MS).unref() : interrupt;
  environment.signal.addEventListener("abort", onAbort);
  try {
    return await command.run({
      args: line.args,
      options: line.options,
      signal: environment.signal,
      agent: agentLigneDeCommande,
      instance,
      deps: async (slug) => environment.deps(await instance(), slug),
      progress: (done, total, label) => progress.show(done, total, label),
    });
  } finally {
    environment.signal.removeEventListener("abort", onAbort);
    progress.clear();
    await closeQuietly(opened);
  }
}

/** What failed to open has nothing to close, and its refusal is already on its way. */
async function closeQuietly(opened: Promise<Instance> | null): Promise<void> {
  const instance = await opened?.catch(() => null);
  await instance?.close();
}

function report(
  cause: unknown,
  json: boolean,
  commands: readonly Command[],
  { stdout, stderr }: CliEnvironment,
): number {
  const error = fullDisk(cause) ?? forbidden(cause) ?? cause;
  const refusal = asRefusal(error);
  if (json) {
    const { resultat, ...details } = refusal.details;
    const merged = typeof resultat === "object" ? resultat : {};
    const refus = { code: refusal.code, message: refusal.message, details };
    stdout.write(`${JSON.stringify({ ...merged, refus })}\n`);
  }
  if (error instanceof UsageError) {
    const usage = error.command ? commandUsage(error.command) : generalUsage(commands);
    stderr.write(`${error.message}\n\n${usage}`);
    return MISUSED;
  }
  if (!json || !(error instanceof DomainError)) stderr.write(`${refusal.message}\n`);
  if (!(error instanceof DomainError)) stderr.write(`${technicalDetail(error)}\n`);
  return REFUSED;
}

/** Of the system, and of PostgreSQL. */
const FULL = new Set(["ENOSPC", "EDQUOT", "53100"]);

function fullDisk(cause: unknown): DomainError | null {
  const { code } = (cause ?? {}) as NodeJS.ErrnoException;
  if (code === undefined || !FULL.has(code)) return null;
  return new DomainError(
    "disque.plein",
    "Le disque est plein. Ce qui était enregistré l’est toujours : faites de la place, puis relancez la même commande.",
  );
}

/** A file or a folder of somebody else is no defect: this account must say so, and which. */
function forbidden(cause: unknown): DomainError | null {
  const { code, path } = (cause ?? {}) as NodeJS.ErrnoException;
  if (path === undefined || !["EACCES", "EPERM", "EROFS"].includes(code ?? "")) return null;
  return new DomainError(
    "fichier.interdit",
    `Ce compte n’a pas le droit d’utiliser ${path}. Relancez avec le compte à qui il appartient, ou donnez un autre emplacement (JALON_DATA pour les données).`,
    { path },
  );
}

interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function asRefusal(error: unknown): Refusal {
  if (error instanceof DomainError) return error;
  if (error instanceof UsageError) {
    return { code: "usage.incorrect", message: error.message, details: {} };
  }
  return {
    code: "erreur.inattendue",
    message:
      "La commande s’est arrêtée sur une erreur imprévue. Ce qui était enregistré l’est toujours ; vous pouvez la relancer. Détail technique :",
    details: {},
  };
}

function technicalDetail(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
