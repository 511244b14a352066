/** An action as each territory opens it. */
export interface ActionModele {
  readonly fiche: string;
  readonly type: string | null;
  /** « @ » stands for the commune, with its preposition. */
  readonly nom: string;
  readonly operateur: string;
  /** Rank of the commune where it receives. */
  readonly commune: number;
  readonly places: number;
  readonly horaires: string;
}

/** One action a line: fiche | type | nom | opérateur | commune | places. */
function lire(table: string): readonly ActionModele[] {
  return table
    .trim()
    .split("\n")
    .map((ligne, rang) => {
      const [fiche = "", type = "", nom = "", operateur = "", commune = "0", places = "5"] = ligne
        .split("|")
        .map((champ) => champ.trim());
      return {
        fiche,
        type: type === "" ? null : type,
        nom,
        operateur,
        commune: Number(commune),
        places: Number(places),
        horaires: horaires[rang % horaires.length] ?? "",
      };
    });
}

const horaires = [
  "Du lundi au vendredi, 9 h à 12 h et 14 h à 17 h",
  "Lundi, mardi et jeudi, 9 h à 12 h 30",
  "Du mardi au vendredi, 8 h 30 à 16 h",
  "Sur rendez-vous, du lundi au jeudi",
  "Mercredi et vendredi, 13 h 30 à 17 h",
];

const nord = lire(`
i-2 |  | Référence adossée à l’IOD | parcours | 0 | 7
i-1 |  | Équipe IOD @ | parcours | 0 | 7
i-3 |  | Médiation emploi des moins de 30 ans | entreprendre | 0 | 5
ii-1 | filiere | Vers les métiers du grand âge | parcours | 1 | 5
ii-1 | suivi-emploi | Prise de poste accompagnée | entreprendre | 0 | 4
ii-2 |  | Coaching emploi @ | parcours | 0 | 5
ii-2 |  | Coaching emploi, permanence @ | entreprendre | 2 | 4
iii-1 |  | Projet professionnel et mises en situation | parcours | 0 | 8
iii-1 |  | Mises en situation @ | parcours | 2 | 7
iii-1 |  | Découvrir un métier par le chantier | chantier | 1 | 5
iii-2 |  | Appui aux travailleurs indépendants | entreprendre | 0 | 4
iv |  | Chantier espaces naturels | chantier | 0 | 5
iv |  | Chantier second œuvre du bâtiment | chantier | 1 | 4
iv |  | Chantier maraîchage @ | chantier | 2 | 4
iv |  | Chantier tri et réemploi textile | chantier | 0 | 3
iv |  | Atelier vélo | mobilite | 0 | 3
iv |  | Cuisine d’insertion @ | solidaire | 1 | 3
v |  | Permis pour l’emploi | mobilite | 0 | 6
v |  | Garage solidaire | mobilite | 1 | 5
v |  | Conseil en mobilité @ | mobilite | 2 | 4
v |  | Garde d’enfants à horaires décalés | solidaire | 0 | 4
v |  | Trouver un mode de garde @ | ccas3 | 2 | 3
vi-1 |  | Accompagnement individuel, centre @ | ccas1 | 0 | 16
vi-1 |  | Accompagnement individuel, quartiers @ | ccas1 | 0 | 10
vi-1 |  | Accompagnement individuel @ | ccas2 | 1 | 9
vi-1 |  | Accompagnement individuel @ | ccas3 | 2 | 9
vi-1 |  | Accompagnement individuel @ | ccas4 | 3 | 8
vi-1 |  | Accompagnement individuel intercommunal | cias | 4 | 9
vi-1 |  | Parcours d’insertion @ | solidaire | 0 | 10
vi-1 |  | Parcours d’insertion @ | solidaire | 1 | 8
vi-1 |  | De l’insertion à l’emploi @ | parcours | 2 | 9
vi-1 |  | De l’insertion à l’emploi @ | parcours | 3 | 7
vi-2 | parcours | Reprendre pied avec le numérique | solidaire | 0 | 6
vi-2 | parcours | Santé en commun | solidaire | 1 | 5
vi-2 | lien-social | Le café des habitants @ | ccas1 | 0 | 5
vi-2 | lien-social | Sur scène : théâtre et confiance | ccas2 | 1 | 5
vi-2 | problematiques | Parents vers l’emploi | cias | 4 | 5
vi-2 | problematiques | Le français du travail | parcours | 0 | 6
`);

const basRhin = lire(`
parcours |  | Parcours professionnel @ | parcours | 0 | 32
parcours |  | Parcours professionnel, permanence @ | parcours | 1 | 20
ateliers |  | Atelier de mobilisation vers l’emploi | chantier | 0 | 12
rencontres-employeurs | job-dating | Job dating du territoire | chantier | 0 | 14
rencontres-employeurs | parrainage | Parrainage vers l’emploi | parcours | 0 | 8
`);

const somme = lire(`
renove-emploi |  | RSA rénové, vers l’emploi @ | parcours | 0 | 30
renove-socio-pro |  | RSA rénové, projet et freins @ | parcours | 0 | 28
renove-social |  | RSA rénové, accompagnement social | ccas1 | 0 | 18
appui |  | Atelier budget et droits | ccas1 | 0 | 8
appui |  | Aide à la mobilité @ | chantier | 0 | 8
`);

const seineSaintDenis = lire(`
projet-de-ville |  | Référence RSA @ | ville1 | 0 | 34
projet-de-ville |  | Référence RSA @ | ville2 | 1 | 28
projet-de-ville |  | Référence RSA @ | ville3 | 2 | 24
acces-emploi | club-emploi | Club emploi @ | ville1 | 0 | 12
acces-emploi | mise-en-situation | Mises en situation en entreprise | ville2 | 1 | 10
ateliers |  | Ateliers collectifs @ | ville1 | 0 | 12
pdie |  | Français à visée professionnelle | parcours | 0 | 14
pdie |  | Préparer une formation | chantier | 0 | 10
`);

/** What each territory of a département opens, by référentiel. A référence comes before what leans on it. */
export const actionsModeles: Readonly<Record<string, readonly ActionModele[]>> = {
  "nord-2019": nord,
  "bas-rhin-2015": basRhin,
  "somme-2025": somme,
  "seine-saint-denis-2018": seineSaintDenis,
};
