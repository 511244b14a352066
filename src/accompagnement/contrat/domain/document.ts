import type { NatureContrat, QualiteSignataire } from "#commun/referentiel";
import { type ContenuContrat, heuresDesActions, naturesAction } from "./contenu.ts";
import { libellesMoyen, libellesQualite, type MoyenSignature } from "./libelles.ts";
import { dessiner, type TraceSignature } from "./trace.ts";

interface SignatureDite {
  readonly qualite: QualiteSignataire;
  readonly nom: string;
  readonly moyen: MoyenSignature;
  readonly le: string;
  readonly trace: TraceSignature | null;
}

interface ContratADire {
  readonly id: number;
  readonly numero: number;
  readonly nature: NatureContrat;
  readonly contenu: ContenuContrat;
  readonly personne: string;
  readonly departement: string;
  readonly structure: string | null;
  readonly referent: string | null;
  readonly dernier: string | null;
  readonly signatures: readonly SignatureDite[];
  readonly droits: readonly string[];
}

/** The words of the document: data, never markup. */
export interface DocumentContrat {
  readonly titre: string;
  readonly reference: string;
  readonly departement: string;
  readonly parties: readonly { readonly libelle: string; readonly valeur: string }[];
  readonly objectifs: readonly string[];
  readonly actions: readonly (readonly string[])[];
  readonly heures: string | null;
  readonly engagements: readonly { readonly titre: string; readonly lignes: readonly string[] }[];
  readonly bilans: string;
  readonly signatures: readonly {
    readonly qui: string;
    readonly quand: string;
    readonly dessin: string | null;
  }[];
  readonly droits: readonly string[];
  readonly texte: string;
}

const jourEcrit = (jour: string | null): string =>
  jour === null ? "" : jour.split("-").toReversed().join("/");

const nombre = (heures: number) => String(heures).replace(".", ",");

/** The same contract, word for word, on paper. */
export function direContrat(contrat: ContratADire): DocumentContrat {
  const { nature, contenu, numero } = contrat;
  const avenant = numero > 1 ? `, avenant n° ${numero - 1}` : "";
  return {
    titre: `${nature.libelle}${avenant}`,
    reference: `Contrat n° ${contrat.id}, version ${numero}`,
    departement: contrat.departement,
    parties: [
      { libelle: "Entre", valeur: contrat.personne },
      { libelle: "et", valeur: [contrat.referent, contrat.structure].filter(Boolean).join(", ") },
      {
        libelle: "Durée",
        valeur: `du ${jourEcrit(contenu.debut)} au ${jourEcrit(contrat.dernier)}`,
      },
    ].filter(({ valeur }) => valeur !== ""),
    objectifs: contenu.objectifs,
    actions: contenu.actions.map((action) => [
      action.libelle,
      naturesAction[action.nature],
      `${action.collective ? "Collective" : "Individuelle"}, ${action.encadree ? "encadrée" : "en autonomie"}`,
      action.heures === null ? "" : `${nombre(action.heures)} h`,
      jourEcrit(action.jusqua),
    ]),
    heures: direHeures(contenu, nature),
    engagements: [
      { titre: "La personne s’engage à", lignes: contenu.engagementsPersonne },
      { titre: "L’organisme référent s’engage à", lignes: contenu.engagementsOrganisme },
    ],
    bilans: `Le contrat est revu ensemble tous les ${contenu.bilanMois ?? nature.bilanTousLesMois} mois.`,
    signatures: contrat.signatures.map(({ qualite, nom, moyen, le, trace }) => ({
      qui: `${libellesQualite[qualite]} : ${nom}`,
      quand: `Signé ${libellesMoyen[moyen]} le ${jourEcrit(le)}`,
      dessin: trace === null ? null : imageDe(trace),
    })),
    droits: contrat.droits,
    texte: nature.texte,
  };
}

export function direHeures(
  contenu: Pick<ContenuContrat, "heures" | "actions">,
  nature: Pick<NatureContrat, "heures"> | null,
): string | null {
  const { heures } = contenu;
  const regle = nature?.heures;
  if (heures === null || !regle) return null;
  const motifs = [...regle.motifsReduction, ...regle.motifsDispense];
  const motif = motifs.find(({ code }) => code === heures.motif)?.libelle.toLocaleLowerCase("fr");
  const precision = heures.precision === "" ? "" : ` (${heures.precision})`;
  if (heures.regime === "dispense") {
    return `Sans durée hebdomadaire d’activité : ${motif ?? ""}${precision}.`;
  }
  const comptees = heuresDesActions(contenu);
  const plan = comptees === 0 ? "" : `, dont ${nombre(comptees)} h comptées dans le plan d’action`;
  const reduite =
    heures.regime === "reduite" ? ` ; durée réduite : ${motif ?? ""}${precision}` : "";
  return `${nombre(heures.hebdomadaires ?? 0)} heures d’activité par semaine${plan}${reduite}.`;
}

function imageDe(trace: TraceSignature): string {
  const { largeur, hauteur, chemin } = dessiner(trace);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${largeur} ${hauteur}" width="${largeur}" height="${hauteur}"><path d="${chemin}" fill="none" stroke="#111" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"/></svg>`;
}
