import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { sejourner, uneAction as uneActionRendue } from "../../../app/testing/restitutions.ts";
import { reprendreFichierRestitutions } from "./reprendre-fichier-restitutions.ts";
import { reprendreFichierSejours } from "./reprendre-fichier-sejours.ts";

const agent = unAgent();
const fichier = (...corps: readonly string[]) => ({ contenu: Buffer.from(corps.join("\n")) });

const foyer = unFoyerDeclare({
  organisme: { famille: "CAF", numero: "801", matricule: "80000000001" },
  numeroDemande: "80000000001",
  dateDemande: "2024-01-01",
  personnes: [
    unePersonneDeclaree({ nom: "EXEMPLE", nomNaissance: "EXEMPLE", nir: "2850480021001" }),
  ],
});

testAvecBase(
  "les séjours d’un ancien outil se reprennent ; chaque ligne refusée dit ses raisons, et deux fois n’écrit rien",
  async ({ deps: nue }) => {
    const deps = auNord(nue);
    await uneAction(deps, { nom: "Coaching", structureId: await unOperateur(deps) });
    const autre = await unOperateur(deps, "Autre opérateur");
    await uneAction(deps, { nom: "Coaching", structureId: autre });
    await declarer(nue, "2026-09-30", [foyer]);
    const donne = fichier(
      "Nom;Prénom;Date de naissance;Action;Opérateur;Date d’entrée;CER;Date de sortie;Nature de la sortie;Début contrat",
      "Exemple;Alice;12/04/1985;coaching;élan essai;05/01/2026;01/01/2026;10/06/2026;CDI;11/06/2026",
      "Exemple;Alice;12/04/1985;Coaching;Élan Essai;01/09/2026;;;;",
      "Exemple;Alice;12/04/1985;Coaching;;01/09/2025;;;;",
      "Exemple;Alice;12/04/1985;Nulle part;Élan Essai;31/02/2026;;10/06/2026;Voyage;",
      "Inconnue;Alice;12/04/1985;Coaching;Autre opérateur;05/01/2026;;;;",
    );
    const premier = await reprendreFichierSejours.execute(deps, agent, donne);
    expect(premier).toMatchObject({ lues: 5, repris: 2, inchanges: 0 });
    expect(premier.refusees.map(({ ligne, raisons }) => [ligne, raisons])).toEqual([
      [
        4,
        [
          "« Coaching » est le nom de plusieurs actions : écrivez son numéro, ou le nom de l’opérateur dans une colonne « Opérateur ».",
        ],
      ],
      [
        5,
        [
          "« Nulle part » n’est le nom ni le numéro d’aucune action de « Élan Essai ».",
          "« 31/02/2026 » n’est pas une date (Date d’entrée).",
          "« Voyage » n’est pas une nature de sortie connue : écrivez un des mots du guide d’exploitation.",
        ],
      ],
      [
        6,
        [
          "Personne ne porte ces noms avec cette date de naissance, ni ce numéro de demande : vérifiez l’orthographe et la date.",
        ],
      ],
    ]);
    const ecrits = () =>
      lignes(deps, "select entre_le::text as entre, sortie_nature from sejour order by entre_le");
    const attendus = [
      { entre: "2026-01-05", sortie_nature: "cdi" },
      { entre: "2026-09-01", sortie_nature: null },
    ];
    expect(await ecrits()).toEqual(attendus);
    const second = await reprendreFichierSejours.execute(deps, agent, donne);
    expect(second).toMatchObject({ lues: 5, repris: 0, inchanges: 2 });
    expect(second.refusees).toEqual(premier.refusees);
    expect(await ecrits()).toEqual(attendus);
  },
);

testAvecBase(
  "un fichier sans les colonnes qu’il faut est refusé en les nommant",
  async ({ deps }) => {
    await expect(
      reprendreFichierSejours.execute(deps, agent, fichier("Nom;Prénom", "Exemple;Alice")),
    ).rejects.toMatchObject({
      code: "reprise.colonnes",
      message: expect.stringContaining("Action"),
    });
    await expect(
      reprendreFichierRestitutions.execute(deps, agent, fichier("Action;Fin", "Coaching;2")),
    ).rejects.toMatchObject({
      code: "reprise.colonnes",
      message: expect.stringContaining("Transmise le"),
    });
    await expect(
      reprendreFichierSejours.execute(deps, agent, fichier("Nom;Prénom")),
    ).rejects.toMatchObject({ code: "reprise.vide" });
  },
);

testAvecBase(
  "les restitutions d’un ancien outil se reprennent ; deux fois le même fichier n’écrit rien",
  async ({ deps }) => {
    const { id } = await uneActionRendue(deps, { nom: "Accompagner" });
    await sejourner(deps, id, { personneId: 1, entreLe: "2026-01-05" });
    const donne = fichier(
      "Action;Mois;Transmise le;Acceptée le;Néant;Présents en fin de mois;Commentaire",
      "Accompagner;2026-01;05/02/2026;09/02/2026;;1;Rien à signaler",
      "Accompagner;février 2026;05/03/2026;;non;1;",
      "Accompagner;03/2026;05/04/2026;;;7;",
      "Ailleurs;2026-04;05/05/2026;;;;",
      "Accompagner;bientôt;31/02/2026;;peut-être;beaucoup;",
    );
    const premier = await reprendreFichierRestitutions.execute(deps, agent, donne);
    expect(premier).toMatchObject({ lues: 5, reprises: 2, inchangees: 0 });
    expect(premier.refusees.map(({ ligne, raisons }) => [ligne, raisons])).toEqual([
      [4, ["7 présents au dernier jour, quand les séjours en montrent 1."]],
      [5, ["« Ailleurs » n’est le nom ni le numéro d’aucune action."]],
      [
        6,
        [
          "« bientôt » n’est pas un mois (Mois) : écrivez 2026-10.",
          "« 31/02/2026 » n’est pas une date (Transmise le).",
          "« peut-être » ne dit ni oui ni non (Néant).",
          "« beaucoup » n’est pas un nombre (Présents en fin de mois).",
        ],
      ],
    ]);
    const ecrites = () =>
      lignes(
        deps,
        `select to_char(mois, 'YYYY-MM') as mois, transmise_le::text as transmise, acceptee_le::text as acceptee, revision
         from restitution where numero > 0 order by mois`,
      );
    const attendues = await ecrites();
    expect(attendues).toMatchObject([
      { mois: "2026-01", transmise: "2026-02-05", acceptee: "2026-02-09" },
      { mois: "2026-02", transmise: "2026-03-05", acceptee: null },
    ]);
    const second = await reprendreFichierRestitutions.execute(deps, agent, donne);
    expect(second).toMatchObject({ reprises: 0, inchangees: 2, refusees: premier.refusees });
    expect(await ecrites()).toEqual(attendues);
    const contredit = await reprendreFichierRestitutions.execute(
      deps,
      agent,
      fichier("Action;Mois;Transmise le", "Accompagner;2026-01;06/02/2026"),
    );
    expect(contredit.refusees[0]?.raisons).toEqual([
      "Aucune restitution n’est attendue de cette action pour janvier 2026, ou elle est déjà écrite.",
    ]);
  },
);
