import type { z } from "zod";
import type { ModeleCourrier, UsageCourrier } from "#commun/referentiel";
import type { modeleSaisi } from "../schemas.ts";

export type ModeleSaisi = z.input<typeof modeleSaisi>;

/** What a form gives: the last value of a name, or all of them. */
interface Champs {
  text(name: string): string;
  all(name: string): readonly string[];
}

/** The letter as typed, right or wrong: what is saved, and what is shown again. */
export function lireSaisie(form: Champs): ModeleSaisi {
  const textes = form.all("bloc-texte");
  const champs = form.all("bloc-champ");
  return {
    titre: form.text("titre"),
    usage: form.text("usage") as UsageCourrier,
    expediteur: {
      lignes: lignesDe(form.text("expediteur")),
      lieu: form.text("lieu"),
      contact: lignesDe(form.text("contact")),
    },
    objet: form.text("objet"),
    blocs: form
      .all("bloc-nature")
      .map((nature, index) => blocSaisi(nature, textes[index] ?? "", champs[index] ?? "")),
    recours: paragraphesDe(form.text("recours")),
    signature: form.text("signature").replace(/\r\n?/gu, "\n"),
    copies: lignesDe(form.text("copies")),
  };
}

function blocSaisi(nature: string, brut: string, champ: string): ModeleSaisi["blocs"][number] {
  const texte = brut.replace(/\r\n?/gu, "\n");
  switch (nature) {
    case "liste":
      return { nature, lignes: lignesDe(texte) };
    case "si":
      return { nature, champ, texte };
    case "titre":
    case "encadre":
      return { nature, texte };
    default:
      return { nature: "paragraphe", texte };
  }
}

function lignesDe(texte: string): string[] {
  return texte
    .split(/\r?\n/u)
    .map((ligne) => ligne.trim())
    .filter((ligne) => ligne !== "");
}

/** Paragraphs are parted by an empty line. */
function paragraphesDe(texte: string): string[] {
  return texte
    .replace(/\r\n?/gu, "\n")
    .split(/\n\s*\n/u)
    .map((paragraphe) => paragraphe.trim())
    .filter((paragraphe) => paragraphe !== "");
}

export function saisieDe(modele: ModeleCourrier): ModeleSaisi {
  const { titre, usage, expediteur, objet, blocs, recours, signature, copies } = modele;
  return {
    titre,
    usage,
    expediteur: {
      lignes: [...expediteur.lignes],
      lieu: expediteur.lieu,
      contact: [...expediteur.contact],
    },
    objet,
    blocs: blocs.map((bloc) =>
      bloc.nature === "liste" ? { ...bloc, lignes: [...bloc.lignes] } : bloc,
    ),
    recours: [...recours],
    signature,
    copies: [...copies],
  };
}

/** What the buttons of a block do to the list of blocks: `monter:2`, `ajouter:titre`. */
export function appliquerGeste(saisie: ModeleSaisi, geste: string): ModeleSaisi {
  const [nom = "", ou = ""] = geste.split(":");
  const blocs = [...saisie.blocs];
  const rang = Number(ou);
  if (nom === "ajouter") return { ...saisie, blocs: [...blocs, nouveauBloc(ou)] };
  const bloc = blocs[rang];
  if (!bloc) return saisie;
  blocs.splice(rang, 1);
  if (nom === "monter") blocs.splice(Math.max(rang - 1, 0), 0, bloc);
  else if (nom === "descendre") blocs.splice(rang + 1, 0, bloc);
  else if (nom !== "supprimer") return saisie;
  return { ...saisie, blocs };
}

function nouveauBloc(nature: string): ModeleSaisi["blocs"][number] {
  switch (nature) {
    case "titre":
      return { nature, texte: "Nouveau titre" };
    case "liste":
      return { nature, lignes: ["Première ligne"] };
    case "encadre":
      return { nature, texte: "Nouvel encadré" };
    case "si":
      return { nature, champ: "referent.nom", texte: "Votre référent est {{referent.nom}}." };
    default:
      return { nature: "paragraphe", texte: "Nouveau paragraphe" };
  }
}
