import type { Dominante } from "#commun/referentiel";

/** One part of the booklet, read aloud as it is written. */
export interface SectionLivret {
  readonly titre: string;
  readonly phrases: readonly string[];
  readonly lignes: readonly string[];
}

export interface Livret {
  readonly titre: string;
  readonly pour: string;
  readonly le: string;
  readonly departement: string;
  readonly sections: readonly SectionLivret[];
}

/** What the booklet is made of, already written in words; what nobody knows is null or empty. */
export interface ContenuLivret {
  readonly pour: string;
  readonly le: string;
  readonly departement: string;
  readonly orientation: string | null;
  readonly dominante: Dominante | null;
  readonly orienteeLe: string | null;
  readonly referent: string | null;
  readonly structure: string | null;
  readonly adresse: string | null;
  readonly telephones: readonly string[];
  readonly prochain: string | null;
  readonly contratSigneLe: string | null;
  readonly projet: string | null;
  readonly aFaire: readonly string[];
  readonly fait: readonly string[];
  readonly duree: string | null;
  readonly frequence: string | null;
  readonly appuis: readonly string[];
}

const sansRien = (
  lignes: readonly string[],
  sinon: string,
): Pick<SectionLivret, "phrases" | "lignes"> =>
  lignes.length === 0 ? { phrases: [sinon], lignes: [] } : { phrases: [], lignes };

/** Short sentences, said to the person: who, what, when, her rights, whom to call. */
export function composerLivret(contenu: ContenuLivret): Livret {
  const sections = [
    quiMAccompagne(contenu),
    ceQueJAiSigne(contenu),
    { titre: "Mon prochain rendez-vous", ...rendezVous(contenu) },
    {
      titre: "Ce que je veux faire",
      phrases: [contenu.projet ?? "J’en parle avec mon référent : nous l’écrirons ensemble."],
      lignes: [],
    },
    {
      titre: "Ce qu’il reste à faire",
      ...sansRien(contenu.aFaire, "Rien n’est noté pour le moment."),
    },
    { titre: "Ce que j’ai déjà fait", ...sansRien(contenu.fait, "Mon parcours commence.") },
    ...(contenu.appuis.length === 0
      ? []
      : [{ titre: "Ce qui m’aide", phrases: [], lignes: contenu.appuis }]),
    mesDroits(),
    quiAppeler(contenu),
  ];
  const { pour, le, departement } = contenu;
  return { titre: "Mon livret d’accompagnement", pour, le, departement, sections };
}

function quiMAccompagne(contenu: ContenuLivret): SectionLivret {
  const { referent, structure, duree, frequence } = contenu;
  const phrases = [
    referent === null
      ? structure === null
        ? "Personne n’est encore désigné pour m’accompagner."
        : `La structure qui m’accompagne est ${structure}.`
      : `La personne qui m’accompagne s’appelle ${referent}.${structure === null ? "" : ` Sa structure : ${structure}.`}`,
    ...accompagnement(contenu),
    duree,
    frequence,
  ].filter((phrase): phrase is string => typeof phrase === "string");
  return { titre: "Qui m’accompagne", phrases, lignes: [] };
}

const buts: Readonly<Record<Dominante, string>> = {
  emploi: "Mon accompagnement m’aide à trouver un emploi.",
  "socio-professionnelle":
    "Mon accompagnement m’aide à préparer un emploi, et à régler ce qui m’en empêche aujourd’hui.",
  sociale:
    "Mon accompagnement m’aide d’abord dans ma vie de tous les jours : santé, logement, famille, démarches.",
};

/** What it is for comes first; its name is the one her letters bear. */
function accompagnement({ orientation, dominante, orienteeLe }: ContenuLivret): readonly string[] {
  if (orientation === null) return [];
  const decide = orienteeLe === null ? "" : ` Il a été décidé le ${orienteeLe}.`;
  const nom = `Sur mes courriers, il s’appelle « ${orientation} ».${decide}`;
  return dominante === null
    ? [`Mon accompagnement s’appelle « ${orientation} ».${decide}`]
    : [buts[dominante], nom];
}

function ceQueJAiSigne({ contratSigneLe }: ContenuLivret): SectionLivret {
  return {
    titre: "Ce que j’ai signé",
    phrases: [
      contratSigneLe === null
        ? "Je n’ai pas encore signé de contrat. Mon référent le prépare avec moi, je peux poser toutes mes questions avant de signer."
        : `J’ai signé mon contrat le ${contratSigneLe}. J’en garde un exemplaire. Je peux demander à le revoir quand ma situation change.`,
    ],
    lignes: [],
  };
}

function rendezVous({ prochain }: ContenuLivret): Pick<SectionLivret, "phrases" | "lignes"> {
  return {
    phrases:
      prochain === null
        ? ["Aucun rendez-vous n’est pris. J’appelle mon référent pour en prendre un."]
        : [
            `${prochain}.`,
            "Si je ne peux pas venir, je préviens avant : un autre jour me sera proposé.",
          ],
    lignes: [],
  };
}

function mesDroits(): SectionLivret {
  return {
    titre: "Mes droits",
    phrases: [],
    lignes: [
      "Une personne qui connaît mon parcours m’accompagne.",
      "Je peux demander à changer d’accompagnement si celui-ci ne me convient pas, en expliquant pourquoi.",
      "Si l’on me reproche quelque chose, on me le dit et je peux donner mes explications avant toute décision.",
      "Je peux contester une décision : la lettre qui me l’annonce explique comment, et dans quel délai.",
      "Je peux voir ce qui est écrit sur moi et demander à le corriger.",
    ],
  };
}

function quiAppeler({ telephones, adresse }: ContenuLivret): SectionLivret {
  return {
    titre: "Qui appeler, où aller",
    ...sansRien(
      [...telephones, ...(adresse === null ? [] : [adresse])],
      "Les coordonnées de ma structure ne sont pas encore notées : je les demande à l’accueil du département.",
    ),
  };
}

/** Set as a booklet by the typesetter. Its data are a `Livret`. */
export const gabaritLivret = `
#let donnees = json("/data.json")
#set document(title: donnees.titre, author: donnees.departement, date: none)
#set text(lang: "fr", region: "FR", size: 12.5pt, font: ("Atkinson Hyperlegible", "Libertinus Serif", "DejaVu Sans Mono"), fallback: false)
#set par(justify: false, leading: 0.75em, spacing: 1.1em)
#set list(marker: [–], indent: 3mm, body-indent: 3mm, spacing: 0.9em)
#set page(paper: "a5", margin: (top: 16mm, bottom: 16mm, left: 15mm, right: 15mm), footer: context {
  set text(size: 9pt, fill: luma(30%))
  grid(columns: (1fr, auto), donnees.departement, [Page #counter(page).display() sur #counter(page).final().first()])
})
#show heading.where(level: 1): set text(size: 21pt)
#show heading.where(level: 2): set text(size: 14.5pt)
#show heading: set block(above: 1.4em, below: 0.8em)

#heading(level: 1, donnees.titre)
#text(size: 14pt, strong(donnees.pour))

#text(fill: luma(30%), "Écrit le " + donnees.le)

#for section in donnees.sections {
  heading(level: 2, section.titre)
  for phrase in section.phrases { par(phrase) }
  if section.lignes.len() > 0 { list(..section.lignes) }
}
`;
