/** Who signs, and when. */
export interface Auteur {
  readonly id: number | null;
  readonly nom: string;
  readonly a: Date;
}
