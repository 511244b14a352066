/** Whether a key opens anything: its term is behind, or nobody who may write these stays answers for it any more. */
export type EtatCle = "ouverte" | "terminee" | "sans-repondant";

/** `terme`: the last day of the key. */
export function etatDeLaCle(
  { terme, repondu }: { readonly terme: string; readonly repondu: boolean },
  le: string,
): EtatCle {
  if (!repondu) return "sans-repondant";
  return le <= terme ? "ouverte" : "terminee";
}
