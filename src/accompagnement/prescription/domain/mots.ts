/** `2026-11-22` as people write it. */
export function dateEnMots(jour: string): string {
  const [annee, mois, numero] = jour.split("-");
  return `${numero}/${mois}/${annee}`;
}

export function nombreEnMots(nombre: number, un: string, plusieurs: string): string {
  return `${nombre} ${nombre > 1 ? plusieurs : un}`;
}
