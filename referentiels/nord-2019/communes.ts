/** Communes of the north-east side of the Lille métropole: proposed for the direction of Roubaix-Tourcoing. */
export const versantNordEst: readonly string[] = [
  "59090", // Bondues
  "59098", // Bousbecque
  "59152", // Comines
  "59163", // Croix
  "59247", // Forest-sur-Marque
  "59279", // Halluin
  "59299", // Hem
  "59332", // Lannoy
  "59339", // Leers
  "59352", // Linselles
  "59367", // Lys-lez-Lannoy
  "59421", // Mouvaux
  "59426", // Neuville-en-Ferrain
  "59508", // Roncq
  "59512", // Roubaix
  "59522", // Sailly-lez-Lannoy
  "59598", // Toufflers
  "59599", // Tourcoing
  "59646", // Wasquehal
  "59650", // Wattrelos
  "59656", // Wervicq-Sud
  "59660", // Willems
];
