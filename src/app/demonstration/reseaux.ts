import type { ClasseOrganisme, Dominante } from "#commun/referentiel";

/** A structure of the demonstration: invented, named as such places are. */
export interface ModeleStructure {
  readonly nom: string;
  readonly classe: ClasseOrganisme;
  /** What it takes among what its class allows. */
  readonly dominantes: readonly Dominante[];
  /** Names of territories of the référentiel; `tous` for the whole département. */
  readonly territoires: readonly string[] | "tous";
  readonly adresse: string;
  readonly codePostal: string;
  readonly commune: string;
  /** Less than one: the places run out. */
  readonly aisance: number;
}

export interface ModeleReseau {
  readonly structures: readonly ModeleStructure[];
  /** Persons awaited in each dominante for one dossier, a little more than what the matrix of the référentiel gives. */
  readonly parts: Readonly<Record<Dominante, number>>;
  /** Nobody takes this there: the case a proposal must say. */
  readonly trou: { readonly dominante: Dominante; readonly territoire: string };
}

const missions: Readonly<Record<string, readonly Dominante[]>> = {
  service: ["socio-professionnelle", "sociale"],
  parcours: ["emploi", "socio-professionnelle"],
  emploi: ["emploi"],
  toutes: ["emploi", "socio-professionnelle", "sociale"],
};

/** One structure a line: nom | classe | mission | territoires | adresse | code postal | commune | aisance. */
function reseau(
  dominante: Dominante,
  territoire: string,
  parts: ModeleReseau["parts"],
  table: string,
): ModeleReseau {
  return {
    trou: { dominante, territoire },
    parts,
    structures: table
      .trim()
      .split("\n")
      .map((ligne) => lireStructure(ligne.split("|").map((champ) => champ.trim()))),
  };
}

function lireStructure(champs: readonly string[]): ModeleStructure {
  const [
    nom = "",
    classe,
    mission = "",
    lieux = "",
    adresse = "",
    codePostal = "",
    commune = "",
    aisance,
  ] = champs;
  return {
    nom,
    classe: classe as ClasseOrganisme,
    dominantes: missions[mission] ?? [],
    territoires: lieux === "tous" ? "tous" : lieux.split(";").map((lieu) => lieu.trim()),
    adresse,
    codePostal,
    commune,
    aisance: Number(aisance ?? 1),
  };
}

const nord = reseau(
  "socio-professionnelle",
  "Flandre intérieure",
  { emploi: 0.56, "socio-professionnelle": 0.6, sociale: 0.15 },
  `
Maison Nord Solidarités de l’Avesnois | departement | service | Avesnois | 10 rue de la Sambre | 59600 | Maubeuge
Maison Nord Solidarités du Cambrésis | departement | service | Cambrésis | 6 rue des Tisserands | 59400 | Cambrai
Maison Nord Solidarités du Douaisis | departement | service | Douaisis | 31 quai de la Scarpe | 59500 | Douai
Maison Nord Solidarités de Dunkerque | departement | service | Flandre maritime | 18 rue du Phare | 59140 | Dunkerque
Maison Nord Solidarités d’Hazebrouck | departement | service | Flandre intérieure | 2 rue du Houblon | 59190 | Hazebrouck
Maison Nord Solidarités de Lille | departement | service | Métropole Lille | 54 rue du Vieux Faubourg | 59000 | Lille
Maison Nord Solidarités de Roubaix | departement | service | Métropole Roubaix-Tourcoing | 120 rue de la Lainière | 59100 | Roubaix
Maison Nord Solidarités de Valenciennes | departement | service | Valenciennois | 15 rue des Dentelles | 59300 | Valenciennes
CCAS de Roubaix | ccas | service | Métropole Roubaix-Tourcoing | 9 place de la Fosse aux Chênes | 59100 | Roubaix | 0.7
CCAS de Denain | ccas | service | Valenciennois | 3 rue de Villars | 59220 | Denain
Agence France Travail de Lille | france-travail | emploi | Métropole Lille ; Métropole Roubaix-Tourcoing | 88 boulevard de la Moselle | 59000 | Lille
Agence France Travail de Dunkerque | france-travail | emploi | Flandre maritime ; Flandre intérieure | 5 place des Nations | 59140 | Dunkerque
Agence France Travail de Douai | france-travail | emploi | Douaisis ; Cambrésis | 70 rue d’Esquerchin | 59500 | Douai
Agence France Travail de Valenciennes | france-travail | emploi | Valenciennois ; Avesnois | 11 avenue de Liège | 59300 | Valenciennes
Élan Lille Sud | association | parcours | Métropole Lille | 27 rue du Faubourg des Postes | 59000 | Lille
Les Ateliers du Textile | association | parcours | Métropole Roubaix-Tourcoing | 40 rue du Fil | 59200 | Tourcoing
Dunes Insertion | association | parcours | Flandre maritime | 2 rue des Salines | 59760 | Grande-Synthe
Houille et Avenir | organisme-agree | parcours | Valenciennois ; Douaisis | 16 rue du Puits | 59220 | Denain
Bocage Emploi | organisme-agree | parcours | Avesnois ; Cambrésis | 8 rue du Fromager | 59440 | Avesnes-sur-Helpe
Mission locale des Flandres | mission-locale | parcours | tous | 13 rue du Rivage | 59190 | Hazebrouck
Cap emploi du Nord | cap-emploi | emploi | tous | 4 rue du Buisson | 59000 | Lille
Commune de Fourmies, service emploi | commune | toutes | Avesnois | 1 place Verte | 59610 | Fourmies
`,
);

const basRhin = reseau(
  "socio-professionnelle",
  "Saverne",
  { emploi: 1.1, "socio-professionnelle": 0.2, sociale: 0.28 },
  `
Unité territoriale d’action sociale de Strasbourg | departement | service | Strasbourg | 22 quai des Bateliers | 67000 | Strasbourg
Unité territoriale d’action sociale de Haguenau | departement | service | Haguenau-Wissembourg | 7 rue de la Moder | 67500 | Haguenau
Unité territoriale d’action sociale de Molsheim | departement | service | Molsheim | 3 rue de la Chartreuse | 67120 | Molsheim
Unité territoriale d’action sociale de Saverne | departement | service | Saverne | 15 rue du Griffon | 67700 | Saverne
Unité territoriale d’action sociale de Sélestat | departement | service | Sélestat-Erstein | 9 boulevard du Château d’Eau | 67600 | Sélestat
CCAS de Strasbourg | ccas | service | Strasbourg | 1 rue du Neuhof | 67000 | Strasbourg | 0.65
Agence France Travail de Strasbourg | france-travail | emploi | Strasbourg ; Molsheim | 61 avenue des Vosges | 67000 | Strasbourg
Agence France Travail de Haguenau | france-travail | emploi | Haguenau-Wissembourg ; Saverne | 5 rue des Sapins | 67500 | Haguenau
Agence France Travail de Sélestat | france-travail | emploi | Sélestat-Erstein | 12 route de Colmar | 67600 | Sélestat
Parcours Rhin Emploi | organisme-agree | parcours | Strasbourg | 37 rue du Polygone | 67000 | Strasbourg
Passerelle Outre-Forêt | association | parcours | Haguenau-Wissembourg | 4 rue du Sel | 67160 | Wissembourg
Vigne et Métiers | association | parcours | Molsheim ; Sélestat-Erstein | 18 rue des Vignerons | 67140 | Barr
Alsace Bossue Insertion | association | parcours | Saverne | 2 rue du Moulin | 67260 | Sarre-Union
Mission locale du Ried | mission-locale | parcours | tous | 6 rue du Tabac | 67600 | Sélestat
Cap emploi du Bas-Rhin | cap-emploi | emploi | tous | 50 route du Rhin | 67000 | Strasbourg
Commune de Bischwiller, service insertion | commune | service | Haguenau-Wissembourg | 1 place de la Mairie | 67240 | Bischwiller
`,
);

const somme = reseau(
  "socio-professionnelle",
  "Avre et Trois-Rivières",
  { emploi: 0.54, "socio-professionnelle": 0.46, sociale: 0.28 },
  `
Territoire solidarités d’Amiens | departement | service | Amiens | 12 rue des Tanneurs | 80000 | Amiens
Territoire solidarités du Grand Amiénois | departement | service | Grand Amiénois | 3 place du Marché aux Laines | 80800 | Corbie
Territoire solidarités de Picardie maritime | departement | service | Picardie maritime | 27 chaussée du Quai | 80100 | Abbeville
Territoire solidarités du Santerre | departement | service | Santerre et Haute-Somme | 8 rue des Remparts | 80200 | Péronne
Territoire solidarités de l’Avre | departement | service | Avre et Trois-Rivières | 1 allée du Prieuré | 80500 | Montdidier
CCAS d’Amiens, pôle insertion | ccas | service | Amiens | 5 rue de la Vallée | 80000 | Amiens | 0.55
CCAS d’Abbeville | ccas | service | Picardie maritime | 14 rue du Pont aux Poissons | 80100 | Abbeville
Agence France Travail Amiens-Hotoie | france-travail | emploi | Amiens ; Grand Amiénois | 40 rue de la Hotoie | 80000 | Amiens | 1.6
Agence France Travail d’Abbeville | france-travail | emploi | Picardie maritime | 2 rue du Bois Fleuri | 80100 | Abbeville | 1.35
Agence France Travail de Péronne | france-travail | emploi | Santerre et Haute-Somme ; Avre et Trois-Rivières | 19 avenue du Canal | 80200 | Péronne | 1.5
Relais Emploi des Hortillons | association | parcours | Amiens ; Grand Amiénois | 66 chemin de Halage | 80000 | Amiens
Atelier du Vimeu | association | parcours | Picardie maritime | 9 rue des Serruriers | 80130 | Friville-Escarbotin
Tremplin Santerre | organisme-agree | parcours | Santerre et Haute-Somme ; Avre et Trois-Rivières | 4 rue de la Gare | 80320 | Chaulnes
Mission locale du Val de Somme | mission-locale | parcours | tous | 21 boulevard du Port | 80000 | Amiens
Cap emploi de la Somme | cap-emploi | emploi | tous | 7 rue du Moulin Neuf | 80000 | Amiens
Commune de Ham, service insertion | commune | service | Santerre et Haute-Somme | 1 place de l’Hôtel de Ville | 80400 | Ham
`,
);

const seineSaintDenis = reseau(
  "socio-professionnelle",
  "Grand Paris Grand Est",
  { emploi: 0.56, "socio-professionnelle": 0.58, sociale: 0.3 },
  `
Service social départemental de Saint-Denis | departement | service | Plaine Commune | 14 rue du Landy | 93200 | Saint-Denis
Service social départemental de Bobigny | departement | service | Est Ensemble | 3 promenade de l’Ourcq | 93000 | Bobigny
Service social départemental d’Aulnay | departement | service | Paris Terres d’Envol | 28 rue de la Croix Blanche | 93600 | Aulnay-sous-Bois
Service social départemental de Noisy | departement | service | Grand Paris Grand Est | 5 allée du Closeau | 93160 | Noisy-le-Grand
Projet de ville RSA de Saint-Denis | commune | toutes | Plaine Commune | 60 rue Auguste Poullain | 93200 | Saint-Denis | 0.7
Projet de ville RSA de Montreuil | commune | toutes | Est Ensemble | 33 rue de l’Église | 93100 | Montreuil
Projet de ville RSA de Sevran | commune | toutes | Paris Terres d’Envol | 7 avenue de Livry | 93270 | Sevran
CCAS d’Aubervilliers | ccas | service | Plaine Commune | 6 rue Charron | 93300 | Aubervilliers
CCAS de Neuilly-sur-Marne | ccas | service | Grand Paris Grand Est | 2 rue du Marais | 93330 | Neuilly-sur-Marne
Agence France Travail de Saint-Denis | france-travail | emploi | Plaine Commune | 9 rue Toussaint | 93200 | Saint-Denis
Agence France Travail de Pantin | france-travail | emploi | Est Ensemble | 48 rue Delizy | 93500 | Pantin
Agence France Travail du Raincy | france-travail | emploi | Grand Paris Grand Est ; Paris Terres d’Envol | 1 allée de Montfermeil | 93340 | Le Raincy
Canal Emploi | association | parcours | Est Ensemble ; Plaine Commune | 17 quai de l’Aisne | 93500 | Pantin
Envol Insertion | association | parcours | Paris Terres d’Envol | 4 rue des Saules | 93290 | Tremblay-en-France
Ressources Plaine | organisme-agree | parcours | Plaine Commune | 11 rue Jean Durand | 93240 | Stains
Mission locale de l’Ourcq | mission-locale | parcours | tous | 25 rue du Breuil | 93140 | Bondy
Cap emploi de Seine-Saint-Denis | cap-emploi | emploi | tous | 8 rue de la Gare | 93000 | Bobigny
`,
);

export const reseaux: Readonly<Record<string, ModeleReseau>> = {
  nord,
  "bas-rhin": basRhin,
  somme,
  "seine-saint-denis": seineSaintDenis,
};
