/** Hand-made flows for the tests of this folder; every person is invented. */

export const EN_TETE = `<IdentificationFlux>
<APPLIEME>CRI</APPLIEME><NUMVERSIONAPPLIEME>6200</NUMVERSIONAPPLIEME>
<TYPEFLUX>M</TYPEFLUX><NATFLUX>D</NATFLUX>
<DTCREAFLUX>2025-03-05</DTCREAFLUX><HEUCREAFLUX>01:18:36.0000</HEUCREAFLUX><DTREF>2025-02-28</DTREF>
</IdentificationFlux>`;

export const EN_TETE_INSTRUCTIONS = `<IdentificationFlux>
<APPLIEME>NRA</APPLIEME><TYPEFLUX>I</TYPEFLUX><NATFLUX>I</NATFLUX><DTCREAFLUX>2025-03-05</DTCREAFLUX>
</IdentificationFlux>`;

export function identification(numero: string, departement = "052"): string {
  return `<IdentificationRSA>
<Organisme><FONORG>CAF</FONORG><NUMORG>521</NUMORG><MATRICULE>000123400000000</MATRICULE></Organisme>
<Partenaire><TYPEPARTE>CG </TYPEPARTE><IDEPARTE>${departement}</IDEPARTE></Partenaire>
<DemandeRSA><DTDEMRSA>2024-11-04</DTDEMRSA><NUMDEMRSA>${numero}</NUMDEMRSA></DemandeRSA>
</IdentificationRSA>`;
}

export const personne = (nom = "LEFÈVRE"): string => `<Personne>
<Identification><NOM>${nom}</NOM><PRENOM>INÈS</PRENOM></Identification>
</Personne>`;

export const foyer = (numero: string, contenu = personne()): string =>
  `<InfosFoyerRSA>\n${identification(numero)}\n${contenu}\n</InfosFoyerRSA>`;

export const flux = (
  corps: string,
  { entete = EN_TETE, encodage = "windows-1252", total = 2 } = {},
): string => `<?xml version="1.0" encoding="${encodage}"?>
<Racine xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${entete}
${corps}
<TransmissionFlux><NBTOTDOSRSATRANSM>${String(total).padStart(8, "0")}</NBTOTDOSRSATRANSM><NBTOTDOSRSATRANSMANO>00000000</NBTOTDOSRSATRANSMANO></TransmissionFlux>
</Racine>
`;

export const fluxDeDeux = (): string => flux(`${foyer("10000000001")}\n${foyer("10000000002")}`);

/** The tests on the real sample run where it is found, and say so where it is not. */
export const ECHANTILLON = new URL("../../../../../shared/data/caf/RSABEM.xml", import.meta.url);
