interface Salle {
  readonly id: number;
  readonly capacite: number;
  readonly inscrits: number;
}

export interface PlaceDonnee {
  readonly seanceId: number;
  readonly personneId: number;
  readonly etat: "inscrite" | "attente";
}

interface Repartition {
  readonly nouvelles: readonly PlaceDonnee[];
  readonly deja: number;
  readonly sansPlace: number;
}

/** Places go in the order of the list; who finds none waits when asked to, and is counted otherwise. */
export function donnerPlaces(
  salles: readonly Salle[],
  personnes: readonly number[],
  { attente, deja }: { readonly attente: boolean; readonly deja: ReadonlySet<string> },
): Repartition {
  const lots = salles.map((salle) => {
    const nouveaux = personnes.filter((id) => !deja.has(cleInscription(salle.id, id)));
    const libres = Math.max(0, salle.capacite - salle.inscrits);
    return { salle, placees: nouveaux.slice(0, libres), reste: nouveaux.slice(libres) };
  });
  const demandes = salles.length * personnes.length;
  const nouveaux = lots.reduce((n, { placees, reste }) => n + placees.length + reste.length, 0);
  return {
    nouvelles: lots.flatMap(({ salle, placees, reste }) => [
      ...placees.map((personneId) => place(salle.id, personneId, "inscrite")),
      ...(attente ? reste.map((personneId) => place(salle.id, personneId, "attente")) : []),
    ]),
    deja: demandes - nouveaux,
    sansPlace: attente ? 0 : lots.reduce((n, { reste }) => n + reste.length, 0),
  };
}

export function cleInscription(seanceId: number, personneId: number): string {
  return `${seanceId}|${personneId}`;
}

function place(seanceId: number, personneId: number, etat: PlaceDonnee["etat"]): PlaceDonnee {
  return { seanceId, personneId, etat };
}
