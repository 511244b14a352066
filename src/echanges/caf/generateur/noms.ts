/** Frequent French surnames, from frequent to rare, then surnames of families come from elsewhere. No one real: every first name is drawn apart. */
export const NOMS: readonly string[] =
  `MARTIN BERNARD THOMAS PETIT ROBERT RICHARD DURAND DUBOIS MOREAU LAURENT SIMON MICHEL LEFEBVRE LEROY ROUX DAVID BERTRAND MOREL FOURNIER GIRARD BONNET DUPONT LAMBERT FONTAINE ROUSSEAU VINCENT MULLER LEFEVRE FAURE ANDRE MERCIER BLANC GUERIN BOYER GARNIER CHEVALIER FRANCOIS LEGRAND GAUTHIER GARCIA PERRIN ROBIN CLEMENT MORIN NICOLAS HENRY ROUSSEL MATHIEU GAUTIER MASSON MARCHAND DUVAL DENIS DUMONT MARIE LEMAIRE NOEL MEYER DUFOUR MEUNIER BRUN BLANCHARD GIRAUD JOLY RIVIERE LUCAS BRUNET GAILLARD BARBIER ARNAUD MARTINEZ GERARD ROCHE RENARD SCHMITT ROY LEROUX COLIN VIDAL CARON PICARD ROGER FABRE AUBERT LEMOINE RENAUD DUMAS LACROIX OLIVIER PHILIPPE BOURGEOIS PIERRE BENOIT REY LECLERC PAYET ROLLAND LECLERCQ GUILLAUME LECOMTE LOPEZ JEAN DUPUY GUILLOT HUBERT BERGER CARPENTIER SANCHEZ DUPUIS MOULIN LOUIS DESCHAMPS HUET VASSEUR PEREZ BOUCHER FLEURY ROYER KLEIN JACQUET ADAM PARIS POIRIER MARTY AUBRY GUYOT CARRE CHARLES RENAULT CHARPENTIER MENARD MAILLARD BARON BERTIN BAILLY HERVE SCHNEIDER FERNANDEZ LEGER COLLET BOUVIER JULIEN PREVOST MILLET PERROT DANIEL COUSIN GERMAIN BRETON BESSON LANGLOIS REMY LEVEQUE PELLETIER LEBLANC BARRE LEBRUN MARCHAL WEBER MALLET HAMON BOULANGER JACOB MONNIER MICHAUD RODRIGUEZ GUICHARD GILLET ETIENNE GRONDIN POULAIN TESSIER CHEVALLIER COLLIN CHAUVIN BOUCHET GAY LEMAITRE BENARD MARECHAL HUMBERT REYNAUD ANTOINE HOARAU PERRET BARTHELEMY CORDIER PICHON LEJEUNE GILBERT LAMY DELAUNAY PASQUIER CARLIER LAPORTE GROS BUISSON ALBERT DELATTRE GUERRIN LEBON FOUQUET COURTOIS VERDIER MAURY ROSSIGNOL BAUDRY GAUDIN FERRAND PONS HARDY POTIER VALLET SEGUIN TANGUY RAYNAUD LESAGE COHEN PINTO MASSE MAHE JOUBERT SAMSON WAGNER GONZALEZ BIGOT BAUER CHARTIER BERTHELOT ALLARD DELORME FERREIRA PETITJEAN VOISIN LELIEVRE LEGENDRE PRUVOST DESBOIS TERNOIS HAUTCOEUR DELMOTTE VANDENBERGHE DEWAELE CREPIN BOUTIN VERHAEGHE LEGROS BLONDEL LALLEMAND TOUSSAINT MAUREL GRANGE SABATIER PUJOL LAFFONT BAYLE CASTEL RIBEIRO DACOSTA TEIXEIRA LEFORT CADET HOUSSAIN QUERE LEGALL KERVELLA BIHAN CORRE TEXIER NAVARRO`.split(
    " ",
  );

export const NOMS_VENUS_D_AILLEURS: readonly string[] =
  `DIALLO TRAORE BENALI CAMARA NGUYEN BARRY COULIBALY BAH KONE TOURE SOW KEITA CISSE DIOP NDIAYE FALL BELKACEM HADDAD MANSOURI SAIDI BOUZIDI CHERIF BRAHIMI HAMIDI TAHIRI AMRANI ALAOUI IDRISSI BENNANI ZIANI MEZIANE SLIMANI TOUATI LARBI HADJI RAHMANI AHMADI YILMAZ KAYA DEMIR CELIK SAHIN AYDIN OZTURK SILVA SANTOS PEREIRA GOMES LOPES POPESCU IONESCU RADU NOVAK KOWALSKI NOWAK WISNIEWSKI PETROV IVANOV TRAN PHAM LE CHEN WANG SINGH KUMAR HOSSAIN RAHMAN SINGARAJAH ABDOU SAID MADI ALI BACAR HASSANI MBOUP SARR SECK MENDY GOMIS OUATTARA BAMBA YAO KOUASSI KOFFI MBALA ILUNGA KABONGO NZUZI LUKAKU MUKENDI GEBREMEDHIN TESFAY WARSAME OSMAN`.split(
    " ",
  );

const DEBUTS =
  "BAL CAR DEL FER GAR HAR LAN MAR PER QUIN ROS SAL TER VAL BRE CHAN DOR FOU GUI JOU".split(" ");
const MILIEUX = "BE DI GO LE MI NA RI TU VE SSO TTE RRA NDE LLI".split(" ");
const FINS = "ARD AUD EAU ET IER IN ON OT OUX EL AULT ENC UY AND IC".split(" ");

/** About 4 200 invented surnames of plausible sound. */
export function nomInvente(a: number, b: number, c: number): string {
  return `${DEBUTS[a % DEBUTS.length]}${MILIEUX[b % MILIEUX.length]}${FINS[c % FINS.length]}`;
}

type Generation = readonly [jusqua: number, femmes: readonly string[], hommes: readonly string[]];

const liste = (noms: string): readonly string[] => noms.split(" ");

/** First names in fashion for the births up to a year. */
const GENERATIONS: readonly Generation[] = [
  [
    1969,
    liste(
      "Sylvie Catherine Nathalie Martine Christine Isabelle Véronique Patricia Brigitte Corinne Pascale Françoise Laurence Chantal Dominique Valérie Marie Annie Béatrice Florence Anne Monique Élisabeth Marie-Christine Fatima Nadia Maria Évelyne Agnès Joëlle Marie-Claude Geneviève",
    ),
    liste(
      "Philippe Patrick Pascal Alain Michel Thierry Christian Éric Didier Bruno Jean Gérard Bernard Laurent Christophe Frédéric Marc Dominique Jean-Pierre Jean-Luc Daniel Serge Hervé Gilles Yves François Olivier Jean-Marc Mohamed Ahmed Antonio José Régis Denis",
    ),
  ],
  [
    1984,
    liste(
      "Stéphanie Céline Sandrine Sophie Karine Virginie Séverine Delphine Laetitia Christelle Nathalie Valérie Sabrina Émilie Aurélie Carole Sonia Nadège Élodie Vanessa Anne-Sophie Samira Khadija Fatiha Aïcha Malika Magali Peggy Angélique Cécile Claire Aminata Mariama Ludivine",
    ),
    liste(
      "Sébastien Nicolas Christophe Stéphane David Frédéric Cédric Olivier Jérôme Laurent Julien Vincent Ludovic Guillaume Franck Fabrice Mickaël Grégory Arnaud Yannick Karim Rachid Farid Mamadou Ibrahima Abdelkader Bruno Emmanuel Jean-François Samuel Benoît Anthony Yohann",
    ),
  ],
  [
    1996,
    liste(
      "Laura Julie Marine Pauline Camille Marion Amandine Mélanie Jennifer Jessica Audrey Anaïs Charlotte Justine Mathilde Élodie Cindy Kelly Alexandra Morgane Sarah Fanny Manon Lucie Cassandra Priscilla Sabrina Imane Naïma Fatoumata Aïssata Gwendoline Océane Tiffany Coralie",
    ),
    liste(
      "Kevin Thomas Alexandre Julien Maxime Romain Anthony Jérémy Florian Mathieu Nicolas Quentin Clément Jordan Benjamin Adrien Dylan Steven Jonathan Mickaël Valentin Bryan Antoine Yassine Mehdi Sofiane Moussa Ousmane Jimmy Gaëtan Rémi Loïc Geoffrey",
    ),
  ],
  [
    2009,
    liste(
      "Léa Manon Chloé Emma Camille Inès Océane Sarah Lola Clara Jade Maëlys Lisa Noémie Romane Anaïs Margot Lilou Julie Célia Louane Eva Lana Kenza Yasmine Mariam Fatou Aya Salomé Zoé Ambre Louna",
    ),
    liste(
      "Lucas Théo Enzo Hugo Mathis Thomas Nathan Maxime Alexis Léo Louis Clément Antoine Tom Noah Quentin Evan Dylan Yanis Rayan Ibrahim Mamadou Adam Kylian Mathéo Ethan Timéo Esteban Bilal Amine Sacha Nolan",
    ),
  ],
  [
    9999,
    liste(
      "Jade Louise Emma Ambre Alice Alba Rose Romy Mia Lina Lou Anna Léna Chloé Julia Mila Inaya Nour Aya Assia Maryam Giulia Victoire Iris Charlie Eden Luna Olivia Agathe Nina Hanna Soline",
    ),
    liste(
      "Gabriel Léo Raphaël Louis Maël Noah Jules Adam Arthur Isaac Liam Sacha Gabin Malo Ismaël Nino Eliott Naël Mohamed Ibrahim Ayden Soan Marius Milo Tiago Kaïs Imran Lyam Côme Timéo Zayn Augustin",
    ),
  ],
];

export function prenomsDe(annee: number, femme: boolean): readonly string[] {
  const generation = GENERATIONS.find(([jusqua]) => annee <= jusqua);
  if (generation === undefined) throw new RangeError(`no first names for ${annee}`);
  return femme ? generation[1] : generation[2];
}

export const NOMS_DE_VOIE: readonly string[] =
  `DE LA GARE|DE L EGLISE|VICTOR HUGO|DU MOULIN|JEAN JAURES|DES ECOLES|PASTEUR|GAMBETTA|DE LA REPUBLIQUE|DES LILAS|DU GENERAL DE GAULLE|DU CHATEAU|DES ROSES|DE LA FONTAINE|EMILE ZOLA|DES ACACIAS|DE VERDUN|DU STADE|HENRI BARBUSSE|DES PEUPLIERS|DE LA MAIRIE|VOLTAIRE|DU BOIS|DE PARIS|MOLIERE|DES TILLEULS|DU 8 MAI 1945|DU 11 NOVEMBRE|DES JARDINS|LAMARTINE|DE LA LIBERTE|DES CHENES|JULES FERRY|SAINT MARTIN|DU PONT|DE LA PAIX|DES MESANGES|JEAN MOULIN|GEORGES BRASSENS|DU MARECHAL FOCH|DES VIGNES|LEO LAGRANGE|DE BRETAGNE|DES FLANDRES|SALVADOR ALLENDE|DU CANAL|DES MARRONNIERS|PIERRE ET MARIE CURIE|DE LA VALLEE|LOUISE MICHEL|DES PRES|DU LAVOIR|ROSA PARKS|DU DOCTEUR CALMETTE|DES ERABLES|JACQUES PREVERT|NEUVE|HAUTE|BASSE|DES TISSERANDS|DU PETIT BOIS|DE LA CROIX|SIMONE VEIL|DES HIRONDELLES|DES CAPUCINS|DES REMPARTS|DES BLEUETS|AMBROISE CROIZAT`.split(
    "|",
  );

export const TYPES_DE_VOIE: readonly string[] =
  "RUE|RUE|RUE|RUE|RUE|AVENUE|BOULEVARD|PLACE|ALLEE|IMPASSE|CHEMIN|ROUTE|SQUARE|RESIDENCE|COURS|QUAI".split(
    "|",
  );
