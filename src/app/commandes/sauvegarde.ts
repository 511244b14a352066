import { resolve } from "node:path";
import type { Command } from "#platform/cli/command.ts";
import { type BackupReport, backupInstance } from "#platform/db/sauvegarde/backup.ts";
import { type RestoreReport, restoreInstance } from "#platform/db/sauvegarde/restore.ts";
import { asPool } from "./as-pool.ts";

const number = new Intl.NumberFormat("fr-FR");

function contenu({
  departements,
  tables,
  lignes,
}: Pick<BackupReport, "departements" | "tables" | "lignes">): string {
  const noms = departements > 1 ? "départements" : "département";
  return `${departements} ${noms}, ${tables} tables, ${number.format(lignes)} lignes.`;
}

const sauvegarder: Command = {
  name: "sauvegarder",
  summary: "Écrit toute l’instance dans un fichier, sans arrêter le travail",
  options: {
    fichier: { type: "string", help: "fichier à écrire : jalon.sauvegarde.gz", required: true },
  },
  run: async ({ options, instance, progress }) => {
    const fichier = resolve(String(options["fichier"]));
    const report = await backupInstance(asPool(await instance()), fichier, (done, total) =>
      progress(done, total, "tables"),
    );
    return { ...report };
  },
  print: (result) => {
    const { fichier, departements, tables, lignes } = result as unknown as BackupReport;
    return [
      `Sauvegarde écrite : ${fichier}`,
      contenu({ departements, tables, lignes }),
      "Gardez la clé de l’instance ailleurs qu’avec la sauvegarde (JALON_CLE, ou le fichier « cle » du dossier de données) : sans elle, l’instance restaurée ne s’ouvre pas.",
    ].join("\n");
  },
};

const restaurer: Command = {
  name: "restaurer",
  summary: "Charge une sauvegarde dans une base vide",
  args: [{ name: "fichier", help: "sauvegarde faite par « jalon sauvegarder »" }],
  run: async ({ args, instance, progress }) => {
    const fichier = resolve(args["fichier"] ?? "");
    const report = await restoreInstance(asPool(await instance()), fichier, (done, total) =>
      progress(done, total, "tables"),
    );
    return { ...report };
  },
  print: (result) => {
    const { date, departements, tables, lignes } = result as unknown as RestoreReport;
    return `Sauvegarde du ${new Date(date).toLocaleString("fr-FR", { timeZone: "Europe/Paris" })} restaurée : ${contenu({ departements, tables, lignes })}`;
  },
};

export const commandesSauvegarde: readonly Command[] = [sauvegarder, restaurer];
