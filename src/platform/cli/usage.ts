import type { Command } from "./command.ts";

const COMMON: readonly (readonly [string, string])[] = [
  ["--aide", "cette aide"],
  ["--json", "un seul objet JSON sur la sortie, pour les programmes"],
];

export function generalUsage(commands: readonly Command[]): string {
  const rows = [...commands]
    .sort((a, b) => a.name.localeCompare(b.name, "fr"))
    .map((command) => [command.name, command.summary] as const);
  return [
    "Usage : jalon COMMANDE [options]",
    "",
    "Commandes",
    table(rows),
    "",
    "« jalon COMMANDE --aide » explique une commande.",
    "",
  ].join("\n");
}

export function commandUsage(command: Command): string {
  const args = command.args ?? [];
  const options = Object.entries(command.options ?? {});
  const words = [
    ...args.map(({ name, required }) => bracket(name.toUpperCase(), required !== false)),
    ...options.map(([name, option]) =>
      bracket(optionForm(name, option.type), option.required === true),
    ),
  ];
  const parts = [`Usage : ${["jalon", command.name, ...words].join(" ")}`, "", command.summary];
  if (args.length > 0) {
    parts.push("", "Arguments", table(args.map(({ name, help }) => [name.toUpperCase(), help])));
  }
  const rows = options.map(
    ([name, option]) =>
      [
        optionForm(name, option.type),
        option.default === undefined
          ? option.help
          : `${option.help} (par défaut ${option.default})`,
      ] as const,
  );
  parts.push("", "Options", table([...rows, ...COMMON]), "");
  return parts.join("\n");
}

function optionForm(name: string, type: "string" | "boolean"): string {
  return type === "string" ? `--${name} VALEUR` : `--${name}`;
}

function bracket(word: string, required: boolean): string {
  return required ? word : `[${word}]`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`).join("\n");
}
