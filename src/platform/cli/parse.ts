import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import type { Command } from "./command.ts";

/** The command line was misused: exit code 2, with the usage. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  readonly command: Command | null;

  constructor(message: string, command: Command | null = null) {
    super(message);
    this.command = command;
  }
}

export interface ParsedLine {
  /** Null when only the general help is asked for. */
  readonly command: Command | null;
  readonly help: boolean;
  readonly json: boolean;
  readonly args: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string | boolean>>;
}

type Values = Readonly<Record<string, string | boolean | undefined>>;

/** @throws UsageError */
export function parseLine(argv: readonly string[], commands: readonly Command[]): ParsedLine {
  const command = findCommand(argv, commands);
  const asked = { help: argv.includes("--aide"), json: argv.includes("--json") };
  if (command === null) {
    const words = argv.filter((word) => !word.startsWith("-")).join(" ");
    const begun = words === "" || commands.some(({ name }) => name.startsWith(`${words} `));
    if (asked.help && begun) return { command, ...asked, args: {}, options: {} };
    throw new UsageError(words === "" ? "Commande manquante." : `Commande inconnue : ${words}`);
  }
  if (asked.help) return { command, ...asked, args: {}, options: {} };
  const { values, positionals } = readWords(argv, command);
  return {
    command,
    ...asked,
    args: namedArgs(command, positionals),
    options: checkedOptions(command, values),
  };
}

/** The longest name that begins the line. */
function findCommand(argv: readonly string[], commands: readonly Command[]): Command | null {
  const line = `${argv.join(" ")} `;
  const found = commands.filter(({ name }) => line.startsWith(`${name} `));
  return found.sort((a, b) => b.name.length - a.name.length)[0] ?? null;
}

function readWords(
  argv: readonly string[],
  command: Command,
): { values: Values; positionals: string[] } {
  const options: ParseArgsOptionsConfig = { aide: { type: "boolean" }, json: { type: "boolean" } };
  for (const [name, option] of Object.entries(command.options ?? {})) {
    options[name] =
      option.default === undefined
        ? { type: option.type }
        : { type: option.type, default: option.default };
  }
  try {
    const { values, positionals } = parseArgs({
      args: argv.slice(command.name.split(" ").length),
      options,
      allowPositionals: true,
    });
    return { values: values as Values, positionals };
  } catch (error) {
    throw misread(error, argv, options, command);
  }
}

function misread(
  error: unknown,
  argv: readonly string[],
  options: ParseArgsOptionsConfig,
  command: Command,
): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (!code?.startsWith("ERR_PARSE_ARGS")) return error;
  const names = argv.filter((word) => word.startsWith("-")).map((word) => word.split("=")[0] ?? "");
  const unknown = names.find((word) => !(word.replace(/^--?/, "") in options));
  return new UsageError(
    code === "ERR_PARSE_ARGS_UNKNOWN_OPTION"
      ? `Option inconnue : ${unknown ?? "?"}`
      : "Une option attend une valeur, ou en reçoit une de trop.",
    command,
  );
}

function namedArgs(command: Command, positionals: readonly string[]): Record<string, string> {
  const wanted = command.args ?? [];
  const args: Record<string, string> = {};
  for (const [index, { name, required }] of wanted.entries()) {
    const value = positionals[index];
    if (value !== undefined) args[name] = value;
    else if (required !== false) throw new UsageError(`Il manque ${name.toUpperCase()}.`, command);
  }
  const extra = positionals[wanted.length];
  if (extra !== undefined) throw new UsageError(`Mot en trop : ${extra}`, command);
  return args;
}

function checkedOptions(command: Command, values: Values): Record<string, string | boolean> {
  const options: Record<string, string | boolean> = {};
  for (const [name, { required, choices }] of Object.entries(command.options ?? {})) {
    const value = values[name];
    if (typeof value === "string" && value !== "" && choices?.includes(value) === false)
      throw new UsageError(`--${name} attend ${choices.join(", ")}, pas « ${value} ».`, command);
    if (value !== undefined && value !== "") options[name] = value;
    else if (required) throw new UsageError(`Il manque l’option --${name}.`, command);
  }
  return options;
}
